/**
 * Makes a fresh clone ready: installs the locked dependencies if they are not there or not these, checks Node, and with
 * `--browser` finds or installs the browsers. Runs before every `npm start` and `npm test`; does nothing when all is well.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { otherBrowsers, requireBrowser } from './browser.mjs';
import { prepareNginx } from './nginx.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const NODE_NEEDED = [22, 12];

function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

function installDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  const mark = `${root}node_modules/.glassbox-lock`;
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  console.log('Installing dependencies (npm ci) …');
  // npm is a shell script on Windows, so it needs a shell there.
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) stop('npm ci failed; its words are above. Mend that and run the command again.');
  writeFileSync(mark, lock);
}

function checkNode() {
  // On Linux (x64) the install brought a Node of its own, which npm scripts find first; elsewhere the system's counts.
  const local = `${root}node_modules/.bin/node`;
  const version = existsSync(local) ? spawnSync(local, ['--version'], { encoding: 'utf8' }).stdout.trim() : process.version;
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  if (major > NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor >= NODE_NEEDED[1])) return;
  stop(
    `Glassbox needs Node ${NODE_NEEDED.join('.')} or newer; this is ${version}. Install the current LTS release of Node.js and run the command again.`,
  );
}

installDependencies();
checkNode();
if (process.argv.includes('--browser')) {
  try {
    console.log(`Browsers for the tests: ${requireBrowser()}, ${otherBrowsers()}`);
    console.log(`nginx for the tests: ${prepareNginx()}`);
  } catch (error) {
    stop(error.message);
  }
}
