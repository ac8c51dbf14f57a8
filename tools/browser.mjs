/** Finds the browsers that the tests use, or gets them. Needs nothing installed: it runs before `npm ci`. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installDebian } from './debian.mjs';

const WINDOWS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
  const root = process.env[name];
  return root === undefined
    ? []
    : ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
        (path) => join(root, path),
      );
});
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
/** First Chromium without its windows: a page costs it 1 s of a core to open, and 2.5 s the browser that has them. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'google-chrome',
  'google-chrome-stable',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];
/** Where Debian keeps WebKitGTK's small browser; the folder names the version of its interface. */
const MINI_BROWSERS = ['6.0', '4.1', '4.0'].flatMap((version) =>
  ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map(
    (machine) => `/usr/lib/${machine}/${version === '6.0' ? 'webkitgtk' : 'webkit2gtk'}-${version}/MiniBrowser`,
  ),
);

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The path of the first of these programs on PATH.
 * @param {...string} names
 * @returns {string | undefined} undefined where there is none.
 */
export function onPath(...names) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isExecutable);
}

/** What an environment variable names, if that can be run. */
function named(variable) {
  const path = process.env[variable];
  return path !== undefined && path !== '' && isExecutable(path) ? path : undefined;
}

/**
 * The path of a Chrome, Chromium or Edge: the environment's CHROME_PATH, the usual places, then PATH.
 * @returns {string | undefined} undefined where there is none.
 */
export function findBrowser() {
  const places = { win32: WINDOWS, darwin: MAC }[process.platform] ?? [];
  return named('CHROME_PATH') ?? places.find(isExecutable) ?? onPath(...NAMES);
}

/**
 * The path of a Firefox: the environment's FIREFOX_PATH, the usual places, then PATH.
 * @returns {string | undefined} undefined where there is none.
 */
export function findFirefox() {
  const mac = process.platform === 'darwin' ? ['/Applications/Firefox.app/Contents/MacOS/firefox'] : [];
  return named('FIREFOX_PATH') ?? mac.find(isExecutable) ?? onPath('firefox-esr', 'firefox');
}

/**
 * What it takes to drive WebKitGTK: its driver, its small browser, and a display without a screen.
 * @returns {{ driver: string, browser: string, display: string } | undefined} undefined where one of them is missing.
 */
export function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const browser = MINI_BROWSERS.find(isExecutable);
  const display = onPath('Xvfb');
  return driver === undefined || browser === undefined || display === undefined ? undefined : { driver, browser, display };
}

/**
 * Finds a browser, or installs Debian's Chromium when that can be done without asking (as root, by apt): the one without windows, where
 * there is such a package.
 * @returns {string} its path.
 * @throws Error with what to do, where neither works.
 */
export function requireBrowser() {
  const install = (name) => (installDebian('No browser found', name) ? findBrowser() : undefined);
  const found = findBrowser() ?? install('chromium-headless-shell') ?? install('chromium');
  if (found !== undefined) return found;
  throw new Error(
    'The browser tests need Chrome, Chromium or Edge, and none was found. Install one ' +
      '(Debian, Ubuntu: "sudo apt-get install chromium"; macOS: "brew install --cask chromium"), ' +
      'or set CHROME_PATH to its executable, and run the command again.',
  );
}

/**
 * Finds Firefox and WebKitGTK, or installs Debian's as `requireBrowser` does. Their tests are skipped where they cannot be had.
 * @returns {string} a line that says what is there.
 */
export function otherBrowsers() {
  if (findFirefox() === undefined) installDebian('No Firefox found', 'firefox-esr');
  if (findWebKit() === undefined) installDebian('No WebKitGTK found', 'webkit2gtk-driver', 'xvfb');
  return [
    findFirefox() ?? 'no Firefox (its tests are skipped; set FIREFOX_PATH, or install it)',
    findWebKit()?.browser ?? 'no WebKitGTK (its tests are skipped; Debian: "sudo apt-get install webkit2gtk-driver xvfb")',
  ].join(', ');
}
