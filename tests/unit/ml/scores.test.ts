/** The scores of attention against the equations in double arithmetic, their gradients against central differences. */
import { grad, mul, square, sum, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import '../../../src/ml/gradients';
import { held } from '../../../src/ml/held';
import { createRandom } from '../../../src/ml/random';
import { additiveScores, dotScores } from '../../../src/ml/scores';
import { centralDifferences, expectClose, normals, on, read } from './support';

beforeAll(() => on('cpu'));

const [BATCH, KEYS, LENGTH] = [3, 4, 5];

/** Scores of every key for every query; `sets` 1: all queries have the same keys. */
function byHand(
  score: (q: readonly number[], k: readonly number[]) => number,
  queries: readonly number[],
  keys: readonly number[],
): number[] {
  const sets = keys.length / (KEYS * LENGTH);
  return Array.from({ length: BATCH * KEYS }, (_, i) => {
    const [query, key] = [Math.floor(i / KEYS), i % KEYS];
    const from = ((sets === 1 ? 0 : query * KEYS) + key) * LENGTH;
    return score(queries.slice(query * LENGTH, (query + 1) * LENGTH), keys.slice(from, from + LENGTH));
  });
}

const product = (q: readonly number[], k: readonly number[]): number => q.reduce((total, one, i) => total + one * (k[i] ?? NaN), 0);
const V = [0.5, -1, 2, 0.25, -0.75];
const additive = (q: readonly number[], k: readonly number[]): number =>
  q.reduce((total, one, i) => total + (V[i] ?? NaN) * Math.tanh(one + (k[i] ?? NaN)), 0);

describe.each([1, BATCH])('scores with %i sets of keys for three queries', (sets) => {
  const queries = normals(createRandom(1), BATCH * LENGTH);
  const keys = normals(createRandom(2), sets * KEYS * LENGTH);
  const given = (): readonly [Tensor, Tensor] => [tensor(queries, [BATCH, 1, LENGTH]), tensor(keys, [sets, KEYS, LENGTH])];

  it('are dot products, times the factor', () => {
    const [q, k] = given();
    expectClose(read(dotScores(q, k)), byHand(product, queries, keys));
    expectClose(
      read(dotScores(q, k, 1 / Math.sqrt(LENGTH))),
      byHand((a, b) => product(a, b) / Math.sqrt(LENGTH), queries, keys),
    );
  });

  it('are v·tanh(q + k) where they are additive', () => {
    const [q, k] = given();
    expectClose(read(additiveScores(q, k, tensor(V))), byHand(additive, queries, keys));
  });

  it.each(['dot', 'additive'] as const)('have the gradients by the query of the equation: %s', (kind) => {
    const expected = centralDifferences(
      (moved) => byHand(kind === 'dot' ? product : additive, moved, keys).reduce((total, one) => total + one ** 2, 0),
      queries,
    );
    const slopes = tidy(() => {
      const [q, k] = given();
      const score = (by: Tensor): Tensor => (kind === 'dot' ? dotScores(by, k) : additiveScores(by, k, tensor(V)));
      return grad((by: Tensor) => sum(square(score(by))))(q);
    });
    expectClose(read(slopes), expected, 1e-4);
  });
});

describe('what is held', () => {
  it('has the same numbers, and lets no gradient through', () => {
    expect(read(held(tensor([1, -2, 3])))).toEqual([1, -2, 3]);
    // Of x · held(x) the derivative is held(x), where that of x² would be 2x.
    expectClose(read(tidy(() => grad((x: Tensor) => sum(mul(x, held(x))))(tensor([1, -2, 3])))), [1, -2, 3]);
  });
});
