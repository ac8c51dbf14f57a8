/** What a reader loads for compiled steps: recorder, passes, plan and kernels, minified and compressed, besides tfjs itself. */
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it } from 'vitest';

/** Bytes, compressed. */
const BUDGET = 60_000;

it('the compiler and its kernels weigh at most 60 kB compressed', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: new URL('../../../src/engine/compile/heads.ts', import.meta.url).pathname, formats: ['es'], fileName: 'compiler' },
      rolldownOptions: { external: /^@tensorflow\// },
    },
  });
  const chunks = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const code = chunks.flatMap((one) => (one.type === 'chunk' ? [one.code] : [])).join('');
  const bytes = gzipSync(code, { level: 9 }).length;
  expect(bytes).toBeGreaterThan(5000);
  expect(bytes).toBeLessThanOrEqual(BUDGET);
});
