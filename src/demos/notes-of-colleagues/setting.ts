/** The colleagues: how many there can be, what their notes say, and the plane in which their keys lie. Pure data. */
/** Half the side of the plane of queries and keys. */
export const REACH = 3;
/** Days that each colleague's note says the work will take; there are no more colleagues than these. */
export const NOTES = [3, 8, 5, 12, 2, 9] as const;
/** Side of the grid on which the answer is worked out for every question. */
export const GRID = 24;
/** Units of the additive score's hidden layer. */
export const HIDDEN = 6;

/** Middles of the grid's cells, row 0 with the smallest second number: [GRID * GRID, 1, 2]. */
export function gridQueries(): Float32Array {
  const place = (i: number): number => -REACH + (2 * REACH * (i + 0.5)) / GRID;
  return Float32Array.from({ length: 2 * GRID * GRID }, (_, i) => {
    const cell = Math.floor(i / 2);
    return place(i % 2 === 0 ? cell % GRID : Math.floor(cell / GRID));
  });
}
