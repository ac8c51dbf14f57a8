/** What holds of every chapter that is there: written once for all, so that a new chapter is tested by being there. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordingName } from '../../src/demos/recording-name';
import { demos } from '../../src/demos/registry';
import { siteText } from '../../src/i18n/site';
import { LANGS, type Lang } from '../../src/i18n/text';
import { plannedChapters } from '../../src/site/chapters';
import { checkGoal } from '../../src/site/check-goal';
import { figureSettings } from '../../src/site/figure-settings';
import { readBook, type Chapter } from '../../src/site/markdown/book';
import { checkBook } from '../../src/site/markdown/check-book';
import { nodesOf } from './chapter-nodes';
import { formatProblems } from '../../src/site/markdown/problem';

const book = await readBook(process.cwd(), 'content', demos);
const ids = [...new Set(book.chapters.map(({ id }) => id))];

function chapterIn(id: string, lang: Lang): Chapter {
  const chapter = book.chapters.find((one) => one.id === id && one.lang === lang);
  if (chapter === undefined) throw new Error(`content/${lang}/${id}.md is missing`);
  return chapter;
}

it('there is a book', () => {
  expect(ids).toContain('mlp');
});

it('the book has no mistakes', () => {
  expect(formatProblems(checkBook(book, checkGoal))).toBe('');
});

it('every setting that a page shows has its recorded run', () => {
  const missing = figureSettings(book).flatMap(({ demo: id, values, seed }) => {
    const demo = demos.get(id);
    const file = demo === undefined ? '' : `src/demos/${id}/${recordingName(demo, values, seed)}`;
    return existsSync(file) ? [] : [`${file}: npm run record -- ${id} --missing`];
  });
  expect(missing).toEqual([]);
});

describe.each(ids)('chapter %s', (id) => {
  const [zh, en] = LANGS.map((lang) => chapterIn(id, lang));

  it('has the number that the plan of the book gives it', () => {
    const planned = plannedChapters.find((one) => one.id === id);
    if (planned !== undefined) expect(zh?.number).toBe(planned.number);
  });

  it('shows every demo that says it belongs to it, in both languages', () => {
    const own = [...demos].filter(([, { chapter }]) => chapter === id).map(([demo]) => demo);
    for (const chapter of [zh, en]) {
      const shown = new Set(chapter?.inventory.demos.map(({ demo }) => demo));
      expect(
        own.filter((demo) => !shown.has(demo)),
        chapter?.path ?? id,
      ).toEqual([]);
    }
  });

  it('has the same figures with the same settings in both languages', () => {
    const attributes = (chapter: Chapter | undefined) => chapter?.inventory.demos.map(({ node }) => node.attributes);
    expect(attributes(zh)).toEqual(attributes(en));
  });

  it('has headings of the same levels, numbered alike', () => {
    const numbers = (chapter: Chapter | undefined) =>
      chapter?.inventory.targets.filter(({ kind }) => kind === 'section').map(({ number }) => number);
    expect(numbers(zh)).toEqual(numbers(en));
    expect(numbers(zh)?.length).toBeGreaterThan(2);
  });

  it('has the same formulas with numbers, letter for letter but for words', () => {
    const formulas = (chapter: Chapter | undefined) =>
      chapter?.inventory.targets.flatMap(({ node }) => (node.type === 'math' ? [node.value.replace(/\\text\{[^}]*\}/g, '\\text{}')] : []));
    expect(formulas(zh)).toEqual(formulas(en));
  });

  it.each(LANGS)('has three challenges or more with hints and answers, and exercises with answers (%s)', (lang) => {
    const chapter = chapterIn(id, lang);
    const boxes = nodesOf(chapter.tree, 'containerDirective');
    const challenges = boxes.filter(({ name }) => name === 'challenge');
    const exercises = boxes.filter(({ name }) => name === 'exercise');
    expect(challenges.length).toBeGreaterThanOrEqual(3);
    expect(exercises.length).toBeGreaterThanOrEqual(1);
    for (const box of [...challenges, ...exercises]) {
      const inside = nodesOf(box, 'containerDirective').map(({ name }) => name);
      expect(inside).toContain('answer');
      if (box.name === 'challenge') expect(inside).toContain('hint');
    }
  });

  it.each(LANGS)('says what to know first, sums up and cites (%s)', (lang) => {
    const { tree, path } = chapterIn(id, lang);
    const names = nodesOf(tree, 'containerDirective').map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['prerequisites', 'summary']));
    expect(readFileSync(path, 'utf8')).toMatch(/\[@\w+/);
  });

  it.each(LANGS)('describes itself in one sentence (%s)', (lang) => {
    const matter = /^---\n([\s\S]*?)\n---/.exec(readFileSync(chapterIn(id, lang).path, 'utf8'))?.[1] ?? '';
    const description = /^description: *(.+)$/m.exec(matter)?.[1] ?? '';
    expect(description.length).toBeGreaterThan(10);
    expect(description.length).toBeLessThan(200);
  });

  it('is written in its language: Chinese in Chinese, English without stretches of Chinese', () => {
    const textOf = (chapter: Chapter | undefined) =>
      chapter === undefined
        ? ''
        : nodesOf(chapter.tree, 'text')
            .map(({ value }) => value)
            .join('\n');
    const chinese = (text: string) => text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
    const latin = (text: string) => text.match(/[A-Za-z]{3,}/g)?.length ?? 0;
    expect(chinese(textOf(zh))).toBeGreaterThan(8 * latin(textOf(zh)));
    expect(latin(textOf(en))).toBeGreaterThan((8 * chinese(textOf(en))) / 2);
    // Neither is a summary of the other: an English word stands for one to three Chinese characters.
    expect(chinese(textOf(zh)) / latin(textOf(en))).toBeGreaterThan(1);
    expect(chinese(textOf(zh)) / latin(textOf(en))).toBeLessThan(3.5);
  });
});

describe('the words of the site', () => {
  it.each(Object.entries(siteText))('%s is Chinese in Chinese and has no Chinese in English', (_, { zh, en }) => {
    expect(zh.replace(/\{\w+\}/g, '')).toMatch(/[\u3000-\u9fff\uff00-\uffef]|^$/);
    expect(en).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
    const slots = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(slots(zh)).toEqual(slots(en));
  });
});

describe('the glossary', () => {
  it('has every meaning in the language it is listed under', () => {
    for (const [name, { zh, en }] of book.glossary) {
      expect(zh.meaning, name).toMatch(/[\u3400-\u9fff]/);
      expect(en.meaning, name).not.toMatch(/[\u3400-\u9fff]/);
    }
  });
});

it('every demo belongs to a chapter of the book or of its plan', () => {
  const known = new Set([...ids, ...plannedChapters.map(({ id }) => id)]);
  expect([...demos].filter(([, { chapter }]) => !known.has(chapter)).map(([id, { chapter }]) => `${basename(id)}: ${chapter}`)).toEqual([]);
});
