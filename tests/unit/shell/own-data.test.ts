import { describe, expect, it } from 'vitest';
import { paintLabels } from '../../../src/shell/own-data/rows/own-rows';

describe('painting', () => {
  it.each([
    ['signs', [1, -1, 1], [1, -1]],
    ['one sign', [1, 1], [1, -1]],
    ['two classes', [0, 1], [0, 1, 2]],
    ['classes', [0, 2, 1], [0, 1, 2, 3]],
    ['as many classes as have colours', [0, 7], [0, 1, 2, 3, 4, 5, 6, 7]],
    ['values', [0.5, 2], [1, -1]],
    ['nothing', [], [1, -1]],
  ])('offers labels that go with %s', (_, labels, offered) => {
    expect(paintLabels(labels)).toEqual(offered);
  });
});
