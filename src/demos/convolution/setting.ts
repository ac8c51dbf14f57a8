/** What the reader has set, as numbers: the picture, the chosen kernel, the window. Pure data, for model, program and picture alike. */
import { gridOf } from '../../ml/expression/grid';
import { squareAxis, type KernelWeights } from '../../ml/blueprint/convolve';
import { KERNEL_NAMES, namedKernel } from '../../ml/blueprint/named-kernels';
import type { WindowAxis } from '../../ml/blueprint/window-axes';

/** Rows and columns of the picture. */
export const SIDE = 12;

/** `#` is 1, `+` a half, `.` 0. */
const DRAWN: Readonly<Record<string, readonly string[]>> = {
  frame: ['', '', '..########', '..########', '..##....##', '..##....##', '..##....##', '..##....##', '..########', '..########'],
  digit: [
    '',
    '..########',
    '..########',
    '..##',
    '..##',
    '..#######',
    '..+######+',
    '........##',
    '........##',
    '..##...+##',
    '..+######+',
    '...+####',
  ],
  disc: [
    '',
    '....++++',
    '..+######+',
    '..########',
    '.+########+',
    '.+########+',
    '.+########+',
    '.+########+',
    '..########',
    '..+######+',
    '....++++',
  ],
  dot: ['', '', '', '', '', '.....#'],
};

function drawnPixel(name: string, row: number, column: number): number {
  if (name === 'checker') return (Math.floor(row / 2) + Math.floor(column / 2)) % 2;
  if (name === 'stripes') return Math.floor(column / 2) % 2;
  const sign = DRAWN[name]?.[row]?.[column];
  return sign === '#' ? 1 : sign === '+' ? 0.5 : 0;
}

/** Values as pictures see them: anything may be missing. */
type Loose = Readonly<Record<string, unknown>>;

function numberOf(values: Loose, name: string, fallback: number): number {
  const value = values[name];
  return typeof value === 'number' ? value : fallback;
}

/** The picture as rows of numbers from 0 to 1. */
export function pictureOf(values: Loose): readonly (readonly number[])[] {
  const name = String(values['picture']);
  if (name === 'own') return gridOf(String(values['pixels']), SIDE, SIDE).map((row) => row.map((pixel) => Math.max(0, Math.min(1, pixel))));
  return Array.from({ length: SIDE }, (_, row) => Array.from({ length: SIDE }, (_, column) => drawnPixel(name, row, column)));
}

/** The chosen kernel as rows of weights. */
export function kernelOf(values: Loose): readonly (readonly number[])[] {
  const size = numberOf(values, 'size', 3);
  const name = KERNEL_NAMES.find((one) => one === values['kernel']);
  return name === undefined ? gridOf(String(values['weights']), size, size) : namedKernel(name, size);
}

/** A kernel's rows as one output channel's weights over one input channel. */
export function weightsOf(kernel: readonly (readonly number[])[]): KernelWeights {
  return { shape: [kernel.length, kernel[0]?.length ?? 0, 1, 1], data: kernel.flat() };
}

/** The window along either direction: picture and kernel are square. */
export function axisOf(values: Loose): WindowAxis {
  return squareAxis(
    SIDE,
    numberOf(values, 'size', 3),
    numberOf(values, 'stride', 1),
    numberOf(values, 'padding', 0),
    numberOf(values, 'dilation', 1),
  );
}
