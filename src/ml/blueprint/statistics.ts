/** What many numbers are like, in a few: a layer's weights, gradients or activations as the inspector shows them. */
import { at } from '../../base/at';
import { activations, isActivationName, type ActivationName } from './activations';

/** Bars of a summary's histogram. */
export const BINS = 24;

export interface Summary {
  readonly shape: readonly number[];
  /** How many numbers; `broken` of them are NaN or infinite, and all else here is of the others. */
  readonly count: number;
  readonly broken: number;
  readonly mean: number;
  /** Of the numbers themselves, divided by their count. */
  readonly deviation: number;
  /** The root of the sum of squares. */
  readonly norm: number;
  /** Ends of the histogram: the least and the largest; a lone value has room around it. */
  readonly low: number;
  readonly high: number;
  /** How many numbers lie in each of `BINS` bars of equal width. */
  readonly counts: readonly number[];
  /** Of an activation's outputs: the share at which its slope is nearly 0, and the share of units for which that is so on every sample. */
  readonly saturated?: number;
  readonly dead?: number;
}

/** Ends of a histogram over the finite numbers. */
function endsOf(least: number, most: number): readonly [number, number] {
  if (least > most) return [0, 1];
  if (least < most) return [least, most];
  const room = Math.max(1e-3, Math.abs(least) / 2);
  return [least - room, least + room];
}

/** The bar that a number falls into. */
function barOf(value: number, low: number, high: number, bins: number): number {
  return Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins));
}

/**
 * Summarises numbers in three passes and without copies: the largest arrays are those of networks that train.
 * @param shape of the array, for the record.
 */
export function summarise(values: ArrayLike<number>, shape: readonly number[] = [values.length]): Summary {
  let [finite, least, most] = [0, Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    if (!Number.isFinite(value)) continue;
    finite++;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const count = Math.max(1, finite);
  // Divided before they are added and squared: the largest numbers would overflow.
  const scale = Math.max(Math.abs(least), Math.abs(most)) || 1;
  const [low, high] = endsOf(least, most);
  const counts = new Array<number>(BINS).fill(0);
  let [sum, squares] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    if (!Number.isFinite(value)) continue;
    sum += value / scale;
    squares += (value / scale) ** 2;
    const bar = barOf(value, low, high, BINS);
    counts[bar] = at(counts, bar) + 1;
  }
  const mean = finite === 0 ? 0 : scale * (sum / count);
  let spread = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    if (Number.isFinite(value)) spread += ((value - mean) / scale) ** 2;
  }
  return {
    shape,
    count: values.length,
    broken: values.length - finite,
    mean,
    deviation: finite === 0 ? 0 : scale * Math.sqrt(spread / count),
    norm: finite === 0 ? 0 : scale * Math.sqrt(squares),
    low,
    high,
    counts,
  };
}

/** A slope below this share of the activation's largest counts as nearly 0: little of a gradient gets through. */
const FLAT = 0.05;

/** The largest slope of an activation, found on a fine grid: 1 for most, 1/4 for sigmoid, a little over 1 for GELU and SiLU. */
function largestSlope(name: ActivationName): number {
  let largest = 0;
  for (let x = -4; x <= 4; x += 1 / 64) largest = Math.max(largest, Math.abs(activations[name].slope(x)));
  return largest;
}

/**
 * Where an activation lets hardly any gradient through.
 * @param before what goes into the activation, [samples, units] or with places between.
 * @returns shares from 0 to 1: of all numbers, and of the units that are flat wherever they were looked at (a dead ReLU, say).
 */
export function flatness(
  before: ArrayLike<number>,
  units: number,
  name: string,
): { readonly saturated: number; readonly dead: readonly boolean[] } {
  const dead = new Array<boolean>(units).fill(before.length > 0);
  if (!isActivationName(name)) return { saturated: 0, dead: dead.fill(false) };
  const { slope } = activations[name];
  const limit = FLAT * largestSlope(name);
  let flat = 0;
  for (let i = 0; i < before.length; i++) {
    if (Math.abs(slope(before[i] ?? NaN)) < limit) flat++;
    else dead[i % units] = false;
  }
  return { saturated: before.length === 0 ? 0 : flat / before.length, dead };
}

/** Size of an update over size of what it changes; 0 where nothing is changed, Infinity where zeros are. */
export function updateRatio(update: Summary, weights: Summary): number {
  if (update.norm === 0) return 0;
  return update.norm / weights.norm;
}
