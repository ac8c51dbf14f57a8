/**
 * The promise of the house: a demo is one folder, and no list needs an entry. Tried on a copy of the project; that such a folder is
 * published too is tried in the browser tests (the copy below a sub-path has one).
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const PARTS = ['src', 'content', 'public', 'tools', 'tests', 'astro.config.mjs', 'vitest.config.ts', 'tsconfig.json', 'package.json'];
const ID = 'copied-neuron';
let copy = '';

/** Runs one of the project's commands in the copy, quietly; its output is shown when it fails. */
function run(command: string, ...args: string[]): void {
  const bin = join(ROOT, 'node_modules', command);
  execFileSync(process.execPath, [bin, ...args], {
    cwd: copy,
    stdio: 'pipe',
    env: { ...process.env, VITEST: undefined, NODE_ENV: undefined },
  });
}

describe('a folder copied from an existing demo, with another id', () => {
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'glassbox-'));
    for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
    cpSync(join(ROOT, 'src/demos/neuron'), join(copy, 'src/demos', ID), { recursive: true });
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('is under the contract tests', () => {
    run('vitest/vitest.mjs', 'run', 'tests/contract/every-demo.test.tsx', '-t', ID, '--reporter=json', '--outputFile=result.json');
    const result = JSON.parse(readFileSync(join(copy, 'result.json'), 'utf8')) as { numPassedTests: number; numFailedTests: number };
    expect(result.numFailedTests).toBe(0);
    expect(result.numPassedTests).toBeGreaterThanOrEqual(10);
  });
});
