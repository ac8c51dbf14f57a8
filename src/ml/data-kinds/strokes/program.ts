/** Images of strokes in four directions, as a program describes them: what is drawn (`draw.ts`) and what is printed (`code.ts`). */

/** Steps [rows, columns] along a stroke, by class: across, down, and the two diagonals. */
export const STROKE_STEPS = [
  [0, 1],
  [1, 0],
  [1, 1],
  [1, -1],
] as const;

/** Where the middles of strokes lie: in the left half (the whole stroke with them), the right half, or anywhere in the image. */
export type StrokePlaces = 'left' | 'right' | 'anywhere';

export interface StrokesData {
  readonly kind: 'strokes';
  readonly samples: number;
  /** Rows and columns of an image. */
  readonly side: number;
  /** 1, or 3 for coloured strokes: each channel has a strength of its own. */
  readonly channels: number;
  /** Pixels from the middle of a stroke to either end. */
  readonly reach: number;
  /** Standard deviation of what is added to every number. */
  readonly noise: number;
  readonly trainShare: number;
  /** One for each of `STROKE_STEPS`. */
  readonly classes: number;
  readonly places: StrokePlaces;
}

/** First column that a stroke's middle may have, and how many there are. */
export function strokeColumns({ side, reach, places }: Pick<StrokesData, 'side' | 'reach' | 'places'>): readonly [number, number] {
  const half = Math.floor(side / 2);
  if (places === 'anywhere') return [reach, side - 2 * reach];
  return [places === 'left' ? reach : side - half + reach, half - 2 * reach];
}
