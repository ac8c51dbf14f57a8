/** Sizes of the detector, and the picture that is shown. Pure data. */
import { MARK_SIDE, MARKS } from '../../ml/data-kinds/marks/program';

/** Rows and columns of a picture, of a feature map, and how many maps there are. */
export const SIDE = 12;
export const MAP_SIDE = SIDE - 2;
export const FILTERS = 4;

/** Where the mark lies before it is shifted. */
const START = 4;

/** Side of the pooling window; 1 where nothing is pooled. */
export function windowOf(pooling: string, window: string): number {
  return pooling === 'none' ? 1 : window === 'w2' ? 2 : window === 'w5' ? 5 : MAP_SIDE;
}

/** A mark without noise, shifted; pixels 0 or 1. */
export function shownPicture(mark: string, down: number, right: number): number[] {
  const rows = mark === 'times' ? MARKS.times : MARKS.plus;
  return Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [row, column] = [Math.floor(i / SIDE) - START - down, (i % SIDE) - START - right];
    const inside = row >= 0 && row < MARK_SIDE && column >= 0 && column < MARK_SIDE;
    return inside && rows[row]?.[column] === '1' ? 1 : 0;
  });
}
