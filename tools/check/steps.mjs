/** What `npm run check` runs of a demo or a chapter, as commands: nothing is run here. */
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * A demo or a chapter that is there.
 * @typedef {{ readonly kind: string, readonly id: string }} Thing
 */

/**
 * A command that passes or fails.
 * @typedef {{ readonly title: string, readonly command: string, readonly args: readonly string[] }} Step
 */

/**
 * The demos and chapters that are there.
 * @param {string} root
 */
function listed(root) {
  return {
    demos: globSync('src/demos/*/demo.ts', { cwd: root }).map((path) => basename(dirname(path))),
    chapters: [...new Set(globSync('content/{zh,en}/*.md', { cwd: root }).map((path) => basename(path, '.md')))],
  };
}

/**
 * The demos and chapters of these names, or a sentence about a name that is neither.
 * @param {string} root
 * @param {readonly string[]} names
 * @returns {readonly Thing[] | { readonly problem: string }}
 */
export function namedThings(root, names) {
  const { demos, chapters } = listed(root);
  const unknown = names.find((name) => !demos.includes(name) && !chapters.includes(name));
  if (unknown !== undefined) {
    return {
      problem: `"${unknown}" is neither a demo nor a chapter; demos: ${demos.sort().join(', ')}; chapters: ${chapters.sort().join(', ')}`,
    };
  }
  return names.flatMap((id) => [
    ...(demos.includes(id) ? [{ kind: 'demo', id }] : []),
    ...(chapters.includes(id) ? [{ kind: 'chapter', id }] : []),
  ]);
}

/**
 * Which tests are a demo's, by their whole names ("suite test"): its own suites, and those that walk all demos in one suite. The name
 * is matched whole: `line` is not `linear-collapse`.
 * @param {string} id
 */
export function testsOfDemo(id) {
  return `^(what )?${id}(,| )|: ${id}$|^demos/${id}/view\\.tsx |^import directions hold`;
}

/**
 * Which tests are a chapter's: its own suites and those of its challenges.
 * @param {string} id
 */
export function testsOfChapter(id) {
  return `^chapter ${id} |^${id}/`;
}

/**
 * Writes the compiler's settings for one demo: its files, and what they import, are looked at. Gives the file, to be removed.
 * @param {string} root
 * @param {string} id
 */
export function typesConfig(root, id) {
  const folder = join(root, 'node_modules/.cache');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `check-${id}.json`);
  const settings = {
    extends: '../../tsconfig.json',
    compilerOptions: { noEmit: true, tsBuildInfoFile: `./check-${id}.tsbuildinfo` },
    include: [`../../src/demos/${id}`],
    exclude: [],
  };
  writeFileSync(path, JSON.stringify(settings));
  return path;
}

const DEMO_TESTS = [
  'every-demo',
  'every-setting',
  'compiled',
  'printed-programs',
  'layers-models',
  'real-pictures',
  'questions',
  'imports',
];

/**
 * The commands, the longest last.
 * @param {string} root
 * @param {Thing} thing
 * @returns {readonly Step[]}
 */
export function stepsOf(root, { kind, id }) {
  /** @type {(title: string, script: string, ...args: readonly string[]) => Step} */
  const node = (title, script, ...args) => ({ title, command: process.execPath, args: [join(root, script), ...args] });
  /** @type {(title: string, files: readonly string[], pattern: string) => Step} */
  const vitest = (title, files, pattern) =>
    // Every file reads the whole book and all demos; a worker that is not renewed for each does so once.
    node(title, 'node_modules/vitest/vitest.mjs', 'run', ...files, '-t', pattern, '--reporter=dot', '--no-isolate');
  if (kind === 'chapter') {
    return [
      node('mistakes, languages, recorded runs of its figures', 'tools/check/book.mjs', 'chapter', id),
      vitest(
        'its demos, challenges and measured numbers, of several seeds the first',
        ['every-chapter.test', 'challenges/', 'measured/'].map((name) => `tests/contract/${name}`),
        testsOfChapter(id),
      ),
    ];
  }
  const folder = `src/demos/${id}`;
  const tests = [...DEMO_TESTS, ...(existsSync(join(root, folder, 'view.tsx')) ? ['every-view'] : [])];
  return [
    node('declaration, recorded runs', 'tools/check/book.mjs', 'demo', id),
    node('types', 'node_modules/typescript/bin/tsc', '-p', `node_modules/.cache/check-${id}.json`),
    node('lint', 'node_modules/eslint/bin/eslint.js', '--max-warnings', '0', folder),
    node('format', 'node_modules/prettier/bin/prettier.cjs', '--check', folder),
    vitest('contract and proof', [...tests.map((name) => `tests/contract/${name}.test`), 'tests/proofs/'], testsOfDemo(id)),
  ];
}
