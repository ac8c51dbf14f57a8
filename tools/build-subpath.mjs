/** Builds the site a second time for a sub-path, into dist-subpath, for the tests of self-hosting below a path. */
import { spawnSync } from 'node:child_process';

const result = spawnSync('npx', ['astro', 'build', '--silent'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, BASE: '/deep/notes/', OUT_DIR: 'dist-subpath', SITE: 'https://notes.example.org' },
});
process.exit(result.status ?? 1);
