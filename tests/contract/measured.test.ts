/** Every number of the text that came from a run is measured again, on the backend that readers get: `npm run measured -- <chapter>` lists them. */
import { describe, expect, it } from 'vitest';
import { demos } from '../../src/demos/registry';
import { readBook } from '../../src/site/markdown/book';
import { measuredIn } from '../../src/site/markdown/check-measured';
import { LANGS } from '../../src/i18n/text';
import { checkMeasurements } from '../../tools/measured/check';
import { parseChapter, type Chapter } from '../../src/site/markdown/book';

const book = await readBook(process.cwd(), 'content', demos);
const ids = [...new Set(book.chapters.map(({ id }) => id))];

describe.each(ids)('chapter %s', (id) => {
  const chapters = book.chapters.filter((chapter) => chapter.id === id);

  it('names the same runs in both languages', () => {
    const named = (lang: string): readonly string[] =>
      chapters
        .filter((chapter) => chapter.lang === lang)
        .flatMap(measuredIn)
        .map(({ attributes }) => JSON.stringify(Object.entries(attributes ?? {}).sort()))
        .sort();
    const [zh, en] = LANGS.map(named);
    expect(zh).toEqual(en);
  });

  it('says what is measured', async () => {
    const { outcomes } = await checkMeasurements(chapters);
    expect(outcomes.filter(({ ok }) => !ok).map(({ line }) => line)).toEqual([]);
    // A chapter has dozens of runs, some of deep nets.
  }, 600_000);
});

describe('a number that is not what is measured', () => {
  const chapterOf = (text: string): Promise<Chapter> =>
    parseChapter({ id: 'x', lang: 'en', path: 'content/en/x.md', text: `---\ntitle: X\nchapter: 1\n---\n${text}` });
  const run = 'demo=sigmoid-chain length=4 step=3';

  it('is named with its place, what the text says and what was measured; one run does for all', async () => {
    const { outcomes, carried } = await checkMeasurements([
      await chapterOf(
        [
          `:measured[0.2]{${run} metric="entry(slopes 0) / entry(slopes 0)"} and :measured[8]{${run} metric=parameters}`,
          `:measured[3]{${run} metric=step}, :measured[0]{${run} metric="loss - loss" seed="1,2"}, :measured[1]{${run} metric=decades against="length=4"}`,
          `:measured[2]{${run} until="step >= 2"}, :measured[0]{${run} metric="gradNorm(link1)" above}`,
        ].join('\n'),
      ),
    ]);
    expect(outcomes.filter(({ ok }) => !ok).map(({ line }) => line)).toEqual([
      expect.stringMatching(
        /^content\/en\/x\.md:5:1 says "0\.2", measured 1: entry\(slopes 0\) .* of sigmoid-chain.*, seed 1, step 3$/,
      ) as string,
    ]);
    expect(outcomes).toHaveLength(7);
    expect(carried.map(({ seed, steps }) => [seed, steps])).toEqual([
      [1, 3],
      [2, 3],
    ]);
  });

  it('and so is a prediction whose text is wrong about its run', async () => {
    const prediction = (says: string): string =>
      `::::predict[T]{#x kind=choice ${run} metric="entry(slopes 0) / entry(slopes 0)" answers="below 0.5; above 0.5" says=${says}}\n1. A\n2. B\n\n:::answer\nB.\n:::\n::::\n`;
    const { outcomes } = await checkMeasurements([await chapterOf(`${prediction('1.0')}\n${prediction('0.2')}`)]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false]);
    expect(outcomes[1]?.line).toMatch(/^content\/en\/x\.md:14:1 says "0\.2", measured 1: .* of sigmoid-chain.*, seed 1, step 3$/);
  });
});
