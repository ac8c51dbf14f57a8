import { describe, expect, it } from 'vitest';
import { standardised, traitsOf, traitsOfBytes } from '../../../src/ml/data-kinds/text/traits';

describe('traits of the symbols of a text', () => {
  it('are the place in the line and in the word, and being in quotes', () => {
    const { line, word, quotes } = traitsOf([...'a "bc" d\nef']);
    expect([...line]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2]);
    expect([...word]).toEqual([1, 0, 0, 1, 2, 0, 0, 1, 0, 1, 2]);
    expect([...quotes]).toEqual([0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
  });

  it('count Chinese characters from the last mark, and close what a line end leaves open', () => {
    const { word, quotes } = traitsOf([...'春眠，「不\n觉晓']);
    expect([...word]).toEqual([1, 2, 0, 0, 1, 0, 1, 2]);
    expect([...quotes]).toEqual([0, 0, 0, 1, 1, 0, 0, 0]);
  });
});

describe('traits of bytes', () => {
  it('are those of the characters that they are parts of', () => {
    const { word, quotes } = traitsOfBytes(new TextEncoder().encode('é x，「日」'));
    expect([...word]).toEqual([1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0]);
    expect([...quotes]).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0]);
  });

  it('are as many as there are bytes where a text was cut in the midst of a character', () => {
    const { line } = traitsOfBytes(new TextEncoder().encode('日a').subarray(1));
    expect([...line]).toEqual([1, 1, 2]);
  });
});

describe('a standardised trait', () => {
  it('gives by its product with numbers what the correlation is over their spread', () => {
    const trait = [1, 2, 4, 9];
    const weights = [1, 1, 0, 1];
    const values = [3, 5, 100, 4];
    const scaled = standardised(trait, weights);
    // Correlation of (1, 3), (2, 5), (9, 4): covariance 1, sums of squares 38 and 2.
    const product = scaled.reduce((sum, one, i) => sum + one * (values[i] ?? NaN), 0);
    expect(product / Math.sqrt(2)).toBeCloseTo(1 / Math.sqrt(76), 5);
    expect(scaled[2]).toBe(0);
    expect(scaled.reduce((sum, one) => sum + one * one, 0)).toBeCloseTo(1, 5);
  });

  it('is 0 throughout where the trait is the same everywhere', () => {
    expect([...standardised([2, 2, 2], [1, 1, 1])]).toEqual([0, 0, 0]);
  });
});
