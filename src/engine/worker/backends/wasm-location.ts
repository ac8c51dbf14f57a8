/**
 * Where the WASM binaries are. In the browser the bundler gives their hashed addresses (`wasm-files.ts`); in Node tests and tools
 * set `prefix` to the folder that holds them.
 */
export const wasmLocation: { prefix: string | undefined } = { prefix: undefined };
