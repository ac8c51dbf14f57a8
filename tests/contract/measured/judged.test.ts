/** How the numbers of the text are judged, and dealt out to those who measure them. */
import { describe, expect, it } from 'vitest';
import { demos } from '../../../src/demos/registry';
import { LANGS } from '../../../src/i18n/text';
import { parseChapter, readBook, type Chapter } from '../../../src/site/markdown/book';
import { measuredIn } from '../../../src/site/markdown/check-measured';
import { checkMeasurements } from '../../../tools/measured/check';
import { partOf } from '../../../tools/measured/parts';
import type { Wish } from '../../../tools/measured/runs';

const book = await readBook(process.cwd(), 'content', demos);
const ids = [...new Set(book.chapters.map(({ id }) => id))];

describe.each(ids)('chapter %s', (id) => {
  it('names the same measured runs in both languages', () => {
    const [zh, en] = LANGS.map((lang) =>
      book.chapters
        .filter((chapter) => chapter.id === id && chapter.lang === lang)
        .flatMap(measuredIn)
        .map(({ attributes }) => JSON.stringify(Object.entries(attributes ?? {}).sort()))
        .sort(),
    );
    expect(zh).toEqual(en);
  });
});

describe('parts of the numbers', () => {
  const wish = (demo: string, seed: number, step: number): Wish => ({
    run: { demo, values: {}, seed, step },
    asked: { kind: 'until', condition: '' },
  });
  const place = (...wishes: readonly Wish[]) => ({ wishes, against: [] as readonly Wish[] });
  // Seeds 1 and 2 hang together through the third place; 300 steps of them, then 200, 100.
  const places = [
    place(wish('a', 1, 100)),
    place(wish('b', 1, 7)),
    place(wish('a', 1, 50), wish('a', 2, 200)),
    place(wish('a', 3, 200)),
    place(wish('a', 4, 100)),
  ];
  const parts = [0, 1].map((index) => partOf(places, { index, of: 2 }));

  it('hold every place once, in its order, and places of one run together', () => {
    const numbers = parts.map((part) => part.map((one) => places.indexOf(one)));
    expect(numbers.flat().sort()).toEqual([0, 1, 2, 3, 4]);
    expect(numbers.map((part) => part.filter((at) => at !== 1))).toEqual([
      [3, 4],
      [0, 2],
    ]);
    expect(partOf(places, { index: 0, of: 1 })).toEqual(places);
  });
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

  it('may be asked of the first of several seeds alone', async () => {
    const chapter = await chapterOf(
      [
        `:measured[3 and 5]{${run} metric=step seed="1,2"}`,
        `:measured[2 to 4]{${run} metric=step seed="1,2" between}`,
        `:measured[3]{${run} metric=step seed="1,2" over=mean}`,
      ].join(' '),
    );
    const [all, first] = [await checkMeasurements([chapter]), await checkMeasurements([chapter], { seeds: 'first' })];
    expect(all.outcomes.map(({ ok }) => ok)).toEqual([false, true, true]);
    expect(first.outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    // Of a range and a mean all seeds are measured.
    expect(first.carried.map(({ seed }) => seed)).toEqual([1, 2]);
  });

  it('and so is a prediction whose text is wrong about its run', async () => {
    const prediction = (says: string): string =>
      `::::predict[T]{#x kind=choice ${run} metric="entry(slopes 0) / entry(slopes 0)" answers="below 0.5; above 0.5" says=${says}}\n1. A\n2. B\n\n:::answer\nB.\n:::\n::::\n`;
    const { outcomes } = await checkMeasurements([await chapterOf(`${prediction('1.0')}\n${prediction('0.2')}`)]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false]);
    expect(outcomes[1]?.line).toMatch(/^content\/en\/x\.md:14:1 says "0\.2", measured 1: .* of sigmoid-chain.*, seed 1, step 3$/);
  });
});
