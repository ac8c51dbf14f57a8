/** What several runs of the same settings have in common: the middle of them, and how far they lie apart. */
import { median } from '../../base/median';
import type { Recorded } from '../pictures/source';

/** Steps at which a band is drawn, at most. */
const MOST_STEPS = 600;

export interface Band {
  readonly x: Float64Array;
  readonly median: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A metric's values by step. */
function valuesOf(curves: Recorded, metric: string): Map<number, number> {
  const [steps, values] = metric === 'loss' ? [curves.lossAt, curves.loss] : [curves.evaluatedAt, curves.evaluated[metric] ?? []];
  return new Map(Array.from(steps, (step, i) => [step, values[i] ?? NaN]));
}

/** Every so-many-th of a list, its last among them. */
function spread(steps: readonly number[]): number[] {
  const stride = Math.ceil(steps.length / MOST_STEPS);
  return steps.filter((_, i) => (steps.length - 1 - i) % stride === 0);
}

/**
 * Median and range of a metric at the steps at which runs have it. Runs that ended before a step, or are not finite there, do not count
 * at it.
 */
export function bandOf(runs: readonly Recorded[], metric: string): Band {
  const series = runs.map((curves) => valuesOf(curves, metric));
  const steps = spread([...new Set(series.flatMap((values) => [...values.keys()]))].sort((a, b) => a - b));
  const at = steps.map((step) => series.map((values) => values.get(step) ?? NaN).filter(Number.isFinite));
  const all = (of: (values: readonly number[]) => number): Float64Array => Float64Array.from(at, of);
  return {
    x: Float64Array.from(steps),
    median: all(median),
    low: all((values) => (values.length === 0 ? NaN : Math.min(...values))),
    high: all((values) => (values.length === 0 ? NaN : Math.max(...values))),
  };
}
