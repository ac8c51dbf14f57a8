import type { ViewArray } from '../view';
import { coordinate, labelColour } from './ramp';

/** A labelled point of the plane. */
export type Point = readonly [x1: number, x2: number, label: number];

/** The points of an array [m, 3]; none where it is not there. */
export function pointsOf(array: ViewArray | undefined): Point[] {
  return Array.from({ length: array?.shape[0] ?? 0 }, (_, i) => [
    array?.data[3 * i] ?? 0,
    array?.data[3 * i + 1] ?? 0,
    array?.data[3 * i + 2] ?? 0,
  ]);
}

/** A mark's place to half a unit: nobody sees the difference, and a page of a thousand marks is lighter by it. */
function place(value: number): number {
  return Math.round(value * 2) / 2;
}

/** Outlines by class, as moves from the centre for a radius of 1 (none: a circle): colour alone would not tell classes apart for everybody. */
const SHAPES: readonly (readonly (readonly [number, number])[])[] = [
  [
    [-0.9, -0.9],
    [1.8, 0],
    [0, 1.8],
    [-1.8, 0],
  ],
  [],
  [
    [0, -1.2],
    [1.1, 1.9],
    [-2.2, 0],
  ],
  [
    [0, -1.3],
    [1.3, 1.3],
    [-1.3, 1.3],
    [-1.3, -1.3],
  ],
];

function outlineOf(moves: readonly (readonly [number, number])[], radius: number): string {
  return moves.map(([dx, dy], i) => `${i === 0 ? 'm' : 'l'}${coordinate(dx * radius)},${coordinate(dy * radius)}`).join('');
}

/** The class whose shape a label has: negative ones are class 0, positive ones and values class 1. */
function shapeOf(label: number, classes: number): number {
  if (classes > 1) return Math.max(0, Math.round(label)) % SHAPES.length;
  return label === -1 ? 0 : 1;
}

interface DotsProps {
  readonly points: readonly Point[];
  readonly at: (x1: number, x2: number) => readonly [number, number];
  readonly radius: number;
  /** Held-out points, with a dark rim. */
  readonly hollow: boolean;
  readonly classes: number;
  /** For marks that explain and are no points. */
  readonly legend?: boolean;
}

/** A circle around a place, as moves from it. */
function ringOf(radius: number): string {
  const r = coordinate(radius);
  return `m-${r},0a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 -${2 * r},0`;
}

/** Circles around places as one path. */
export function circles(places: readonly (readonly [number, number])[], radius: number): string {
  return places.map(([x, y]) => `M${coordinate(x)},${coordinate(y)}${ringOf(radius)}z`).join('');
}

/**
 * Points as small marks in the colour and the shape of their labels: squares and circles for signs, then triangles and diamonds. Marks
 * of one look are one path, which is drawn faster, and is lighter in a page, than hundreds of elements.
 */
export function Dots({ points, at, radius, hollow, classes, legend = false }: DotsProps) {
  const outlines = SHAPES.map((moves) => (moves.length === 0 ? ringOf(radius) : outlineOf(moves, radius)));
  const paths = new Map<string, string>();
  for (const [x1, x2, label] of points) {
    const [x = NaN, y = NaN] = at(x1, x2).map(place);
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    const fill = labelColour(label, classes);
    paths.set(fill, `${paths.get(fill) ?? ''}M${x},${y}${outlines[shapeOf(label, classes)] ?? ''}z`);
  }
  return (
    <g class={legend ? 'gb-marks' : hollow ? 'gb-dots gb-dots-test' : 'gb-dots'}>
      {[...paths].map(([fill, path]) => (
        <path d={path} fill={fill} key={fill} />
      ))}
    </g>
  );
}
