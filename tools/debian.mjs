/** Installs Debian's packages where that can be done without asking. Needs nothing installed: it runs before `npm ci`. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

let listed = false;

function isDebian() {
  try {
    return /^(ID|ID_LIKE)=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/**
 * Installs packages by apt, as root on Debian or Ubuntu; does nothing elsewhere.
 * @param {string} why what is missing, for the line that says so.
 * @param {...string} packages their names.
 * @returns {boolean} whether they were installed.
 */
export function installDebian(why, ...packages) {
  if (!isDebian() || process.getuid?.() !== 0) return false;
  console.log(`${why}: installing Debian’s ${packages.join(', ')} with apt-get (once).`);
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (!listed) spawnSync('apt-get', ['update'], quiet);
  listed = true;
  return spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet).status === 0;
}
