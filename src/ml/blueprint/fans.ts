/** How many inputs and outputs a unit has by the shape of its kernel: what initialisers go by. */
import { at, atOr } from '../../base/at';
import { sizeOf } from './layer-description';
import type { Shape } from './network-spec';

/** Fans of a kernel whose last two dimensions are in and out, and whose others are the window (He et al. 2015, section 2.2). */
export function fansOf(shape: Shape): { readonly in: number; readonly out: number } {
  const window = sizeOf(shape.slice(0, -2));
  return { in: window * atOr(shape, shape.length - 2, 1), out: window * atOr(shape, shape.length - 1, 1) };
}

/** The longer side of a kernel seen as a matrix [all but last, last]: an orthogonal one's elements have its inverse as mean square. */
export function longerSide(shape: Shape): number {
  const columns = at(shape, -1);
  return Math.max(columns, sizeOf(shape) / columns);
}
