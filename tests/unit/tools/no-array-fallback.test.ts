/** The lint rule against fallbacks that hide a missing place: what it finds, and what it leaves alone. */
import { resolve } from 'node:path';
import { Linter } from 'eslint';
import ts from 'typescript';
import typescript from 'typescript-eslint';
import { expect, it } from 'vitest';
import rule from '../../../tools/lint/no-array-fallback.mjs';

const FILE = resolve('linted.ts');
const BEFORE = `declare const list: number[]; declare const shape: readonly number[]; declare const floats: Float32Array;
declare const record: Record<string, number>; declare const tensor: { shape: [number, number] };
`;

const sources = new Map<string, ts.SourceFile | undefined>();

/** A program of this one text: the rule asks for types. */
function programOf(text: string): ts.Program {
  const options: ts.CompilerOptions = { strict: true, noUncheckedIndexedAccess: true, lib: ['lib.es2022.d.ts'], types: [] };
  const files = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...files,
    getSourceFile(name, version) {
      if (name === FILE) return ts.createSourceFile(name, text, version, true);
      // The libraries are the same each time.
      if (!sources.has(name)) sources.set(name, files.getSourceFile(name, version));
      return sources.get(name);
    },
  };
  return ts.createProgram([FILE], options, host);
}

/** How often the rule complains of a piece of code. */
function complaints(code: string, shapesOnly = false): number {
  const text = BEFORE + code;
  const messages = new Linter().verify(
    text,
    {
      files: ['**/*.ts'],
      languageOptions: { parser: typescript.parser, parserOptions: { programs: [programOf(text)] } },
      plugins: { glassbox: { rules: { 'no-array-fallback': rule } } },
      rules: { 'glassbox/no-array-fallback': ['error', { shapesOnly }] },
    },
    FILE,
  );
  expect(messages.filter(({ ruleId }) => ruleId === null)).toEqual([]);
  return messages.length;
}

it('finds fallbacks after a place of a list, read one by one or taken apart', () => {
  expect(complaints('export const one = list[0] ?? 0;')).toBe(1);
  expect(complaints('export const one = list.at(-1) ?? 0;')).toBe(1);
  expect(complaints('const [rows = 0, , columns = 1] = list; export { rows, columns };')).toBe(2);
  expect(complaints('export let rows = 0; [rows = 1] = list;')).toBe(1);
  expect(complaints('const [rows = 0] = tensor.shape; export { rows };')).toBe(1);
});

it('leaves typed arrays, records and fallbacks for other things alone', () => {
  expect(complaints('export const one = floats[0] ?? 0;')).toBe(0);
  expect(complaints("export const one = record['a'] ?? 0;")).toBe(0);
  expect(complaints('export const one = list.find((value) => value > 0) ?? 0;')).toBe(0);
  expect(complaints('const [rows, columns] = list; export { rows, columns };')).toBe(0);
});

it('where only shapes are asked for, other lists are left alone', () => {
  expect(complaints('export const one = list[0] ?? 0; const [two = 0] = list; export { two };', true)).toBe(0);
  expect(complaints('export const one = shape[0] ?? 0; const [two = 0] = tensor.shape; export { two };', true)).toBe(2);
});
