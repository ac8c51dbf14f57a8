/**
 * `npm run check -- <demo or chapter> …`: everything that is tried of that one alone. Without a name, lint and types of the whole
 * project, as `npm test` begins. The exit code is 1 where anything failed.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { namedThings, stepsOf, typesConfig } from './check/steps.mjs';

const root = dirname(import.meta.dirname);

/**
 * Runs a step quietly; what it printed is shown where it failed.
 * @param {import('./check/steps.mjs').Step} step
 */
function run({ title, command, args }) {
  process.stdout.write(`${title} … `);
  const began = performance.now();
  const env = { ...process.env, NODE_ENV: undefined, FORCE_COLOR: '0' };
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const passed = status === 0;
  console.log(`${passed ? 'passed' : 'FAILED'} (${Math.round((performance.now() - began) / 1000)} s)`);
  if (!passed) console.log(`${error?.message ?? ''}${stdout}${stderr}`.replace(/^/gm, '  '));
  return passed;
}

/**
 * Checks what is named; the result is the exit code.
 * @param {readonly string[]} names
 */
function main(names) {
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
    failed.push(
      ...stepsOf(root, thing)
        .filter((step) => !run(step))
        .map(({ title }) => `${thing.id}: ${title}`),
    );
    if (config !== undefined) rmSync(config);
  }
  console.log(failed.length === 0 ? '\nAll passed.' : `\nFailed: ${failed.join('; ')}`);
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
