/** The kernels that image processing has known by name for decades, at any odd size from 3. */
import { atOr } from '../../base/at';

export const KERNEL_NAMES = ['identity', 'blur', 'gauss', 'sharpen', 'sobelX', 'sobelY', 'laplacian', 'emboss'] as const;
export type KernelName = (typeof KERNEL_NAMES)[number];

/** Row `n` of Pascal's triangle: the binomial coefficients, a discrete bell curve. */
function binomial(n: number): number[] {
  let row = [1];
  for (let i = 0; i < n; i++) row = [...row, 0].map((value, j) => value + atOr(row, j - 1, 0));
  return row;
}

/** The bell curve's difference, [-1, 0, 1] at size 3 (Sobel & Feldman's kernel is its product with the bell curve). */
function slope(size: number): number[] {
  const bell = binomial(size - 3);
  return Array.from({ length: size }, (_, i) => atOr(bell, i - 2, 0) - atOr(bell, i, 0));
}

function product(down: readonly number[], across: readonly number[], factor = 1): number[][] {
  return down.map((a) => across.map((b) => a * b * factor));
}

/**
 * A named kernel as rows of weights.
 * @param size odd, from 3.
 */
export function namedKernel(name: KernelName, size: number): readonly (readonly number[])[] {
  const middle = (size - 1) / 2;
  const bell = binomial(size - 1);
  const at = (weight: (row: number, column: number) => number): number[][] =>
    Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => weight(row - middle, column - middle)));
  const spike = (row: number, column: number): number => (row === 0 && column === 0 ? 1 : 0);
  switch (name) {
    case 'identity':
      return at(spike);
    case 'blur':
      return at(() => 1 / (size * size));
    case 'gauss':
      return product(bell, bell, 1 / 4 ** (size - 1));
    case 'sharpen':
      // A cross of -1 around what makes the sum 1: uniform areas stay as they are.
      return at((row, column) => (row === 0 && column === 0 ? 1 + 4 * middle : row === 0 || column === 0 ? -1 : 0));
    case 'sobelX':
      return product(bell, slope(size));
    case 'sobelY':
      return product(slope(size), bell);
    case 'laplacian':
      // The same cross with a sum of 0: uniform areas vanish.
      return at((row, column) => (row === 0 && column === 0 ? -4 * middle : row === 0 || column === 0 ? 1 : 0));
    case 'emboss':
      return at((row, column) => spike(row, column) + Math.sign(row + column));
  }
}
