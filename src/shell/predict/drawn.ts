/** A curve as a reader draws it: heights over columns from left to right, some of them not drawn yet. */

export type Heights = readonly (number | undefined)[];

/** Columns of a drawn curve. */
export const COLUMNS = 49;

export const EMPTY: Heights = Array.from({ length: COLUMNS }, () => undefined);

/** Where a pen is: a column, counted in parts of one, and a height. */
export type Pen = readonly [column: number, height: number];

function clamped(column: number): number {
  return Math.max(0, Math.min(COLUMNS - 1, column));
}

/** The curve with a stroke of the pen from one place to another; columns between are filled on a straight line. */
export function stroked(heights: Heights, from: Pen, to: Pen): Heights {
  const [start, end] = [clamped(Math.round(from[0])), clamped(Math.round(to[0]))];
  const [first, last] = [Math.min(start, end), Math.max(start, end)];
  return heights.map((height, i) => {
    if (i < first || i > last) return height;
    return start === end ? to[1] : from[1] + ((to[1] - from[1]) * (i - start)) / (end - start);
  });
}

/** The whole curve that a drawing stands for: gaps on straight lines, both ends as they were drawn last; undefined where nothing is drawn. */
export function completed(heights: Heights): readonly number[] | undefined {
  const drawn = heights.flatMap((height, i) => (height === undefined ? [] : [[i, height] as const]));
  const [left, right] = [drawn[0], drawn.at(-1)];
  if (left === undefined || right === undefined || drawn.length < 2) return undefined;
  return heights.map((height, i) => {
    if (height !== undefined) return height;
    const before = drawn.findLast(([column]) => column < i) ?? left;
    const after = drawn.find(([column]) => column > i) ?? right;
    return before[0] >= after[0] ? before[1] : before[1] + ((after[1] - before[1]) * (i - before[0])) / (after[0] - before[0]);
  });
}
