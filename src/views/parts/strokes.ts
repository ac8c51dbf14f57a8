/** Straight lines through places, as an SVG path. */
import type { Spot } from './simplify';

/** Steps of curves are short, so that the same numbers come again and again, thousands in a picture: each is written once. */
const written = new Map<number, string>();

/** A number of tenths, as short as SVG reads it: "-.3". */
function tenths(value: number): string {
  const known = written.get(value);
  if (known !== undefined) return known;
  const text = String(value / 10).replace(/^(-?)0\./, '$1.');
  written.set(value, text);
  return text;
}

/**
 * A path through the places of each line, in order; with `closed`, every line ends where it began. Written in steps from place to place,
 * "m311.9,165.2l-6.7-2.1" for "M311.9,165.2L305.2,163.1": steps are short and alike, so that a page of curves weighs less. Places are kept
 * to a tenth, and no rounding adds up. A line of one place is a dot.
 */
export function strokes(lines: readonly (readonly Spot[])[], closed = false): string {
  let path = '';
  let [x, y] = [0, 0];
  for (const line of lines) {
    let [startX, startY] = [x, y];
    line.forEach(([placeX, placeY], i) => {
      const [toX, toY] = [Math.round(placeX * 10), Math.round(placeY * 10)];
      const down = tenths(toY - y);
      path += `${i === 0 ? 'm' : 'l'}${tenths(toX - x)}${down.startsWith('-') ? '' : ','}${down}`;
      [x, y] = [toX, toY];
      if (i === 0) [startX, startY] = [toX, toY];
    });
    if (line.length === 0 || !(closed || line.length === 1)) continue;
    path += 'z';
    [x, y] = [startX, startY];
  }
  return path;
}
