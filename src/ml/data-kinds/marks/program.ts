/** Pictures with a mark in them, as a program describes them. */

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

/** Side of a mark. */
export const MARK_SIDE = 3;

/** Rows of the marks, by label. */
export const MARKS = { plus: ['010', '111', '010'], times: ['101', '010', '101'] } as const;

/** How many rows (and columns) a mark's upper left pixel may lie in. */
export function markPlaces({ side, places }: Pick<MarksData, 'side' | 'places'>): number {
  const all = side - MARK_SIDE + 1;
  return places === 'corner' ? Math.floor(all / 2) : all;
}
