/** The book, read anew whenever a file of it has changed; and its mistakes, all at once. */
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Demo } from '../../demos/declaration';
import { readBook, type Book } from './book';
import { checkBook } from './check-book';
import { checkDeclarations } from './check-declarations';
import { checkRecordings } from './check-recordings';
import type { GoalCheck } from './check-structure';
import { formatProblems, type Problem } from './problem';

export interface BookSource {
  /** The book as it stands. Throws an error that lists every mistake of every chapter. */
  read(): Promise<Book>;
  /** The book to be published: as `read`, with sound demos, and every picture has its recorded run (while writing, a figure goes without). */
  readToPublish(): Promise<Book>;
}

export interface BookSourceOptions {
  /** The project's root. */
  readonly root: string;
  /** The folder of the texts, from the root. */
  readonly folder: string;
  /** Every demo by id, and the names of the pictures that demos share. */
  readonly loadDemos: () => Promise<{ readonly demos: ReadonlyMap<string, Demo>; readonly viewNames: readonly string[] }>;
  readonly checkGoal: GoalCheck;
}

/** Changes when a text or a demo's declaration is added, removed or edited. */
function fingerprint(root: string, folder: string): string {
  const files = [`${folder}/*/*.md`, `${folder}/*.json`, 'src/demos/*/demo.ts'].flatMap((pattern) => globSync(pattern, { cwd: root }));
  return files.map((file) => `${file} ${statSync(join(root, file)).mtimeMs}`).join('\n');
}

interface Inspected {
  readonly book: Book;
  readonly viewNames: readonly string[];
  readonly problems: readonly Problem[];
}

async function inspectBook({ root, folder, loadDemos, checkGoal }: BookSourceOptions): Promise<Inspected> {
  const { demos, viewNames } = await loadDemos();
  const book = await readBook(root, folder, demos);
  return { book, viewNames, problems: checkBook(book, checkGoal) };
}

/** Throws an error that lists the problems, if there are any. */
function refuse(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const count = problems.length === 1 ? 'one mistake' : `${problems.length} mistakes`;
  throw new Error(`The chapters have ${count}:\n\n${formatProblems(problems)}\n`);
}

/** A source of the book for one build or one dev server. */
export function createBookSource(options: BookSourceOptions): BookSource {
  const cache = new Map<string, Promise<Inspected>>();
  const inspect = (): Promise<Inspected> => {
    const key = fingerprint(options.root, options.folder);
    const known = cache.get(key);
    if (known !== undefined) return known;
    cache.clear();
    const inspected = inspectBook(options);
    cache.set(key, inspected);
    return inspected;
  };
  return {
    async read() {
      const { book, problems } = await inspect();
      refuse(problems);
      return book;
    },
    async readToPublish() {
      const { book, viewNames, problems } = await inspect();
      refuse([...problems, ...checkDeclarations(book, viewNames), ...checkRecordings(book)]);
      return book;
    },
  };
}
