/**
 * `npm run check -- <demo or chapter> …`: everything that is tried of that one alone. Without a name, lint and types of the whole
 * project, as `npm test` begins. The exit code is 1 where anything failed.
 */
import { execFile, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { namedThings, stepsOf, typesConfig } from './check/steps.mjs';

const root = dirname(import.meta.dirname);

/**
 * Runs a step quietly; what it printed is shown where it failed.
 * @param {import('./check/steps.mjs').Step} step
 * @returns {Promise<boolean>} whether it passed
 */
function run({ title, command, args }) {
  const began = performance.now();
  // A look while one writes: of numbers of several seeds the first alone is measured.
  const env = { ...process.env, NODE_ENV: undefined, FORCE_COLOR: '0', CHECK_SEEDS: 'first' };
  const { promise, resolve } = Promise.withResolvers();
  execFile(command, [...args], { cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
    const passed = error === null;
    console.log(`${title} … ${passed ? 'passed' : 'FAILED'} (${Math.round((performance.now() - began) / 1000)} s)`);
    if (!passed) console.log(`${stdout}${stderr}${stdout + stderr === '' ? error.message : ''}`.replace(/^/gm, '  '));
    resolve(passed);
  });
  return promise;
}

/**
 * Runs steps, several beside one another; gives the titles of those that failed. The longest comes last and is begun first.
 * @param {readonly import('./check/steps.mjs').Step[]} steps
 */
async function failures(steps) {
  const waiting = [...steps];
  /** @type {string[]} */
  const failed = [];
  const worker = async () => {
    for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) if (!(await run(step))) failed.push(step.title);
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  return failed;
}

/**
 * Checks what is named; the result is the exit code.
 * @param {readonly string[]} names
 */
async function main(names) {
  if (names.length === 0) return spawnSync('npm', ['run', 'check:all'], { stdio: 'inherit', shell: true }).status ?? 1;
  const things = namedThings(root, names);
  if ('problem' in things) {
    console.error(things.problem);
    return 1;
  }
  /** @type {string[]} */
  const failed = [];
  for (const thing of things) {
    console.log(`${thing.kind} ${thing.id}`);
    const config = thing.kind === 'demo' ? typesConfig(root, thing.id) : undefined;
    failed.push(...(await failures(stepsOf(root, thing))).map((title) => `${thing.id}: ${title}`));
    if (config !== undefined) rmSync(config);
  }
  console.log(failed.length === 0 ? '\nAll passed.' : `\nFailed: ${failed.join('; ')}`);
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
