/** Metrics of a demo as columns: names and numbers as readers see them. */
import type { Demo, MetricSpec } from '../../demos/declaration';
import { percentShort, short } from '../../views/parts/ramp';

/** The demo's metrics, in the order declared. */
export function metricColumns(demo: Demo): readonly (readonly [string, MetricSpec])[] {
  return Object.entries(demo.metrics);
}

/** A metric's number; a dash where it was not measured. */
export function metricWords({ format }: MetricSpec, value: number | undefined): string {
  if (value === undefined) return '–';
  return format === 'percent' ? percentShort(value) : short(value);
}
