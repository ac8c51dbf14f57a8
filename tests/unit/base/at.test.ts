import { describe, expect, it } from 'vitest';
import { at, atOr, NothingThere, only } from '../../../src/base/at';
import { median } from '../../../src/base/median';

describe('readers of lists', () => {
  it('give what stands at a place, from either end', () => {
    expect([at(['a', 'b', 'c'], 1), at(['a', 'b', 'c'], -1), at(new Float32Array([0, 2]), 0), only([false])]).toEqual(['b', 'c', 0, false]);
  });

  it('name what is missing, where and of how many', () => {
    expect(() => at([1, 2], 2, 'the shape of x')).toThrow(new NothingThere('the shape of x has nothing at 2: its length is 2'));
    expect(() => at([1, 2], -3)).toThrow(NothingThere);
    expect(() => at([1, 2], 0.5)).toThrow(NothingThere);
    expect(() => only([], 'the outputs of the network')).toThrow('the outputs of the network must hold exactly one: it holds 0');
    expect(() => only([1, 2])).toThrow(NothingThere);
  });

  it('say what lies outside only where that is asked for', () => {
    expect([atOr([5], 0, 9), atOr([5], 1, 9), atOr([5], -1, 9)]).toEqual([5, 9, 9]);
  });
});

describe('the median', () => {
  it('is the middle, or half way between the two in the middle', () => {
    expect([median([]), median([7]), median([3, 1, 2]), median([4, 1, 2, 3]), median([1, Infinity])]).toEqual([NaN, 7, 2, 2.5, Infinity]);
  });
});
