import { describe, expect, it } from 'vitest';
import {
  CLOSE_EVALUATIONS,
  evaluationIsDue,
  evaluationSpacing,
  lastEvaluation,
  nextEvaluation,
} from '../../../src/engine/worker/run/evaluations';

describe('held-out metrics', () => {
  it('are due at step 0 and at multiples of the model’s own distance, at first', () => {
    expect(Array.from({ length: 31 }, (_, step) => step).filter((step) => evaluationIsDue(step, 10))).toEqual([0, 10, 20, 30]);
    expect(evaluationIsDue(0, Infinity)).toBe(true);
    expect(evaluationIsDue(7, Infinity)).toBe(false);
    expect(nextEvaluation(7, Infinity)).toBe(Infinity);
    expect(nextEvaluation(Infinity, 10)).toBe(Infinity);
  });

  it('are wider apart the longer a run is, never more than a thousandth of it', () => {
    expect(evaluationSpacing(10 * CLOSE_EVALUATIONS - 1, 10)).toBe(10);
    expect(evaluationSpacing(10 * CLOSE_EVALUATIONS, 10)).toBe(20);
    for (let step = 1; step < 1e12; step *= 3) expect(evaluationSpacing(step, 1)).toBeLessThanOrEqual(Math.max(1, step / 1000));
  });

  it('of a run of a billion steps are some ten thousand', () => {
    let count = 0;
    for (let step = 0; step <= 1e9; step = nextEvaluation(step, 10)) {
      expect(evaluationIsDue(step, 10)).toBe(true);
      count++;
    }
    expect(count).toBeLessThan(25_000);
  });

  it.each([1, 3, 10])('every %s steps: the next one named is the next one due', (every) => {
    for (const start of [0, 1, every * CLOSE_EVALUATIONS - 5, 4 * every * CLOSE_EVALUATIONS - 9]) {
      let step = start;
      do step++;
      while (!evaluationIsDue(step, every));
      expect(nextEvaluation(start, every)).toBe(step);
    }
  });

  it.each([1, 3, 10])('every %s steps: the last one named is the last one due', (every) => {
    for (const start of [0, 1, every * CLOSE_EVALUATIONS - 5, 4 * every * CLOSE_EVALUATIONS - 9]) {
      let step = start;
      while (!evaluationIsDue(step, every)) step--;
      expect(lastEvaluation(start, every)).toBe(step);
    }
    expect(lastEvaluation(7, Infinity)).toBe(0);
  });
});
