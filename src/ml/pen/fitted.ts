import type { Inked } from './render';
import type { Point } from './strokes';

/**
 * Strokes moved and scaled so that their larger side, with the pen's width, is `box` pixels, about the middle of a sheet of `sheet`
 * pixels: the 20 x 20 box of MNIST (LeCun et al. 1998, section III.A). The pen's width is scaled as well unless `keepsPen`.
 */
export function fitted(
  strokes: readonly Inked[],
  { box, sheet, keepsPen }: { readonly box: number; readonly sheet: number; readonly keepsPen: boolean },
): readonly Inked[] {
  let [left, right, top, bottom, radius] = [Infinity, -Infinity, Infinity, -Infinity, 0];
  for (const { points, radii } of strokes) {
    for (const [i, [x, y]] of points.entries()) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      radius = Math.max(radius, radii[i] ?? 0);
    }
  }
  const size = Math.max(right - left, bottom - top, 1e-6);
  const scale = keepsPen ? (box - 2 * radius) / size : box / (size + 2 * radius);
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  return strokes.map(({ points, radii }) => ({
    points: points.map(([x, y]): Point => [sheet / 2 + scale * (x - middleX), sheet / 2 + scale * (y - middleY)]),
    radii: keepsPen ? radii : radii.map((one) => scale * one),
  }));
}
