/** Serves dist-subpath as a static host would, below its path: `node tools/serve-subpath.mjs <port>`. */
import { preview } from 'vite';

await preview({
  configFile: false,
  appType: 'mpa',
  base: '/deep/notes/',
  build: { outDir: 'dist-subpath' },
  preview: { port: Number(process.argv[2] ?? 4411), strictPort: true, host: '127.0.0.1' },
});
