import type { Windows } from '../data-kinds/text/windows';
import type { HostArray } from '../model';
import { epochBatches, type EpochOptions } from './batches';

/** Sequences as a network takes them, batch first, and what is asked at each place. */
export interface SequenceBatch {
  /** `x` [batch, length]: numbers of symbols. */
  readonly inputs: { readonly x: HostArray };
  /** [batch, answers]: numbers of symbols, one or several a place; 0 where nothing is asked. */
  readonly t: HostArray;
  /** [batch, answers]: 1 where something is asked, 0 elsewhere; absent where something is asked everywhere. */
  readonly weights?: HostArray;
}

/** Rows of windows, as a network takes them. @param weighed whether weights are given; all batches of a run should agree. */
export function takeWindows({ length, x, t, weights }: Windows, rows: ArrayLike<number>, weighed: boolean): SequenceBatch {
  // One answer a place, unless there are several.
  const asked = x.length === 0 ? length : (t.length / x.length) * length;
  const size = rows.length * asked;
  const [inputs, targets, counts] = [new Int32Array(rows.length * length), new Int32Array(size), new Float32Array(size)];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const [from, to] = [row * asked, (row + 1) * asked];
    inputs.set(x.subarray(row * length, (row + 1) * length), i * length);
    targets.set(t.subarray(from, to), i * asked);
    counts.set(weights.subarray(from, to), i * asked);
  }
  const shape = [rows.length, asked];
  return {
    inputs: { x: { shape: [rows.length, length], data: inputs } },
    t: { shape, data: targets },
    ...(weighed ? { weights: { shape, data: counts } } : {}),
  };
}

/** True where some places of some windows ask for nothing. */
export function isWeighed({ weights }: Windows): boolean {
  return weights.some((weight) => weight === 0);
}

/** The batches of an epoch's order (`epochBatches`) over windows. @returns a function of the step, 0-based. */
export function windowBatches(windows: Windows, options: Omit<EpochOptions, 'count'>): (step: number) => SequenceBatch {
  const picks = epochBatches({ ...options, count: windows.rows });
  const weighed = isWeighed(windows);
  return (step) => takeWindows(windows, picks(step), weighed);
}
