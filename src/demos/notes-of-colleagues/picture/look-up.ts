/** One look-up as the picture sees it. */
import type { Lang } from '../../../i18n/text';
import type { ViewArray } from '../../../views/view';
import { colleaguesText } from '../words';

export interface Colleague {
  readonly key: readonly [number, number];
  readonly note: number;
  readonly score: number;
  readonly weight: number;
}

export interface LookUp {
  readonly step: number;
  readonly query: readonly [number, number];
  readonly colleagues: readonly Colleague[];
  readonly answer: number;
  readonly goal: number;
  /** Minus the gradient of the loss by the query. */
  readonly pull: readonly [number, number];
  /** How far the answer to each question of the plane is from the goal. */
  readonly misses: ViewArray;
}

/** What a colleague is called. */
export function nameOf(i: number, lang: Lang): string {
  return [...colleaguesText.names[lang]][i] ?? String(i + 1);
}

/** A point within a box, however far off it lies; not-a-number stands in the middle. */
export function keptWithin(value: number, low: number, high: number): number {
  return Number.isFinite(value) ? Math.max(low, Math.min(high, value)) : (low + high) / 2;
}
