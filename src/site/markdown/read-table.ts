/** Reads a JSON file that is a table (glossary, references) and names everything that is wrong in it by line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import type { Problem } from './problem';

export interface Table<T> {
  readonly entries: ReadonlyMap<string, T>;
  readonly problems: readonly Problem[];
}

/** Line and column of the first place of a key, or of a character offset. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, offset)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function offsetOfSyntaxError(message: string): number {
  return Number(/position (\d+)/.exec(message)?.[1] ?? 0);
}

function parse(text: string): { readonly value: unknown } | { readonly error: string } {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

/** Entries that fit the schema, and problems for the others. A missing file is an empty table. */
export function readTable<T>(root: string, path: string, schema: z.ZodType<T>): Table<T> {
  const text = readText(join(root, path));
  if (text === undefined) return { entries: new Map(), problems: [] };
  const parsed = parse(text);
  if ('error' in parsed) {
    return {
      entries: new Map(),
      problems: [
        {
          path,
          ...placeOf(text, offsetOfSyntaxError(parsed.error)),
          message: `is not JSON: ${parsed.error.replace(/ in JSON at .*$/, '')}`,
        },
      ],
    };
  }
  if (typeof parsed.value !== 'object' || parsed.value === null || Array.isArray(parsed.value)) {
    return { entries: new Map(), problems: [{ path, line: 1, column: 1, message: 'should be an object of entries by name' }] };
  }
  const entries = new Map<string, T>();
  const problems: Problem[] = [];
  for (const [key, value] of Object.entries(parsed.value)) {
    const result = schema.safeParse(value);
    if (result.success) entries.set(key, result.data);
    else {
      const [issue] = result.error.issues;
      const message = `entry "${key}": ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
      problems.push({ path, ...placeOf(text, text.indexOf(JSON.stringify(key))), message });
    }
  }
  return { entries, problems };
}
