/** What holds of every chapter that is there: the rules are the build's (src/site/markdown/README.md), and a few that it cannot see. */
import { describe, expect, it } from 'vitest';
import { demos } from '../../src/demos/registry';
import { siteText } from '../../src/i18n/site';
import { LANGS } from '../../src/i18n/text';
import { checkGoal } from '../../src/site/check-goal';
import { readBook } from '../../src/site/markdown/book';
import { checkBook } from '../../src/site/markdown/check-book';
import { checkRecordings } from '../../src/site/markdown/check-recordings';
import { formatProblems } from '../../src/site/markdown/problem';

const book = await readBook(process.cwd(), 'content', demos);
const ids = [...new Set(book.chapters.map(({ id }) => id))];

it('there is a book', () => {
  expect(ids).toContain('mlp');
});

it('the book can be published', () => {
  expect(formatProblems([...checkBook(book, checkGoal), ...checkRecordings(book)])).toBe('');
});

describe.each(ids)('chapter %s', (id) => {
  // The build cannot ask for it: a demo may be there, in the gallery and on its own page, before the chapter speaks of it.
  it.each(LANGS)('shows every demo that says it belongs to it (%s)', (lang) => {
    const own = [...demos].filter(([, { chapter }]) => chapter === id).map(([demo]) => demo);
    const shown = new Set(book.chapters.find((one) => one.id === id && one.lang === lang)?.inventory.demos.map(({ demo }) => demo));
    const missing = own.filter((demo) => !shown.has(demo));
    expect(missing.map((demo) => `content/${lang}/${id}.md has no figure ::demo[Caption.]{#${demo}}`)).toEqual([]);
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
