import { describe, expect, it } from 'vitest';
import { BINS, flatness, summarise, updateRatio } from '../../../src/ml/blueprint/statistics';

describe('a summary', () => {
  it('has the mean, deviation and norm of an arithmetic progression in closed form', () => {
    // 1 … n: mean (n + 1) / 2, variance (n² - 1) / 12, sum of squares n (n + 1) (2n + 1) / 6.
    const n = 1000;
    const { mean, deviation, norm, low, high, count, broken } = summarise(Array.from({ length: n }, (_, i) => i + 1));
    expect(mean).toBeCloseTo((n + 1) / 2, 10);
    expect(deviation).toBeCloseTo(Math.sqrt((n * n - 1) / 12), 10);
    expect(norm).toBeCloseTo(Math.sqrt((n * (n + 1) * (2 * n + 1)) / 6), 8);
    expect([low, high, count, broken]).toEqual([1, n, n, 0]);
  });

  it('spreads evenly spaced numbers evenly over its bars, the largest in the last', () => {
    const { counts } = summarise(Array.from({ length: 10 * BINS }, (_, i) => i));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(10 * BINS);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(counts.at(-1)).toBeGreaterThan(0);
  });

  it('survives numbers whose squares overflow', () => {
    const { mean, deviation, norm } = summarise([3e300, -3e300, 3e300, -3e300]);
    expect(mean).toBeCloseTo(0, 10);
    expect(deviation / 3e300).toBeCloseTo(1, 10);
    expect(norm / 6e300).toBeCloseTo(1, 10);
  });

  it('keeps a small deviation around a large mean', () => {
    const { mean, deviation } = summarise([1e8 - 1, 1e8 + 1]);
    expect(mean).toBe(1e8);
    expect(deviation).toBeCloseTo(1, 6);
  });

  it('counts what is no number apart, and says nothing wrong of nothing', () => {
    const { broken, mean, count } = summarise([NaN, 1, Infinity, 3]);
    expect([broken, mean, count]).toEqual([2, 2, 4]);
    expect(summarise([])).toMatchObject({ count: 0, broken: 0, mean: 0, deviation: 0, norm: 0 });
    expect(summarise([NaN])).toMatchObject({ count: 1, broken: 1, mean: 0, norm: 0 });
  });

  it('gives a lone value room around it', () => {
    const { low, high, counts } = summarise([2.5, 2.5]);
    expect(low).toBeLessThan(2.5);
    expect(high).toBeGreaterThan(2.5);
    expect(Math.max(...counts)).toBe(2);
  });
});

describe('flatness', () => {
  it('finds the dead ReLU: below zero on every sample', () => {
    // Two units, three samples: the first never above zero, the second once.
    const { saturated, dead } = flatness([-1, -1, -2, 3, -0.1, -4], 2, 'relu');
    expect(dead).toEqual([true, false]);
    expect(saturated).toBeCloseTo(5 / 6, 12);
  });

  it('calls a sigmoid saturated where its slope is under a twentieth of 1/4', () => {
    // s(1-s) = 1/80 at s = (1 + sqrt(1 - 1/20)) / 2, x = ln(s / (1 - s)).
    const s = (1 + Math.sqrt(1 - 1 / 20)) / 2;
    const edge = Math.log(s / (1 - s));
    expect(flatness([edge - 1e-6, -edge + 1e-6], 1, 'sigmoid').saturated).toBe(0);
    expect(flatness([edge + 1e-6, -edge - 1e-6], 1, 'sigmoid').saturated).toBe(1);
  });

  it('calls a tanh saturated where 1 - tanh² is under a twentieth', () => {
    const edge = Math.atanh(Math.sqrt(0.95));
    expect(flatness([edge - 1e-6, edge + 1e-6, 0, 0], 1, 'tanh').saturated).toBe(0.25);
  });

  it('finds nothing flat in the identity, in what it does not know, and in nothing', () => {
    expect(flatness([5, -5], 2, 'identity')).toEqual({ saturated: 0, dead: [false, false] });
    expect(flatness([5, -5], 2, 'mystery')).toEqual({ saturated: 0, dead: [false, false] });
    expect(flatness([], 2, 'relu')).toEqual({ saturated: 0, dead: [false, false] });
  });
});

it('an update is measured against what it changes', () => {
  expect(updateRatio(summarise([0.03, 0.04]), summarise([3, 4]))).toBeCloseTo(0.01, 12);
  expect(updateRatio(summarise([0, 0]), summarise([0, 0]))).toBe(0);
  expect(updateRatio(summarise([1]), summarise([0]))).toBe(Infinity);
});
