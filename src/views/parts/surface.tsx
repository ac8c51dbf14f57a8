import { contours } from 'd3';
import { useMemo } from 'preact/hooks';
import { at, atOr } from '../../base/at';
import type { ViewArray } from '../view';
import { classShade, coordinate, diverging } from './ramp';
import { strokes } from './strokes';
import { simplify, type Spot } from './simplify';

/** How many bands: `fine` for a picture of its own, fewer for small ones. */
type Detail = 'fine' | 'coarse' | 'least';

/** Middle values of the bands into which a signed surface is cut; each band is drawn over the ones below it. */
const FINE = [-0.9, -0.75, -0.6, -0.45, -0.3, -0.15, 0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9];
const BANDS: Readonly<Record<Detail, readonly number[]>> = { fine: FINE, coarse: [-0.6, -0.2, 0.2, 0.6], least: [-0.25, 0.25] };
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
  readonly detail?: Detail;
  readonly discretise?: boolean;
  /** Values are divided by this before they are coloured. */
  readonly scale?: number;
  /** Draws the line where the answer is 0. */
  readonly boundary?: boolean;
}

/** One value grid of an array, row 0 (the smallest x2) last, since a picture counts from the top. */
function gridOf(array: ViewArray, index: number, scale: number): { readonly side: number; readonly values: number[] } {
  const side = at(array.shape, -1);
  const offset = index * side * side;
  const values: number[] = [];
  for (let row = side - 1; row >= 0; row--) {
    for (let column = 0; column < side; column++) {
      values.push((array.data[offset + row * side + column] ?? 0) / scale);
    }
  }
  return { side, values };
}

type Ring = readonly Spot[];

/** Values continued by their own edge all around, else a band would end short of the picture's edge with its corners cut off. */
function padded(values: readonly number[], side: number): number[] {
  const inside = (at: number): number => Math.max(0, Math.min(side - 1, at - 1));
  const wide = side + 2;
  return Array.from({ length: wide * wide }, (_, i) => values[inside(Math.floor(i / wide)) * side + inside(i % wide)] ?? 0);
}

/** For each threshold the rings around what is at least that, in user units. */
function ringsOf(values: readonly number[], side: number, thresholds: readonly number[], size: number): Ring[][][] {
  const grid = padded(values, side);
  const generator = contours()
    .size([side + 2, side + 2])
    .smooth(true);
  const place = (value: number): number => coordinate(Math.max(0, Math.min(size, ((value - 1) * size) / side)));
  const spotsOf = (ring: readonly (readonly number[])[]): Spot[] => ring.map(([a = 0, b = 0]): Spot => [place(a), place(b)]);
  return thresholds.map((threshold) =>
    generator.contour(grid, threshold).coordinates.map((polygon) => polygon.map((ring) => simplify(spotsOf(ring), TOLERANCE))),
  );
}

function pathOf(polygons: readonly (readonly Ring[])[]): string {
  return strokes(
    polygons.flatMap((rings) => rings.map((ring) => ring.slice(0, -1))),
    true,
  );
}

/** The parts of rings that run through the picture, without those along its edge. */
function innerLine(polygons: readonly (readonly Ring[])[], size: number): string {
  const isEdge = ([ax, ay]: Spot, [bx, by]: Spot): boolean =>
    (ax === bx && (ax === 0 || ax === size)) || (ay === by && (ay === 0 || ay === size));
  const lines: Spot[][] = [];
  for (const ring of polygons.flat()) {
    let drawing = false;
    ring.forEach((spot, i) => {
      const before = ring[i - 1];
      if (before === undefined || isEdge(before, spot)) drawing = false;
      else {
        if (!drawing) lines.push([before]);
        lines.at(-1)?.push(spot);
        drawing = true;
      }
    });
  }
  return strokes(lines);
}

