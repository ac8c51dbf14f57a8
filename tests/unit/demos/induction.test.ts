/** Where a head of induction should look, and how far mere counting comes: worked out by hand. */
import { expect, it } from 'vitest';
import { countedRight, inductionPlaces } from '../../../src/demos/induction/places';

const sequence = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0));
const b = 'B'.charCodeAt(0);

it('the places behind earlier occurrences are those to look at, the present one among them where the symbol has just stood', () => {
  expect(inductionPlaces(sequence('ABCADA'), 5)).toEqual([1, 4]);
  expect(inductionPlaces(sequence('ABAA'), 3)).toEqual([1, 3]);
  expect(inductionPlaces(sequence('ABC'), 2)).toEqual([]);
});

it.each([
  ['AB A', 'AB', 1],
  ['most often B', 'ABCABDACA', 1],
  ['B and C as often', 'ABACA', 0.5],
  ['most often C', 'ABACACA', 0],
  ['never B', 'ACA', 0],
] as const)('who counts, and has seen %s, names B that often', (_, letters, share) => {
  const seen = sequence(letters.endsWith('A') ? letters : `${letters}A`);
  expect(countedRight(seen, seen.length - 1, b)).toBe(share);
});
