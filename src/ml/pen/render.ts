/** A pen on paper: strokes as grey values, with soft edges. */
import type { Point, Stroke } from './strokes';

/** A stroke in pixels, and the pen's radius at its points. */
export interface Inked {
  readonly points: Stroke;
  readonly radii: readonly number[];
}

/** Draws the piece between two points, where it is darker than what is there. */
function drawPiece(ink: Float32Array, side: number, [x1, y1]: Point, [x2, y2]: Point, radius: number, softness: number): void {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx * dx + dy * dy;
  const reach = radius + softness / 2;
  const right = Math.min(side - 1, Math.floor(Math.max(x1, x2) + reach));
  const bottom = Math.min(side - 1, Math.floor(Math.max(y1, y2) + reach));
  for (let row = Math.max(0, Math.floor(Math.min(y1, y2) - reach)); row <= bottom; row++) {
    for (let column = Math.max(0, Math.floor(Math.min(x1, x2) - reach)); column <= right; column++) {
      const [px, py] = [column + 0.5 - x1, row + 0.5 - y1];
      // The nearest point of the piece.
      const t = squared === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / squared));
      const [ex, ey] = [px - t * dx, py - t * dy];
      const distance = ex * ex + ey * ey;
      if (distance >= reach * reach) continue;
      const value = Math.min(1, (reach - Math.sqrt(distance)) / softness);
      const at = row * side + column;
      if (value > (ink[at] ?? 0)) ink[at] = value;
    }
  }
}

/**
 * Draws strokes on a square of `side` x `side` pixels (rows from the top; pixel i covers i to i + 1).
 * @param softness width of the edge in pixels, over which the ink goes from full to none.
 * @returns grey values from 0 (paper) to 1 (ink).
 */
export function rendered(strokes: readonly Inked[], side: number, softness: number): Float32Array {
  const ink = new Float32Array(side * side);
  for (const { points, radii } of strokes) {
    for (let i = 0; i < Math.max(1, points.length - 1); i++) {
      const from = points[i] ?? [0, 0];
      drawPiece(ink, side, from, points[i + 1] ?? from, radii[i] ?? 1, softness);
    }
  }
  return ink;
}
