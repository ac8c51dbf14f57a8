/** What is asked for, what a bag of words allows, and which places change: by hand, and against the sequences that are learned. */
import { expect, it } from 'vitest';
import { bagShare, exchanged, truthAt } from '../../../src/demos/positions/setting';
import { drawSequences } from '../../../src/ml/data-kinds/sequences/draw';
import { createRandom } from '../../../src/ml/random';

it.each(['back', 'reverse'] as const)('the truths of the sequence shown are those that are learned: %s', (task) => {
  const { x, t } = drawSequences({ kind: 'sequences', task, back: [1], symbols: 5, length: 7, train: 20, test: 0 }, 20, createRandom(2));
  for (let row = 0; row < 20; row++) {
    const symbols = x.subarray(row * 7, row * 7 + 7);
    expect(Array.from(symbols, (_, place) => truthAt(task, symbols, place))).toEqual([...t.subarray(row * 7, row * 7 + 7)]);
  }
});

it('the best guess of a bag is the commonest of the others', () => {
  expect(bagShare([1, 2, 2, 3, 2], 0)).toBe(3 / 4);
  expect(bagShare([1, 2, 2, 3, 2], 1)).toBe(2 / 4);
  expect(bagShare([1, 2, 3], 2)).toBe(1 / 2);
});

it('two places are exchanged, and no other', () => {
  expect(exchanged([5, 6, 7, 8], 1, 3)).toEqual([7, 6, 5, 8]);
  expect(exchanged([5, 6, 7, 8], 2, 2)).toEqual([5, 6, 7, 8]);
});
