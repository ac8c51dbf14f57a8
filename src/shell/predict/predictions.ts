/** What the reader has predicted, and what the runs gave: kept in this browser beside the challenges that are solved, and only there. */

import { KEY } from './key';

/** A curve as it is kept: its steps and its values there. */
export interface KeptCurve {
  readonly at: readonly number[];
  readonly y: readonly number[];
}

/** A choice's place among the answers, a value, or the heights of a drawn curve from left to right. */
export type Guess = number | readonly number[];

export interface KeptPrediction {
  /** Tells the question from what it was before it was changed: a guess is one of this question alone. */
  readonly of: string;
  readonly guess: Guess;
  /** What the run gave; not there before it was shown. */
  readonly result?: number | KeptCurve;
}

export type Predictions = Readonly<Record<string, KeptPrediction>>;

/** Of this visit: what is known where nothing can be stored. Undefined for what was taken back. */
const visit = new Map<string, KeptPrediction | undefined>();
/** The name of a challenge or a prediction: chapter and its own. */
export const NAME = /^[\w-]{1,80}\/[\w-]{1,80}$/;
/** Points of a curve, at most: a drawn one has fewer, and one of a run is thinned. */
export const MOST_POINTS = 240;

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length <= MOST_POINTS && value.every((one) => typeof one === 'number' && Number.isFinite(one));
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isCurve(value: unknown): value is KeptCurve {
  if (typeof value !== 'object' || value === null || !('at' in value) || !('y' in value)) return false;
  const { at, y } = value;
  return isNumbers(at) && isNumbers(y) && at.length === y.length;
}

function isKept(value: unknown): value is KeptPrediction {
  if (typeof value !== 'object' || value === null || !('of' in value) || !('guess' in value)) return false;
  if (typeof value.of !== 'string' || value.of.length > 20 || !(isNumber(value.guess) || isNumbers(value.guess))) return false;
  return !('result' in value) || isNumber(value.result) || isCurve(value.result);
}

/** The sound ones among what a storage or a file says; undefined where it says no predictions at all. */
export function soundPredictions(content: unknown): Predictions | undefined {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return undefined;
  return Object.fromEntries(
    Object.entries(content).filter((entry): entry is [string, KeptPrediction] => NAME.test(entry[0]) && isKept(entry[1])),
  );
}

function stored(): Predictions {
  return soundPredictions(JSON.parse(localStorage.getItem(KEY) ?? '{}')) ?? {};
}

/** All predictions, by `chapter/name`. */
export function readPredictions(): Predictions {
  let there: Predictions = {};
  try {
    there = stored();
  } catch {
    // Storage is forbidden, or holds what is no JSON: the visit's own memory is all there is.
  }
  const all = Object.entries({ ...there, ...Object.fromEntries(visit) });
  return Object.fromEntries(all.flatMap(([name, kept]) => (kept === undefined ? [] : [[name, kept]])));
}

/**
 * Keeps a prediction, or takes it back where it is undefined; what another tab has stored meanwhile of others stays.
 * @returns whether it is stored, and outlasts the page.
 */
export function keepPrediction(name: string, kept: KeptPrediction | undefined): boolean {
  visit.set(name, kept);
  try {
    localStorage.setItem(KEY, JSON.stringify(readPredictions()));
    visit.delete(name);
    return true;
  } catch {
    return false;
  }
}

/** A short sign of a text: another text has, as good as always, another one (FNV-1a, 32 bits). */
export function signOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
