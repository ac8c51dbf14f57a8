/** Every number of the text that came from a run is measured again, on the backend that readers get: `npm run measured -- <chapter>` lists them. */
import { describe, expect, it } from 'vitest';
import { demos } from '../../../src/demos/registry';
import { readBook } from '../../../src/site/markdown/book';
import { checkMeasurements } from '../../../tools/measured/check';

/** The files that share the numbers: a chapter's are measured two at a time. */
const PARTS = 2;
/** `npm run check` asks for the first of several seeds alone; the tests for all. */
const seeds = process.env['CHECK_SEEDS'] === 'first' ? 'first' : 'all';

/** Measures one part of every chapter's numbers. */
export async function measurePart(index: number): Promise<void> {
  const book = await readBook(process.cwd(), 'content', demos);
  const ids = [...new Set(book.chapters.map(({ id }) => id))];
  describe.each(ids)('chapter %s', (id) => {
    const chapters = book.chapters.filter((chapter) => chapter.id === id);

    it(`says what is measured, part ${index + 1} of ${PARTS}`, async () => {
      const { outcomes } = await checkMeasurements(chapters, { part: { index, of: PARTS }, seeds });
      expect(outcomes.filter(({ ok }) => !ok).map(({ line }) => line)).toEqual([]);
      // A chapter has dozens of runs, some of deep nets.
    }, 600_000);
  });
}
