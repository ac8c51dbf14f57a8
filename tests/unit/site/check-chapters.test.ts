/** What holds of a whole chapter and between its languages, each said in a sentence. */
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/i18n/text';
import { viewNames } from '../../../src/demos/registry';
import { createBookSource } from '../../../src/site/markdown/book-source';
import { parseChapter, type Chapter } from '../../../src/site/markdown/book';
import { checkLanguages } from '../../../src/site/markdown/check-languages';
import { checkRecordings } from '../../../src/site/markdown/check-recordings';
import { checkTranslation } from '../../../src/site/markdown/check-translation';
import { checkWhole } from '../../../src/site/markdown/check-whole';
import { toyBook, toyDemos } from './toy';

const MATTER = 'title: T\ndescription: A sentence about the chapter.\nchapter: 9';
const WHOLE = `---
${MATTER}
---
:::prerequisites
- What a sum is.
:::

## One

As [@hornik1989] showed.

## Two

### Three

:::challenge[A]{#a demo=toy goal="loss < 1"}
:::

:::challenge[B]{#b demo=toy goal="loss < 1"}
:::

:::challenge[C]{#c demo=toy goal="loss < 1"}
:::

:::predict[P]{#p kind=value demo=toy}
:::

:::predict[Q]{#q kind=value demo=toy}
:::

:::exercise
:::

:::summary
- Sums.
:::
`;

function chapter(text: string, lang: Lang = 'en', id = 'sums'): Promise<Chapter> {
  return parseChapter({ id, lang, path: `content/${lang}/${id}.md`, text });
}

async function faultsOf(text: string): Promise<readonly string[]> {
  const one = await chapter(text);
  return checkWhole(one, { chapters: [one] }).map(({ message }) => message);
}

describe('a whole chapter', () => {
  it('has what readers count on, and says of itself what it is', async () => {
    expect(await faultsOf(WHOLE)).toEqual([]);
  });

  it.each([
    [':::prerequisites', ':::note', 'a finished chapter has at least: 1 :::prerequisites, here 0.'],
    ['### Three', 'Three', 'a finished chapter has at least: 3 headings (##), here 2.'],
    [':::challenge[C]', ':::note[C]', 'a finished chapter has at least: 3 :::challenge, here 2.'],
    [':::predict[P]', ':::note[P]', 'a finished chapter has at least: 2 :::predict, here 1.'],
    [':::exercise', ':::note', 'a finished chapter has at least: 1 :::exercise, here 0.'],
    [':::summary', ':::note', 'a finished chapter has at least: 1 :::summary, here 0.'],
    ['[@hornik1989]', 'somebody', 'a finished chapter has at least: 1 citation ([@…]), here 0.'],
  ])('is none without %s', async (part, instead, sentence) => {
    const remedy = ' While it is being written, "status: growing" in its front matter tells the reader so';
    expect(await faultsOf(WHOLE.replace(part, instead))).toEqual([sentence + remedy]);
  });

  it('may lack all of it while it grows, but not what it says of itself', async () => {
    expect(await faultsOf(`---\n${MATTER}\nstatus: growing\n---\nText.`)).toEqual([]);
    expect(await faultsOf('---\ntitle: T\ndescription: Short\nstatus: growing\n---\nText.')).toEqual([
      'front matter needs "chapter": a whole number, its place in the book',
      'front matter needs "description": one sentence of 10 to 200 characters; it has 5',
    ]);
  });

  it('has one of the words of status there are, and a number that the plan gives to no other', async () => {
    expect(await faultsOf(WHOLE.replace('chapter: 9', 'chapter: 9\nstatus: soon'))).toEqual([
      '"status: soon" is none; there is "status: growing", for a chapter that is still being written',
    ]);
    expect(await faultsOf(WHOLE.replace('chapter: 9', 'chapter: 8'))).toEqual([
      'is chapter 8, and so is "inside", which is planned: give one of them another number (src/site/chapters.ts)',
    ]);
  });
});

