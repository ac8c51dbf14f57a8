/** What printed programs of pictures share. */
import { literal } from '../blueprint/code/nodes';

/** Numbers as a list in the source of any of the languages. */
export function list(values: ArrayLike<number>): string {
  return `[${Array.from(values, (value) => literal(Number(value.toPrecision(6)))).join(', ')}]`;
}

/** JavaScript: a pixel of a picture, 0 outside it. */
export const JS_PIXEL =
  'const pixel = (image, r, c, m) => (r < 0 || r >= rows || c < 0 || c >= columns ? 0 : image[(r * columns + c) * channels + m]);';

/** JavaScript: the sizes of the pictures, and where they and their targets are gathered. */
export function jsSizes([rows, columns, channels]: readonly [number, number, number]): string {
  return `const rows = ${rows}, columns = ${columns}, channels = ${channels}, xs = [], ys = [];`;
}
