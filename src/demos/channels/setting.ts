/** The bank of filters to be learned, and the colour pictures that are shown. Pure data. */
import { at } from '../../base/at';
import type { KernelWeights } from '../../ml/blueprint/convolve';
import { namedKernel } from '../../ml/blueprint/named-kernels';

/** Rows and columns of a picture, and its colours. */
export const SIDE = 8;
export const COLOURS = 3;

export const FILTERS = ['brightness', 'opponent', 'edges', 'spots'] as const;

/** How bright red, green and blue look (ITU-R BT.601). */
const LUMA = [0.299, 0.587, 0.114] as const;

/** A filter's weight at a place of the 3×3 window, for a colour. */
function weightAt(filter: (typeof FILTERS)[number], row: number, column: number, colour: number): number {
  const middle = row === 1 && column === 1;
  switch (filter) {
    case 'brightness':
      return middle ? at(LUMA, colour) : 0;
    case 'opponent':
      return middle ? at([1, -1, 0], colour) : 0;
    case 'edges':
      return at(at(namedKernel('sobelX', 3), row), column) * 0.5 * at(LUMA, colour);
    case 'spots':
      return colour === 2 ? 0.25 * at(at(namedKernel('laplacian', 3), row), column) : 0;
  }
}

/** The first `outputs` filters as one bank, 3×3 windows with a padding of 1. */
export function bankOf(outputs: number): KernelWeights {
  const chosen = FILTERS.slice(0, outputs);
  const data = Array.from({ length: 9 * COLOURS }, (_, i) => {
    const [row, column, colour] = [Math.floor(i / COLOURS / 3), Math.floor(i / COLOURS) % 3, i % COLOURS];
    return chosen.map((filter) => weightAt(filter, row, column, colour));
  });
  return { shape: [3, 3, COLOURS, chosen.length], data: data.flat() };
}

type Colour = readonly [red: number, green: number, blue: number];
const SKY: Colour = [0.45, 0.7, 1];
const SUN: Colour = [1, 0.85, 0.2];
const GRASS: Colour = [0.2, 0.6, 0.2];
const LEAF: Colour = [0.15, 0.55, 0.2];
const BERRY: Colour = [0.9, 0.15, 0.2];
/** Both 0.45 bright: the stripes are not there for an eye that sees brightness alone. */
const EQUALS: readonly [Colour, Colour] = [
  [0.9, 0.25, 0.3],
  [0.1, 0.67, 0.24],
];

function pixelOf(picture: string, row: number, column: number): Colour {
  if (picture === 'stripes') return EQUALS[Math.floor(column / 2) % 2 === 0 ? 0 : 1];
  if (picture === 'landscape') return row >= 5 ? GRASS : (row - 1.5) ** 2 + (column - 5.5) ** 2 < 3 ? SUN : SKY;
  const berry = [
    [2, 2],
    [5, 4],
    [2, 6],
  ].some(([r = 0, c = 0]) => (row - r) ** 2 + (column - c) ** 2 <= 1);
  return berry ? BERRY : LEAF;
}

/** A picture as [row, column, colour] in one row. */
export function shownPicture(picture: string): number[] {
  return Array.from({ length: SIDE * SIDE }, (_, i) => pixelOf(picture, Math.floor(i / SIDE), i % SIDE)).flat();
}
