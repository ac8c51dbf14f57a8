/** Whether what was measured bears out what the words say. */
import { median } from '../../base/median';
import type { Stated } from './stated';

/** How a number is meant. */
export type Reading =
  | { readonly kind: 'exact' | 'at-least' | 'at-most' | 'above' | 'below' | 'between' }
  /** Within a share of the number, or within a factor of it. */
  | { readonly kind: 'about'; readonly share: number }
  | { readonly kind: 'about'; readonly factor: number };

export const REDUCTIONS = ['min', 'max', 'median', 'mean'] as const;
export type Reduction = (typeof REDUCTIONS)[number];

/** One number for several seeds. */
export function reduced(by: Reduction, values: readonly number[]): number {
  // What is not finite may not hide among others.
  if (values.some(Number.isNaN)) return NaN;
  const sorted = values.toSorted((a, b) => a - b);
  switch (by) {
    case 'min':
      return sorted[0] ?? NaN;
    case 'max':
      return sorted.at(-1) ?? NaN;
    case 'mean':
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    case 'median':
      return median(values);
  }
}

/** Half a unit of the last digit, and what 32 bits add: 98.25 % may be written 98.2 % or 98.3 %. */
function slackOf({ value, unit }: Stated): number {
  return unit / 2 + 1e-6 * Math.abs(value);
}

function fits(measured: number, stated: Stated, reading: Reading): boolean {
  const { value } = stated;
  switch (reading.kind) {
    case 'exact':
      return Math.abs(measured - value) <= slackOf(stated);
    case 'at-least':
      return measured >= value - 1e-6 * Math.abs(value);
    case 'at-most':
      return measured <= value + 1e-6 * Math.abs(value);
    case 'above':
      return measured > value;
    case 'below':
      return measured < value;
    case 'about':
      if ('share' in reading) return Math.abs(measured - value) <= reading.share * Math.abs(value) + 1e-6 * Math.abs(value);
      return measured / value <= reading.factor && value / measured <= reading.factor;
    case 'between':
      return false;
  }
}

/**
 * Holds numbers against measurements.
 * @param measured one a seed, or one a reduction.
 * @param stated as many as there are measurements, or one that holds for all; of `between`, the two ends.
 */
export function bearsOut(measured: readonly number[], stated: readonly Stated[], reading: Reading): boolean {
  if (reading.kind === 'between') {
    const [low, high] = stated.toSorted((a, b) => a.value - b.value);
    if (low === undefined || high === undefined) return false;
    return measured.every((one) => one >= low.value - slackOf(low) && one <= high.value + slackOf(high));
  }
  return measured.every((one, i) => {
    const said = stated.length === 1 ? stated[0] : stated[i];
    return said !== undefined && fits(one, said, reading);
  });
}
