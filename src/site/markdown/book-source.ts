/** The book, read anew whenever a file of it has changed; and its mistakes, all at once. */
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Demo } from '../../demos/spec';
import { readBook, type Book } from './book';
import { checkBook } from './check-book';
import type { GoalCheck } from './check-structure';
import { formatProblems } from './problem';

export interface BookSource {
  /** The book as it stands. Throws an error that lists every mistake of every chapter. */
  read(): Promise<Book>;
}

export interface BookSourceOptions {
  /** The project's root. */
  readonly root: string;
  /** The folder of the texts, from the root. */
  readonly folder: string;
  readonly loadDemos: () => Promise<ReadonlyMap<string, Demo>>;
  readonly checkGoal: GoalCheck;
}

/** Changes when a text or a demo's declaration is added, removed or edited. */
function fingerprint(root: string, folder: string): string {
  const files = [`${folder}/*/*.md`, `${folder}/*.json`, 'src/demos/*/demo.ts'].flatMap((pattern) => globSync(pattern, { cwd: root }));
  return files.map((file) => `${file} ${statSync(join(root, file)).mtimeMs}`).join('\n');
}

async function readSoundBook({ root, folder, loadDemos, checkGoal }: BookSourceOptions): Promise<Book> {
  const book = await readBook(root, folder, await loadDemos());
  const problems = checkBook(book, checkGoal);
  if (problems.length === 0) return book;
  const count = problems.length === 1 ? 'one mistake' : `${problems.length} mistakes`;
  throw new Error(`The chapters have ${count}:\n\n${formatProblems(problems)}\n`);
}

/** A source of the book for one build or one dev server. */
export function createBookSource(options: BookSourceOptions): BookSource {
  const cache = new Map<string, Promise<Book>>();
  return {
    read() {
      const key = fingerprint(options.root, options.folder);
      const known = cache.get(key);
      if (known !== undefined) return known;
      cache.clear();
      const book = readSoundBook(options);
      cache.set(key, book);
      return book;
    },
  };
}