describe('the languages of a chapter', () => {
  async function between(zh: string, en: string): Promise<readonly string[]> {
    const chapters = [await chapter(`---\n${MATTER}\n---\n${zh}`, 'zh'), await chapter(`---\n${MATTER}\n---\n${en}`)];
    return checkLanguages({ chapters }).map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`);
  }

  it('have the same anchors: every one that differs is named', async () => {
    expect(await between('## 一 {#fit}\n\n## 二 {#two}\n\n## 三', '## One {#fitting}\n\n## Two\n\n## Three')).toEqual([
      'content/zh/sums.md:6:1 has the anchor {#fit}, and the anchor {#fitting} at content/en/sums.md:6: an anchor is the same in both languages',
      'content/zh/sums.md:8:1 has the anchor {#two}, and no anchor at content/en/sums.md:8: an anchor is the same in both languages',
    ]);
  });

  it('have the same settings of figures and goals of challenges', async () => {
    const text = (settings: string, goal: string): string =>
      `::demo[C]{#toy ${settings}}\n\n:::challenge[A]{#a demo=toy goal="${goal}"}\n:::`;
    expect(await between(text('rate=0.5', 'loss < 1'), text('shape=round', 'loss < 2'))).toEqual([
      'content/zh/sums.md:6:1 has rate="0.5", and none at content/en/sums.md:6: settings are the same in both languages',
      'content/zh/sums.md:6:1 has shape=none, and "round" at content/en/sums.md:6: settings are the same in both languages',
      'content/zh/sums.md:8:1 has goal="loss < 1", and "loss < 2" at content/en/sums.md:8: settings are the same in both languages',
    ]);
  });

  it('have the same numbered formulas, but for their words', async () => {
    const text = (tex: string): string => `$$\n${tex} \\label{eq-a}\n$$`;
    expect(await between(text('a = \\text{和}'), text('a = \\text{sum}'))).toEqual([]);
    expect(await between(text('a = b'), text('a = c'))).toEqual([
      'content/zh/sums.md:6:1 has another formula than content/en/sums.md:6: it is the same in both languages, but for the words in \\text{…}',
    ]);
  });

  it('grow together', async () => {
    const chapters = [await chapter(`---\n${MATTER}\nstatus: growing\n---\n`, 'zh'), await chapter(`---\n${MATTER}\n---\n`)];
    expect(checkLanguages({ chapters }).map(({ message }) => message)).toEqual([
      'has none, content/zh/sums.md has "status: growing": a chapter grows in both',
    ]);
  });

  async function told(zh: string, en: string): Promise<readonly string[]> {
    const chapters = [await chapter(zh, 'zh'), await chapter(en)];
    return checkTranslation({ chapters }).map(({ path, message }) => `${path} ${message}`);
  }

  it('are each written in their language, and tell as much', async () => {
    const [zh, en] = ['这是一句话。'.repeat(160), 'This sentence tells that much. '.repeat(80)];
    expect(await told(zh, en)).toEqual([]);
    expect(await told(en, en)).toEqual(['content/zh/sums.md is not Chinese: 0 Chinese characters, 400 words in Latin letters']);
    expect(await told(zh, zh)).toEqual(['content/en/sums.md is not English: 0 words in Latin letters, 800 Chinese characters']);
    expect(await told(zh, en.repeat(3))).toEqual([
      'content/zh/sums.md is a summary of the other language: 800 Chinese characters stand against 1200 English words, where a word takes 1 to 3.5 characters',
    ]);
    expect(await told('一句。', en.slice(0, 60))).toEqual([]);
  });
});

describe('a figure without its recorded run', () => {
  const FIGURES =
    '::demo[C]{#toy}\n\n::demo[C]{#toy figure=half rate=0.5}\n\n::demo[C]{#toy figure=again rate=0.5}\n\n::demo[C]{#toy rate=7}';

  it('is named once, with the command that makes it; the opening of a demo, at its declaration', async () => {
    const one = await chapter(FIGURES);
    const problems = (there: readonly string[]): readonly string[] =>
      checkRecordings({ chapters: [one], demos: toyDemos, isFile: (path) => there.includes(path) }).map(
        ({ path, line, message }) => `${path}:${line} ${message}`,
      );
    const films = ['src/demos/toy/film.json', 'src/demos/toy/film.rate-0_5.json'];
    const remedy = 'to make it: npm run record -- toy --missing';
    const sentence = (file: string): string =>
      `demo "toy" has no recorded run with these settings (src/demos/toy/${file}), the picture before and without JavaScript; ${remedy}`;
    const filmSentence = `demo "toy" has no film of the run with these settings (src/demos/toy/film.json), what its timeline shows before anything is trained; ${remedy}`;
    expect(problems(['src/demos/toy/run.json', ...films])).toEqual([`content/en/sums.md:3 ${sentence('run.rate-0_5.json')}`]);
    expect(problems(['src/demos/toy/run.rate-0_5.json', ...films])).toEqual([`content/en/sums.md:1 ${sentence('run.json')}`]);
    const none = checkRecordings({ ...toyBook, isFile: () => false }).map(({ path, message }) => `${path} ${message}`);
    expect(none).toEqual([`src/demos/toy/demo.ts ${sentence('run.json')}`, `src/demos/toy/demo.ts ${filmSentence}`]);
  });

  it('stops what is published, and not what is being written', async () => {
    const source = createBookSource({
      root: process.cwd(),
      folder: 'tests/fixtures/content/nothing',
      loadDemos: () => Promise.resolve({ demos: toyDemos, viewNames }),
      checkGoal: () => undefined,
    });
    await expect(source.read()).resolves.toMatchObject({ chapters: [], problems: [] });
    await expect(source.readToPublish()).rejects.toThrow(/src\/demos\/toy\/demo\.ts:1:1 demo "toy" has no recorded run/);
  });
});