/** Where an array holds what is no number, said in the colour of warnings; nothing where all are numbers. */
function NotFinite({ values, side, size }: { readonly values: readonly number[]; readonly side: number; readonly size: number }) {
  if (values.every(Number.isFinite)) return null;
  const mask = values.map((value) => (Number.isFinite(value) ? 0 : 1));
  return <path d={pathOf(ringsOf(mask, side, [0.5], size)[0] ?? [])} fill="var(--gb-warn)" class="gb-not-finite" />;
}

function drawSigned(props: SurfaceProps) {
  const { array, index = 0, x, y, size, detail = 'fine', discretise = false, scale = 1, boundary = false } = props;
  const { side, values } = gridOf(array, index, scale);
  const drawn = values.map((value) => (Number.isFinite(value) ? value : 0));
  const thresholds = discretise ? [0] : BANDS[detail];
  const gap = discretise ? 2 : (thresholds[1] ?? 0) - (thresholds[0] ?? 0);
  // Paler than the points on it, which keep the full colour.
  const colour = (threshold: number): string => diverging(DEPTH * (discretise ? Math.sign(threshold) * 0.8 : threshold + gap / 2));
  const rings = ringsOf(drawn, side, thresholds, size);
  const zero = rings[thresholds.indexOf(0)] ?? [];
  return (
    <g transform={`translate(${x},${y})`} class="gb-surface">
      <rect width={size} height={size} fill={colour(discretise ? -1 : (thresholds[0] ?? 0) - gap)} />
      {rings.map((one, i) => {
        const threshold = thresholds[i] ?? 0;
        return one.length > 0 && <path d={pathOf(one)} fill={colour(discretise ? 1 : threshold)} key={threshold} />;
      })}
      {boundary && <path d={innerLine(zero, size)} class="gb-zero-line" />}
      <NotFinite values={values} side={side} size={size} />
    </g>
  );
}

/** How far the likeliest class is ahead of the next, at the edges of the bands. */
const LEADS = [0, 0.2, 0.4, 0.6, 0.8];

function drawClasses({ array, x, y, size, discretise = false }: SurfaceProps) {
  const [side, classes] = [at(array.shape, 0), atOr(array.shape, 2, 1)];
  const score = (row: number, column: number, k: number): number => array.data[(row * side + column) * classes + k] ?? 0;
  const cells = Array.from({ length: side * side }, (_, i) => [side - 1 - Math.floor(i / side), i % side] as const);
  const lead = (row: number, column: number, k: number): number => {
    let best = -Infinity;
    for (let other = 0; other < classes; other++) if (other !== k) best = Math.max(best, score(row, column, other));
    return score(row, column, k) - best;
  };
  return (
    <g transform={`translate(${x},${y})`} class="gb-surface">
      <rect width={size} height={size} fill="var(--gb-zero)" />
      {Array.from({ length: classes }, (_, k) => {
        const values = cells.map(([row, column]) => lead(row, column, k)).map((value) => (Number.isFinite(value) ? value : -1));
        const levels = discretise ? [0] : LEADS;
        return ringsOf(values, side, levels, size).map((rings, i) => {
          const shade = classShade(k, discretise ? 0.9 : (levels[i] ?? 0) + 0.2);
          return rings.length > 0 && <path d={pathOf(rings)} fill={shade} key={`${k}-${i}`} />;
        });
      })}
      <NotFinite values={cells.map(([row, column]) => score(row, column, 0))} side={side} size={size} />
    </g>
  );
}

/** All that a surface is drawn from: while it is the same, a moving pointer does not have it drawn again. */
function memoKey({ array, index, x, y, size, detail, discretise, scale, boundary }: SurfaceProps): readonly unknown[] {
  return [array, index, x, y, size, detail, discretise, scale, boundary];
}

/** A signed surface as filled bands: what a unit or a network answers over the plane. */
export function SignedSurface(props: SurfaceProps) {
  return useMemo(() => drawSigned(props), memoKey(props));
}

/** Class probabilities [side, side, k]: the plane in the colour of the likeliest class, paler where another is nearly as likely. */
export function ClassSurface(props: SurfaceProps) {
  return useMemo(() => drawClasses(props), memoKey(props));
}
