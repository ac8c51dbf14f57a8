import { describe, expect, it } from 'vitest';
import { initialise } from '../../../src/ml/initialisers';
import { createRandom } from '../../../src/ml/random';
import { fansOf } from '../../../src/ml/blueprint/fans';
import { INITIALISER_NAMES } from '../../../src/ml/blueprint/initialiser-names';
import { momentsOf } from './support';

const FAN_IN = 300;
const FAN_OUT = 200;
const SHAPE = [FAN_IN, FAN_OUT];

describe('initialisers', () => {
  it.each([
    ['normal', 1, 3],
    ['uniform', 1 / 3, 1.8],
    ['xavierUniform', 2 / (FAN_IN + FAN_OUT), 1.8],
    ['xavierNormal', 2 / (FAN_IN + FAN_OUT), 3],
    ['heUniform', 2 / FAN_IN, 1.8],
    ['heNormal', 2 / FAN_IN, 3],
    ['lecunNormal', 1 / FAN_IN, 3],
  ] as const)('%s has mean 0, the variance of its paper and the kurtosis of its distribution', (name, variance, kurtosis) => {
    const moments = momentsOf(initialise(name, SHAPE, createRandom(0)));
    // 60,000 draws: deviations of mean, variance and kurtosis are 0.4, 0.6 and 2 per cent of their scale.
    expect(Math.abs(moments.mean) / Math.sqrt(variance)).toBeLessThan(0.02);
    expect(Math.abs(moments.variance / variance - 1)).toBeLessThan(0.03);
    expect(Math.abs(moments.kurtosis - kurtosis)).toBeLessThan(0.12);
    const doubled = momentsOf(initialise(name, SHAPE, createRandom(0), 2));
    expect(doubled.variance / moments.variance).toBeCloseTo(4, 4);
  });

  it('keep uniform ones within the bound of Glorot and Bengio, and reach near it', () => {
    const bound = Math.sqrt(6 / (FAN_IN + FAN_OUT));
    const largest = initialise('xavierUniform', SHAPE, createRandom(1)).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(largest).toBeLessThanOrEqual(bound);
    expect(largest).toBeGreaterThan(0.999 * bound);
  });

  it('fill with constants', () => {
    expect([...initialise('zeros', [2, 2], createRandom(0))]).toEqual([0, 0, 0, 0]);
    expect([...initialise('ones', [3], createRandom(0))]).toEqual([1, 1, 1]);
    expect([...initialise('constant', [2], createRandom(0), -0.5)]).toEqual([-0.5, -0.5]);
  });

  it.each([
    [8, 5],
    [5, 8],
    [6, 6],
    [1, 4],
  ])('orthogonal gives %i x %i numbers whose shorter side is orthonormal', (rows, columns) => {
    const scale = 1.5;
    const matrix = initialise('orthogonal', [rows, columns], createRandom(4), scale);
    const at = (row: number, column: number): number => matrix[row * columns + column] ?? NaN;
    const [count, length] = rows >= columns ? [columns, rows] : [rows, columns];
    const entry = (vector: number, i: number): number => (rows >= columns ? at(i, vector) : at(vector, i));
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < count; b++) {
        const product = Array.from({ length }, (_, i) => entry(a, i) * entry(b, i)).reduce((sum, value) => sum + value, 0);
        expect(product).toBeCloseTo(a === b ? scale ** 2 : 0, 6);
      }
    }
  });

  it('orthogonal is spread evenly: a corner of a rotation has mean 0 and variance 1 / size', () => {
    const corners = Array.from({ length: 4000 }, (_, seed) => initialise('orthogonal', [4, 4], createRandom(seed))[0] ?? NaN);
    const { mean, variance } = momentsOf(corners);
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(variance).toBeCloseTo(0.25, 1);
  });

  it('counts the window of a convolution into its fans', () => {
    expect(fansOf([3, 3, 8, 16])).toEqual({ in: 72, out: 144 });
    expect(fansOf([5, 7])).toEqual({ in: 5, out: 7 });
    expect(fansOf([4])).toEqual({ in: 1, out: 4 });
  });

  it.each(INITIALISER_NAMES)('%s is the same from the same stream, of the size asked for, and finite', (name) => {
    const [one, other] = [0, 0].map((seed) => initialise(name, [3, 2, 4], createRandom(seed)));
    expect(one).toHaveLength(24);
    expect(one).toEqual(other);
    expect(one?.every(Number.isFinite)).toBe(true);
  });
});
