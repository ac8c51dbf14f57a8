/** Units that curves can be read in: the one that they were measured in, and those that a demo says of them besides. */
import type { MetricSpec, OtherUnit } from '../../demos/declaration';
import type { Series } from '../../views/parts/paths';

/** The further units of a chart: those of its metrics, where all have the same. */
export function unitsOf(metrics: readonly MetricSpec[]): readonly OtherUnit[] {
  const [first] = metrics;
  const same = metrics.every(({ unit, also }) => unit?.en === first?.unit?.en && JSON.stringify(also) === JSON.stringify(first?.also));
  return (same ? first?.also : undefined) ?? [];
}

/** A number in another unit; as it is, without one. */
export function inUnit(value: number, unit: OtherUnit | undefined): number {
  if (unit === undefined) return value;
  return 'times' in unit ? unit.times * value : unit.base ** value;
}

/** Curves in another unit, with their bands. */
export function seriesInUnit(series: readonly Series[], unit: OtherUnit | undefined): readonly Series[] {
  if (unit === undefined) return series;
  const all = (values: ArrayLike<number>): Float64Array => Float64Array.from(values, (value) => inUnit(value, unit));
  return series.map((one) => ({
    ...one,
    y: all(one.y),
    ...(one.band === undefined ? {} : { band: { low: all(one.band.low), high: all(one.band.high) } }),
  }));
}
