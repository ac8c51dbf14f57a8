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

/** Points as dots in the colour of their labels; held-out ones with a dark rim. */
export function Dots({
  points,
  at,
  radius,
  hollow,
  classes,
}: {
  points: readonly Point[];
  at: (x1: number, x2: number) => readonly [number, number];
  radius: number;
  hollow: boolean;
  classes: number;
}) {
  return (
    <g class={hollow ? 'gb-dots gb-dots-test' : 'gb-dots'}>
      {points.map(([x1, x2, label], i) => {
        const [x, y] = at(x1, x2);
        return <circle cx={coordinate(x)} cy={coordinate(y)} r={radius} fill={labelColour(label, classes)} key={i} />;
      })}
    </g>
  );
}
