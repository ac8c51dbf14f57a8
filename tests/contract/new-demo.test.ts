/**
 * The promise of the house: a demo is one folder, no list needs an entry, and `npm run new` writes one that keeps its contract. Tried on
 * a copy of the project; that such a folder is published too is tried in the browser tests (the copy below a sub-path has one).
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testsOfDemo } from '../../tools/check/steps.mjs';

const ROOT = join(import.meta.dirname, '../..');
const PARTS = ['src', 'content', 'public', 'tools', 'tests', 'astro.config.mjs', 'vitest.config.ts', 'tsconfig.json', 'package.json'];
const ID = 'new-demo';
let copy = '';

/** Runs a script in the copy, quietly; its output is shown when it fails. */
function run(script: string, ...args: string[]): void {
  execFileSync(process.execPath, [script, ...args], {
    cwd: copy,
    stdio: 'pipe',
    env: { ...process.env, VITEST: undefined, NODE_ENV: undefined },
  });
}

describe('a demo written by npm run new', () => {
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'glassbox-'));
    for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
    run(join(copy, 'tools/new.mjs'), 'demo', ID, '--chapter', 'gradients');
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('has its files and its recorded run', () => {
    const files = ['demo.ts', 'program.ts', 'model.ts', 'proof.ts', 'run.json'];
    expect(files.filter((file) => !existsSync(join(copy, 'src/demos', ID, file)))).toEqual([]);
    expect(readFileSync(join(copy, 'src/demos', ID, 'demo.ts'), 'utf8')).toContain("chapter: 'gradients'");
  });

  it('keeps its contract and proves its claim, and these tests are its own alone', () => {
    const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
    const files = ['tests/contract/every-demo.test.tsx', 'tests/proofs/'];
    run(vitest, 'run', ...files, '-t', testsOfDemo(ID), '--reporter=json', '--outputFile=result.json');
    const result = JSON.parse(readFileSync(join(copy, 'result.json'), 'utf8')) as { numPassedTests: number; numFailedTests: number };
    expect(result.numFailedTests).toBe(0);
    expect(result.numPassedTests).toBeGreaterThanOrEqual(11);
    expect(result.numPassedTests).toBeLessThan(20);
  });
});
