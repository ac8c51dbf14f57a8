/** Runs a TypeScript tool through Vite, which knows import.meta.glob and tfjs's modules; the tools themselves are in tools/*.ts. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createServer } from 'vite';

/** The WASM glue is CommonJS: Node loads it by itself. */
const wasmGlue = {
  name: 'glassbox:wasm-glue',
  enforce: 'pre',
  load: (id) => (/wasm-out\/[\w.-]+\.js$/.test(id) ? `export default require(${JSON.stringify(id)});` : undefined),
};

/**
 * Loads a module and calls its `main` with the command line's arguments.
 * @param {string} path from the project's root, e.g. `/tools/demo.ts`.
 */
export async function runTool(path) {
  const root = dirname(import.meta.dirname);
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [wasmGlue],
    ssr: { noExternal: [/^@tensorflow\//] },
  });
  // tfjs announces itself and its platform on every load; a tool's output is for machines.
  const warn = console.warn;
  console.warn = (...words) => (/TensorFlow|Platform node/.test(String(words[0])) ? undefined : warn(...words));
  // tfjs's platform for Node asks for `require`, which modules do not have.
  globalThis.require = createRequire(import.meta.url);
  try {
    const { wasmLocation } = await server.ssrLoadModule('/src/engine/worker/backends/wasm-location.ts');
    wasmLocation.prefix = `${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`;
    const { main } = await server.ssrLoadModule(path);
    process.exitCode = (await main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await server.close();
  }
}
