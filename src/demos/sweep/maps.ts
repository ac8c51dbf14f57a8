/** Test losses as the maps show them. */
import { clipByValue, concat, div, fill, log, mul, reshape, where, type Tensor } from '@tensorflow/tfjs-core';
import { ABSENT, DIVERGED } from '../../ml/blueprint/run-levels';
import { isGoing, lossesOrElse } from '../../ml/tasks/population';
import type { HostArray } from '../../ml/model';
import { axesOf, COLUMNS, DRAWS, NETWORKS, ownOf, ROWS, type Values } from './setting';

/** The loss of an answer that says nothing: half of the samples are of either class. */
const GUESSING = Math.LN2;
/** The lowest and the highest level that is told from those beyond. */
const LEVELS = [-1.2, 4] as const;

/** How many powers of ten losses are below that of guessing. @param going 1 for networks that go on, 0 for those that have diverged. */
export function levelsOf(losses: Tensor, going: Tensor): Tensor {
  const levels = mul(log(div(lossesOrElse(losses, going, GUESSING), GUESSING)), -Math.LOG10E);
  return where(isGoing(losses, going), clipByValue(levels, ...LEVELS), DIVERGED);
}

/** Maps on which one network alone is shown, by its number: its level, [1], becomes [maps, rows, columns]. */
export function onlyShown(level: Tensor, number: number): Tensor {
  const absent = (count: number): Tensor => fill([count], ABSENT);
  return reshape(concat([absent(number - 1), level, absent(NETWORKS - number)]), [DRAWS, ROWS, COLUMNS]);
}

/** The values of columns and rows. */
export function axisArrays(values: Values): Record<'columns' | 'rows', HostArray> {
  const { columns, rows } = axesOf(values);
  return {
    columns: { shape: [COLUMNS], data: Float32Array.from(columns) },
    rows: { shape: [ROWS], data: Float32Array.from(rows) },
  };
}

/** What the network of that number is trained by: [number, rate, scale, decay, map]. */
export function ownArray(values: Values, number: number): HostArray {
  const { learningRate, initialScale, weightDecay, draw } = ownOf(values, number);
  return { shape: [5], data: Float32Array.of(number, learningRate, initialScale, weightDecay, draw) };
}
