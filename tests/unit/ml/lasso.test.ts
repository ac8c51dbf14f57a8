import { describe, expect, it } from 'vitest';
import { lasso } from '../../../src/ml/lasso';
import { createRandom } from '../../../src/ml/random';

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => Array.from(a).reduce((sum, one, i) => sum + one * (b[i] ?? NaN), 0);

describe('lasso, coordinate by coordinate', () => {
  it('with features at right angles is the soft threshold of least squares', () => {
    // Columns of length sqrt(n): least squares are their means with y.
    const columns = [
      [1, 1, 1, 1],
      [1, -1, 1, -1],
      [1, 1, -1, -1],
    ].map((column) => Float64Array.from(column));
    const y = Float64Array.of(4, 1, -1, 0);
    const plain = columns.map((column) => dot(column, y) / 4);
    expect(plain).toEqual([1, 0.5, 1.5]);
    expect([...lasso(columns, y, 0.6)].map((one) => Number((one + 0).toFixed(9)))).toEqual([0.4, 0, 0.9]);
  });

  it.each([
    [20, 8, 0.1],
    [12, 40, 0.2],
    [12, 40, 0.02],
  ])('%i samples of %i features at %d: no weight can be moved for the better', (samples, features, lambda) => {
    const random = createRandom(samples + features);
    const columns = Array.from({ length: features }, () => Float64Array.from({ length: samples }, () => random.normal()));
    const y = Float64Array.from({ length: samples }, () => random.normal());
    const weights = lasso(columns, y, lambda);
    const left = y.map((one, i) => one - columns.reduce((sum, column, j) => sum + (column[i] ?? NaN) * (weights[j] ?? NaN), 0));
    columns.forEach((column, j) => {
      const pull = dot(column, left) / samples;
      // At the least, loss and penalty pull alike where a weight is not 0, and the loss no harder where it is.
      if (weights[j] === 0) expect(Math.abs(pull)).toBeLessThanOrEqual(lambda + 1e-9);
      else expect(pull).toBeCloseTo(lambda * Math.sign(weights[j] ?? NaN), 5);
    });
    expect(weights.filter((one) => one === 0).length).toBeGreaterThan(0);
  });

  it('is the same from wherever it begins, and all 0 from the largest pull on', () => {
    const random = createRandom(3);
    const columns = Array.from({ length: 6 }, () => Float64Array.from({ length: 15 }, () => random.normal()));
    const y = Float64Array.from({ length: 15 }, () => random.normal());
    const cold = lasso(columns, y, 0.05);
    const warm = lasso(columns, y, 0.05, Float64Array.of(3, -3, 1, 0, 2, -1));
    warm.forEach((one, j) => expect(one).toBeCloseTo(cold[j] ?? NaN, 5));
    const most = Math.max(...columns.map((column) => Math.abs(dot(column, y)) / 15));
    expect([...lasso(columns, y, most * 1.0001)].every((one) => one === 0)).toBe(true);
    expect([...lasso(columns, y, most * 0.999)].some((one) => one !== 0)).toBe(true);
  });
});
