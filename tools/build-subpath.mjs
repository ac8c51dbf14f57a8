/**
 * Builds the site a second time, into dist-subpath, as the browser tests need it: for a host's sub-path, and with one more demo, a
 * folder copied from an existing one, which nothing else in the project knows of.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';

const COPY = 'src/demos/copied-neuron';

let status = 1;
try {
  cpSync('src/demos/neuron', COPY, { recursive: true });
  const result = spawnSync('npx', ['astro', 'build', '--silent'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, BASE: '/deep/notes/', OUT_DIR: 'dist-subpath', SITE: 'https://notes.example.org' },
  });
  status = result.status ?? 1;
} finally {
  rmSync(COPY, { recursive: true, force: true });
}
process.exit(status);
