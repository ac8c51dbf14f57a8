/** Where curves are drawn, which widths are tried, how many points are held out. Pure data. */

/** Places of a curve over [-1, 1]. */
export const PLACES = 81;
/** Queries whose weights are kept: every second place. */
export const LOOKS = 41;
/** Points that no width was learned from. */
export const HELD_OUT = 200;
/** Widths at which errors are drawn, from the least to the largest, in equal ratios. */
const WIDTHS = { least: 0.01, most: 2, count: 25 } as const;

/** `count` places from -1 to 1. */
export function placesOf(count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => -1 + (2 * i) / (count - 1));
}

/** The widths at which errors are drawn. */
export function widthsOf(): Float32Array {
  const { least, most, count } = WIDTHS;
  return Float32Array.from({ length: count }, (_, i) => least * (most / least) ** (i / (count - 1)));
}
