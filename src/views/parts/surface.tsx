import { contours, geoPath } from 'd3';
import type { ViewArray } from '../view';
import { classShade, coordinate, diverging } from './ramp';
import { simplify, type Spot } from './simplify';

/** Middle values of the bands into which a signed surface is cut; each band is drawn over the ones below it. */
const FINE = [-0.9, -0.75, -0.6, -0.45, -0.3, -0.15, 0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9];
const COARSE = [-0.6, -0.2, 0.2, 0.6];
/** Share of the full colour at a value of 1. */
const DEPTH = 0.62;

/** How far an edge may stray, in user units: less than a pixel. */
const TOLERANCE = 0.4;

interface SurfaceProps {
  readonly array: ViewArray;
  /** Which [side, side] part of a three-dimensional array; 0 for a plain one. */
  readonly index?: number;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly coarse?: boolean;
  readonly discretise?: boolean;
  /** Values are divided by this before they are coloured. */
  readonly scale?: number;
}

/** One value grid of an array, row 0 (the smallest x2) last, since a picture counts from the top. */
function gridOf(array: ViewArray, index: number, scale: number): { readonly side: number; readonly values: number[] } {
  const side = array.shape[array.shape.length - 1] ?? 0;
  const offset = index * side * side;
  const values: number[] = [];
  for (let row = side - 1; row >= 0; row--) {
    for (let column = 0; column < side; column++) {
      const value = (array.data[offset + row * side + column] ?? 0) / scale;
      values.push(Number.isFinite(value) ? value : 0);
    }
  }
  return { side, values };
}

function bands(values: readonly number[], side: number, thresholds: readonly number[], size: number): string[] {
  const generator = contours().size([side, side]).smooth(true);
  const path = geoPath(null).digits(1);
  return thresholds.map((threshold) => {
    const shape = generator.contour([...values], threshold);
    const factor = size / side;
    shape.coordinates = shape.coordinates.map((polygon) =>
      polygon.map((ring) =>
        simplify(
          ring.map(([a = 0, b = 0]): Spot => [coordinate(a * factor), coordinate(b * factor)]),
          TOLERANCE,
        ).map(([a, b]) => [a, b]),
      ),
    );
    return path(shape) ?? '';
  });
}

/** A signed surface as filled bands: what a unit or a network answers over the plane. */
export function SignedSurface({ array, index = 0, x, y, size, coarse = false, discretise = false, scale = 1 }: SurfaceProps) {
  const { side, values } = gridOf(array, index, scale);
  const thresholds = discretise ? [0] : coarse ? COARSE : FINE;
  const gap = discretise ? 2 : (thresholds[1] ?? 0) - (thresholds[0] ?? 0);
  // Paler than the points on it, which keep the full colour.
  const colour = (threshold: number): string => diverging(DEPTH * (discretise ? Math.sign(threshold) * 0.8 : threshold + gap / 2));
  return (
    <g transform={`translate(${x},${y})`} class="gb-surface">
      <rect width={size} height={size} fill={colour(discretise ? -1 : (thresholds[0] ?? 0) - gap)} />
      {bands(values, side, thresholds, size).map((d, i) => (
        <path d={d} fill={colour(discretise ? 1 : (thresholds[i] ?? 0))} key={i} />
      ))}
    </g>
  );
}

/** Class probabilities [side, side, k]: the plane in the colour of the likeliest class, paler where it is unsure. */
export function ClassSurface({ array, x, y, size, discretise = false }: SurfaceProps) {
  const [side = 0, , classes = 1] = array.shape;
  const levels = discretise ? [0] : [0.35, 0.5, 0.65, 0.8, 0.95];
  return (
    <g transform={`translate(${x},${y})`} class="gb-surface">
      <rect width={size} height={size} fill="var(--gb-zero)" />
      {Array.from({ length: classes }, (_, k) => {
        const values: number[] = [];
        for (let row = side - 1; row >= 0; row--) {
          for (let column = 0; column < side; column++) {
            const base = (row * side + column) * classes;
            let best = 0;
            for (let other = 0; other < classes; other++) if (other !== k) best = Math.max(best, array.data[base + other] ?? 0);
            const own = array.data[base + k] ?? 0;
            // Where another class is likelier the value is negative: no band of this class reaches there.
            values.push(own > best ? own : own - best - 0.001);
          }
        }
        return bands(values, side, levels, size).map((d, i) => (
          <path d={d} fill={classShade(k, discretise ? 0.9 : (levels[i] ?? 0))} key={`${k}-${i}`} />
        ));
      })}
    </g>
  );
}
