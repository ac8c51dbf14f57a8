/** A challenge is none where a preset or another data set solves it by itself, or where the answer that is given does not. */
import { describe, expect, it } from 'vitest';
import { demos } from '../../../src/demos/registry';
import { LANGS } from '../../../src/i18n/text';
import { readBook } from '../../../src/site/markdown/book';
import { challengesOf, cheatsFor, described, solvedAt, stepsFor } from './challenge-runs';

/** The files that share the challenges: a chapter's are tried two at a time. */
const PARTS = 2;

/** Tries the challenges of all chapters whose number leaves `part` when it is divided by the number of parts. */
export async function solvePart(part: number): Promise<void> {
  const book = await readBook(process.cwd(), 'content', demos);
  const challenges = book.chapters.filter(({ lang }) => lang === LANGS[0]).flatMap(challengesOf);
  const own = challenges.filter((_, i) => i % PARTS === part);

  describe.each(own.map((challenge) => ({ name: challenge.name, challenge })))('$name', ({ challenge }) => {
    it('is not solved by the figure as it stands, by a preset, or by other data', async () => {
      const solved: string[] = [];
      for (const values of cheatsFor(challenge)) {
        const at = await solvedAt(challenge, values, challenge.demo.seed, stepsFor(challenge, values));
        if (at !== undefined) solved.push(`${described(values, challenge)}: solved at step ${at}`);
      }
      expect(solved).toEqual([]);
    }, 300_000);

    it.skipIf(challenge.answers.length === 0)('is solved by the answer that is given', async () => {
      const missed: string[] = [];
      for (const { values, seed, step } of challenge.answers) {
        const at = await solvedAt(challenge, values, seed, step);
        if (at === undefined) missed.push(`${described(values, challenge)}, seed ${seed}: not solved in ${step} steps`);
      }
      expect(missed).toEqual([]);
    });
  });
}
