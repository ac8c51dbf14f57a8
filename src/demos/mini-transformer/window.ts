/** What a transformer of a fixed window reads of a text: its last symbols, and line ends behind them, where it is shorter. */
import { at } from '../../base/at';
import type { HostArray } from '../../ml/model';
import type { TextTask } from '../../ml/tasks/text';

export interface Window {
  /** As many numbers of symbols as a window has places. */
  readonly symbols: Int32Array;
  /** Places that the text takes. */
  readonly count: number;
}

/** The window onto the end of a text. @param filler what stands behind a shorter one. */
export function windowOf(text: ArrayLike<number>, length: number, filler: number): Window {
  const kept = Array.from(text).slice(-length);
  const symbols = new Int32Array(length).fill(filler);
  symbols.set(kept);
  return { symbols, count: kept.length };
}

/** The symbols of the reader's words, behind a line end: what is written begins a line. */
export function promptOf({ vocabulary }: Pick<TextTask, 'vocabulary'>, values: Readonly<Record<string, unknown>>): Int32Array {
  const { prompt } = values;
  return vocabulary.encode(`\n${typeof prompt === 'string' ? prompt : ''}`);
}

/** The symbol of a line end. */
export function lineEndOf({ vocabulary }: Pick<TextTask, 'vocabulary'>): number {
  return at(vocabulary.encode('\n'), 0);
}

/** [1, places, 1]: 1 at a place, else 0. */
export function placeMark(place: number, length: number): HostArray {
  return { shape: [1, length, 1], data: Float32Array.from({ length }, (_, i) => (i === place ? 1 : 0)) };
}
