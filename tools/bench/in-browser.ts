/** The same timings in headless Chromium: served by Vite, run in a worker, as the engine is. */
import { chromium } from '@playwright/test';
import { createServer, type Plugin } from 'vite';
import type { BackendName } from '../../src/engine/protocol';
import { requireBrowser } from '../browser.mjs';
import type { SpreadGain } from './spread';
import type { Speed } from './step-speed';
import type { Selection } from './subjects';

const PAGE = '<!doctype html><html lang="en"><title>bench</title><script type="module" src="/tools/bench/page.ts"></script></html>';

const page: Plugin = {
  name: 'glassbox:bench-page',
  configureServer(server) {
    server.middlewares.use('/bench', (_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(PAGE);
    });
  },
};

/** Times the steps in a browser; backends that are not there say why. */
export async function inBrowser(
  backends: readonly BackendName[],
  effort: Selection & { readonly rounds: number; readonly milliseconds: number },
): Promise<{ readonly speeds: readonly Speed[]; readonly spread: SpreadGain | undefined }> {
  const server = await createServer({
    root: new URL('../..', import.meta.url).pathname,
    configFile: false,
    cacheDir: 'node_modules/.vite-bench',
    logLevel: 'error',
    appType: 'custom',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    worker: { format: 'es' },
    optimizeDeps: {
      noDiscovery: true,
      include: ['core', 'core/dist/register_all_gradients', 'backend-cpu', 'backend-wasm', 'backend-webgl', 'backend-webgpu'].map(
        (name) => `@tensorflow/tfjs-${name}`,
      ),
    },
    plugins: [page],
  });
  await server.listen();
  // WebGPU is behind a flag where there is no graphics card.
  const browser = await chromium.launch({ executablePath: requireBrowser(), args: ['--no-sandbox', '--enable-unsafe-webgpu'] });
  try {
    const tab = await browser.newPage();
    const speeds: Speed[] = [];
    let spread: SpreadGain | undefined;
    const done = new Promise<void>((resolve, reject) => {
      tab.on('pageerror', reject);
      void tab.exposeFunction('report', (said: Speed | SpreadGain | string) => {
        if (typeof said === 'string') reject(new Error(said));
        else if ('gain' in said) spread = said;
        else speeds.push(said);
      });
      void tab.exposeFunction('finished', resolve);
    });
    const query = new URLSearchParams({
      backends: backends.join(),
      rounds: String(effort.rounds),
      milliseconds: String(effort.milliseconds),
      quick: String(effort.quick),
      ...(effort.only === undefined ? {} : { only: effort.only }),
    });
    await tab.goto(`${server.resolvedUrls?.local[0] ?? ''}bench?${query}`);
    await done;
    return { speeds, spread };
  } finally {
    await browser.close();
    await server.close();
  }
}
