/** Places in one memory: fixed ones, and those that are shared by arrays whose lives do not overlap. */
import { VECTOR } from '../kernels/kernel';

const aligned = (bytes: number): number => Math.ceil(bytes / VECTOR) * VECTOR;

/** Gives out places that are never taken back. */
export class FixedMemory {
  /** The first free address; 0 is nobody's. */
  end = VECTOR;

  take(bytes: number): number {
    const address = this.end;
    this.end += aligned(bytes);
    return address;
  }
}

/** An array that is needed from one kernel to another, both included. */
export interface Lifetime<K> {
  readonly key: K;
  readonly bytes: number;
  readonly first: number;
  readonly last: number;
}

/** Addresses that nobody has: from `start` to before `end`. */
interface Gap {
  start: number;
  end: number;
}

/** The gaps above a first address, the last one without an end. */
class Gaps {
  /** By address; no two touch. */
  private readonly gaps: Gap[];

  constructor(base: number) {
    this.gaps = [{ start: base, end: Infinity }];
  }

  /** The first address at which there is room. */
  take(bytes: number): number {
    const index = this.gaps.findIndex(({ start, end }) => end - start >= bytes);
    const gap = this.gaps[index];
    if (gap === undefined) throw new Error('the last gap has an end');
    const { start } = gap;
    gap.start += bytes;
    if (gap.start === gap.end) this.gaps.splice(index, 1);
    return start;
  }

  /** Gives room back. */
  free(start: number, end: number): void {
    let index = 0;
    for (let past = this.gaps.length; index < past;) {
      const middle = (index + past) >> 1;
      if ((this.gaps[middle]?.start ?? Infinity) < end) index = middle + 1;
      else past = middle;
    }
    const [before, after] = [this.gaps[index - 1], this.gaps[index]];
    if (before?.end === start && after?.start === end) {
      before.end = after.end;
      this.gaps.splice(index, 1);
    } else if (before?.end === start) before.end = end;
    else if (after?.start === end) after.start = start;
    else this.gaps.splice(index, 0, { start, end });
  }
}

/**
 * Lays arrays out so that those alive at the same time do not overlap: in the order of their births, each in the first gap that holds it.
 * @returns addresses from `base` on, and the first address behind them all.
 */
export function layOut<K>(
  lifetimes: readonly Lifetime<K>[],
  base: number,
): { readonly addresses: ReadonlyMap<K, number>; readonly end: number } {
  const addresses = new Map<K, number>();
  const gaps = new Gaps(base);
  /** By the last kernel that needs them. */
  const ending: { readonly start: number; readonly end: number }[][] = [];
  let [end, now] = [base, 0];
  for (const { key, bytes, first, last } of [...lifetimes].sort((a, b) => a.first - b.first || b.bytes - a.bytes)) {
    for (; now < first; now++) for (const one of ending[now] ?? []) gaps.free(one.start, one.end);
    const size = aligned(bytes);
    const start = gaps.take(size);
    (ending[last] ??= []).push({ start, end: start + size });
    addresses.set(key, start);
    end = Math.max(end, start + size);
  }
  return { addresses, end };
}
