import { describe, expect, it } from 'vitest';
import { findHalfWidth, widen } from '../../../src/site/markdown/punctuation';

describe('punctuation of Chinese text', () => {
  it.each([
    ['前面,后面', '前面\uff0c后面'],
    ['多层感知机(MLP)是', '多层感知机\uff08MLP\uff09是'],
    ['例如(见 MLP)', '例如\uff08见 MLP\uff09'],
    ['对吗?对!', '对吗\uff1f对\uff01'],
    ['“注意”:', '“注意”\uff1a'],
  ])('%s becomes %s', (before, after) => {
    expect(widen(before)).toBe(after);
  });

  it.each(['ReLU, tanh (both)', '时间是 10:30', 'f(x) 与 g(x, y)', '1,000 步', '(0, 1) 区间'])('%s stays', (text) => {
    expect(widen(text)).toBe(text);
    expect(findHalfWidth(text)).toEqual([]);
  });
});
