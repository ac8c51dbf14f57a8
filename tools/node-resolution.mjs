/**
 * How Node gets tfjs: its ES modules go through Vite (they leave out file extensions, which Node does not forgive), so that core,
 * gradients and backends are one instance; only the WASM glue, which is CommonJS, is loaded by Node itself.
 */
export const nodeResolution = { inline: [/@tensorflow\/tfjs[^/]*\/dist\//] };
