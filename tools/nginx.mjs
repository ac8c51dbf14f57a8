/** Finds nginx, by which the recipe of deploy/ is tested, or gets it. Needs nothing installed: it runs before `npm ci`. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebian } from './debian.mjs';

/** Where Debian keeps it, which is not on everybody's PATH. */
const FOLDERS = ['/usr/sbin', '/usr/local/sbin'];

/**
 * The path of nginx: PATH, then the usual places.
 * @returns {string | undefined} undefined where there is none.
 */
export function findNginx() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...FOLDERS];
  return folders
    .map((folder) => join(folder, 'nginx'))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/**
 * Finds nginx, or installs Debian's as the browsers are. Its tests are skipped where it cannot be had.
 * @returns {string} a line that says what is there.
 */
export function prepareNginx() {
  if (findNginx() === undefined) installDebian('No nginx found', 'nginx-light');
  return findNginx() ?? 'none (the test of its recipe is skipped; Debian: "sudo apt-get install nginx-light")';
}
