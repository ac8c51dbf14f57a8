/**
 * Puts a built book where nginx serves it from: `node deploy/place.mjs <dist> <base> <out>` writes `<out>/html`, the book below the path
 * that it was built for (`BASE`), and `<out>/nginx.conf`, the recipe for that path.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const RECIPE = fileURLToPath(new URL('nginx.conf', import.meta.url));

const [dist, base = '/', out] = process.argv.slice(2);
if (dist === undefined || out === undefined) {
  console.error('Usage: node deploy/place.mjs <built folder> <base path, as in BASE> <folder to write>');
  process.exit(1);
}
const folders = base.split('/').filter((name) => name !== '');
if (!folders.every((name) => /^[\w.~-]+$/.test(name) && !/^\.+$/.test(name))) {
  console.error(`"${base}" is no path that a book can live below: letters, digits, ".", "_", "~" and "-" between slashes, as in /notes/`);
  process.exit(1);
}
const path = folders.map((name) => `/${name}`).join('');
const html = join(out, 'html', ...folders);
mkdirSync(html, { recursive: true });
cpSync(dist, html, { recursive: true });
writeFileSync(
  join(out, 'nginx.conf'),
  readFileSync(RECIPE, 'utf8').replace('set $glassbox_base "";', () => `set $glassbox_base "${path}";`),
);
