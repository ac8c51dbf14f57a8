/** Drawn scores against what is known of them: variances, and entropies of softmaxes that can be worked out. */
import { describe, expect, it } from 'vitest';
import { drawScores } from '../../../src/demos/scoring/draws';
import { problemOf, rightKey } from '../../../src/demos/scoring/problem';
import { KEYS, LOOK_UPS, VALUE } from '../../../src/demos/scoring/setting';
import { createRandom } from '../../../src/ml/random';
import { momentsOf } from '../ml/support';

describe('drawn scores', () => {
  it('have the length for their variance, to 5 %', () => {
    for (const length of [1, 4, 50]) {
      expect(Math.abs(drawScores(length, createRandom(7)).variance / length - 1)).toBeLessThan(0.05);
    }
  });

  it('are as spread out as normal scores of variance 1 where they are scaled: the same for all lengths, and less than ln 8', () => {
    // Of eight normal scores of variance 1: simulated here, with normal numbers.
    const normal = createRandom(3);
    let expected = 0;
    for (let i = 0; i < 10_000; i++) {
      const powers = Array.from({ length: KEYS }, () => Math.exp(normal.normal()));
      const whole = powers.reduce((sum, one) => sum + one, 0);
      expected -= powers.reduce((sum, one) => sum + (one / whole) * Math.log(one / whole), 0) / 10_000;
    }
    const { scaled, dot } = drawScores(200, createRandom(7));
    expect(Math.abs(scaled.entropy - expected)).toBeLessThan(0.02);
    expect(dot.entropy).toBeLessThan(expected / 5);
    expect(dot.slope).toBeLessThan(scaled.slope / 3);
    expect(scaled.slope).toBeLessThan(1 - 1 / KEYS);
  });
});

describe('the look-ups to be learned', () => {
  const problem = problemOf(16, createRandom(1));

  it('mean the value of their right key', () => {
    for (let i = 0; i < LOOK_UPS; i++) {
      const from = (i * KEYS + rightKey(i)) * VALUE;
      expect([...problem.meant.slice(i * VALUE, (i + 1) * VALUE)]).toEqual([...problem.said.slice(from, from + VALUE)]);
    }
  });

  it('are of numbers with mean 0 and variance 1', () => {
    const { mean, variance } = momentsOf(problem.keys);
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });
});
