/** Chapters with mistakes and what is said about them: `tests/fixtures/content/x.md` → `x.errors.txt`. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkGoal } from '../../../src/site/check-goal';
import { parseChapter, readBook } from '../../../src/site/markdown/book';
import { viewNames } from '../../../src/demos/registry';
import { createBookSource } from '../../../src/site/markdown/book-source';
import { checkBook, checkChapter } from '../../../src/site/markdown/check-book';
import { formatProblems } from '../../../src/site/markdown/problem';
import { toyBook, toyDemos } from './toy';

const FOLDER = 'tests/fixtures/content';
const FILES = globSync(`${FOLDER}/*.md`)
  .map((path) => basename(path, '.md'))
  .sort();

/** Says a mistake by where it is and what it is, one a line. */
async function errorsOf(name: string): Promise<string> {
  const path = `${FOLDER}/${name}.md`;
  const chapter = await parseChapter({ id: name, lang: name === 'sound' ? 'zh' : 'en', path, text: readFileSync(path, 'utf8') });
  return formatProblems(checkChapter(chapter, { ...toyBook, chapters: [chapter] }, checkGoal));
}

describe('a chapter with mistakes', () => {
  it.each(FILES)('%s.md: all of them are named, each at its place', async (name) => {
    await expect(`${await errorsOf(name)}\n`).toMatchFileSnapshot(`../../fixtures/content/${name}.errors.txt`);
  });

  it('names the line of the file, whatever stands above', async () => {
    const text = readFileSync(`${FOLDER}/formulas.md`, 'utf8').replaceAll('\n', '\r\n');
    const chapter = await parseChapter({ id: 'x', lang: 'en', path: 'x.md', text: `\uFEFF${text}` });
    const [first] = checkChapter(chapter, toyBook, checkGoal).filter(({ message }) => message.includes('KaTeX'));
    expect(text.split('\n')[(first?.line ?? 0) - 1]).toContain('\\frac{1}{');
  });
});

describe('a book with mistakes', () => {
  it('has them all named together: files, languages, tables', async () => {
    const book = await readBook(process.cwd(), `${FOLDER}/book`, toyDemos);
    await expect(`${formatProblems(checkBook(book, checkGoal))}\n`).toMatchFileSnapshot('../../fixtures/content/book.errors.txt');
  });

  it('does not build: reading it throws one error with every mistake', async () => {
    const source = createBookSource({
      root: process.cwd(),
      folder: `${FOLDER}/book`,
      loadDemos: () => Promise.resolve({ demos: toyDemos, viewNames }),
      checkGoal,
    });
    await expect(source.read()).rejects.toThrow(/mistakes:\n\n[\s\S]*book\/en\/gamma\.md:6:29 KaTeX/);
  });
});
