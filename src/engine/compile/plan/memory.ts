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

/**
 * Lays arrays out so that those alive at the same time do not overlap: in the order of their births, each in the first gap that holds it.
 * @returns addresses from `base` on, and the first address behind them all.
 */
export function layOut<K>(
  lifetimes: readonly Lifetime<K>[],
  base: number,
): { readonly addresses: ReadonlyMap<K, number>; readonly end: number } {
  const addresses = new Map<K, number>();
  /** By address. */
  const alive: { readonly start: number; readonly end: number; readonly last: number }[] = [];
  let end = base;
  for (const { key, bytes, first, last } of [...lifetimes].sort((a, b) => a.first - b.first || b.bytes - a.bytes)) {
    const size = aligned(bytes);
    let start = base;
    let kept = 0;
    let place: number | undefined;
    for (const one of alive) {
      if (one.last < first) continue;
      if (place === undefined) {
        if (one.start - start >= size) place = kept;
        else start = Math.max(start, one.end);
      }
      alive[kept++] = one;
    }
    alive.length = kept;
    addresses.set(key, start);
    alive.splice(place ?? kept, 0, { start, end: start + size, last });
    end = Math.max(end, start + size);
  }
  return { addresses, end };
}
