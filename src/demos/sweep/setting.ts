/** The maps: which knobs their columns and rows turn, and by what each of their networks is trained. Pure data. */
import { at } from '../../base/at';
import { SWEPT_PAIRS, type SweptKnob } from '../../ml/blueprint/swept-knobs';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

export const COLUMNS = 16;
export const ROWS = 8;
/** Maps, which differ in the random numbers of the first weights alone. */
export const DRAWS = 2;
export const CELLS = COLUMNS * ROWS;
export const NETWORKS = CELLS * DRAWS;

/** Steps of a run. */
export const STEPS = 1000;

export type Values = ValuesOf<typeof demo>;

/** From the least to the largest value on a map; by equal factors between. */
const RANGES: Readonly<Record<SweptKnob, readonly [number, number]>> = {
  learningRate: [0.003, 100],
  initialScale: [0.03, 10],
  weightDecay: [1e-5, 1],
};

/** Two digits: what stands beside the map is what is trained by. */
function round(value: number): number {
  return Number(value.toPrecision(2));
}

/** The values of a knob along a map, from the least. */
export function stopsOf(knob: SweptKnob, count: number): readonly number[] {
  const [least, most] = RANGES[knob];
  return Array.from({ length: count }, (_, i) => round(least * (most / least) ** (i / (count - 1))));
}

/** Values of the columns from the left, and of the rows from the top: there stands the largest. */
export function axesOf({ knobs }: Pick<Values, 'knobs'>): { readonly columns: readonly number[]; readonly rows: readonly number[] } {
  const [across, down] = SWEPT_PAIRS[knobs];
  return { columns: stopsOf(across, COLUMNS), rows: [...stopsOf(down, ROWS)].reverse() };
}

/** Where a network stands, by its number from 1: in which map, row and column, from 0. */
export function placeOf(number: number): { readonly draw: number; readonly row: number; readonly column: number } {
  const index = number - 1;
  return { draw: Math.floor(index / CELLS), row: Math.floor((index % CELLS) / COLUMNS), column: index % COLUMNS };
}

/** What a network has of its own. */
export type Own = Readonly<Record<SweptKnob, number>> & { readonly draw: number };

/** By what the network of that number, from 1, is trained. */
export function ownOf(values: Values, number: number): Own {
  const { draw, row, column } = placeOf(number);
  const [across, down] = SWEPT_PAIRS[values.knobs];
  const { columns, rows } = axesOf(values);
  const { learningRate, initialScale, weightDecay } = values;
  return { learningRate, initialScale, weightDecay, [across]: at(columns, column), [down]: at(rows, row), draw };
}
