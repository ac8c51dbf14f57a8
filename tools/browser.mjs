/** Finds a Chromium-based browser on this machine, or gets one. Needs nothing installed: it runs before `npm ci`. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const WINDOWS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
  const root = process.env[name];
  return root === undefined
    ? []
    : ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
        (path) => join(root, path),
      );
});
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of a Chrome, Chromium or Edge: the environment's CHROME_PATH, the usual places, then PATH.
 * @returns {string | undefined} undefined where there is none.
 */
export function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '' && isExecutable(named)) return named;
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const places = { win32: WINDOWS, darwin: MAC }[process.platform] ?? [];
  return [...places, ...onPath].find(isExecutable);
}

function isDebian() {
  try {
    return /^(ID|ID_LIKE)=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/**
 * Finds a browser, or installs Debian's Chromium when that can be done without asking (as root, by apt).
 * @returns {string} its path.
 * @throws Error with what to do, where neither works.
 */
export function requireBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (isDebian() && process.getuid?.() === 0) {
    console.log('No browser found: installing Debian’s Chromium with apt-get (once).');
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    spawnSync('apt-get', ['update'], quiet);
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
    const installed = findBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'The browser tests need Chrome, Chromium or Edge, and none was found. Install one ' +
      '(Debian, Ubuntu: "sudo apt-get install chromium"; macOS: "brew install --cask chromium"), ' +
      'or set CHROME_PATH to its executable, and run the command again.',
  );
}
