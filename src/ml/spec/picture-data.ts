/** Small pictures made by the page itself, and what is asked of them: data of the chapter on convolution, as data. */
import type { KernelWeights } from './convolve';

/** Random pictures (each number uniform in 0 … 1), or one given picture, and what a fixed kernel makes of them. */
export interface FilteredData {
  readonly kind: 'filtered';
  readonly shape: readonly [rows: number, columns: number, channels: number];
  readonly samples: number;
  /** The only picture there is, in place of random ones. */
  readonly picture?: readonly number[];
  readonly kernel: KernelWeights;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
}

/** Output place i is asked for the input's place `first + stride * i`; outside the picture that is 0. */
export interface CopiedAxis {
  readonly first: number;
  readonly stride: number;
  readonly count: number;
}

/** Random pictures, and one of their own pixels for every place of the output. */
export interface CopiedData {
  readonly kind: 'copied';
  readonly shape: readonly [rows: number, columns: number, channels: 1];
  readonly samples: number;
  readonly rows: CopiedAxis;
  readonly columns: CopiedAxis;
}

/** Noise with one of two marks in it, to be told apart: + (label 1) and × (label -1), both of five pixels. */
export interface MarksData {
  readonly kind: 'marks';
  readonly side: number;
  readonly train: number;
  readonly test: number;
  /** Largest value of the noise; the marks' pixels are 1. */
  readonly noise: number;
  /** Where the training marks lie: anywhere, or in the upper left quarter only. Those held out lie anywhere. */
  readonly places: 'corner' | 'everywhere';
}

export type PictureData = FilteredData | CopiedData | MarksData;

/** Side of a mark. */
export const MARK_SIDE = 3;

/** Rows of the marks, by label. */
export const MARKS = { plus: ['010', '111', '010'], times: ['101', '010', '101'] } as const;

/** How many rows (and columns) a mark's upper left pixel may lie in. */
export function markPlaces({ side, places }: Pick<MarksData, 'side' | 'places'>): number {
  const all = side - MARK_SIDE + 1;
  return places === 'corner' ? Math.floor(all / 2) : all;
}
