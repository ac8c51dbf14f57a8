import { tensor1d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { bestOf, rankCorrelation } from '../../../src/ml/rank-correlation';
import { on, read } from './support';

const correlation = (first: number[], second: number[], counted = first.map(() => 1)): number =>
  read(tidy(() => rankCorrelation(tensor1d(first), tensor1d(second), tensor1d(counted))))[0] ?? NaN;

describe('rank correlation', () => {
  beforeAll(() => on('cpu'));

  it('is that of published tables', () => {
    // IQ and hours of television: the worked example of Wikipedia's article on Spearman's coefficient, −29/165.
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(correlation(iq, hours)).toBeCloseTo(-29 / 165, 6);
  });

  it('counts equal numbers by the mean of their ranks', () => {
    // Ranks 1.5, 1.5, 3, 4 against 1, 2, 3, 4: the covariance is 4.5, the squares are 4.5 and 5.
    expect(correlation([2, 2, 5, 9], [1, 3, 4, 8])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 6);
  });

  it('heeds the order alone, among those that count', () => {
    expect(correlation([1, 2, 3, 1e30], [-5, 0, 0.1, 0.2])).toBeCloseTo(1, 6);
    expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 6);
    expect(correlation([1, 9, 2, 3], [1, -4, 2, 3], [1, 0, 1, 1])).toBeCloseTo(1, 6);
    expect(correlation([4, 4, 4], [1, 2, 3])).toBe(0);
    expect(correlation([1, 2, 3], [1, 2, 3], [0, 0, 0])).toBe(0);
  });

  it('finds the best', () => {
    expect(read(tidy(() => bestOf(tensor1d([3, 1, 1e30, 2, 5]), 2)))).toEqual([0, 1, 0, 1, 0]);
  });
});
