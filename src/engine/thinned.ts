/** Items along a run within a bound of bytes: close together near now, wide apart far back. */

/** So many items at most, however small they are. */
const MOST_ITEMS = 300;
interface Item {
  readonly step: number;
}

function bytesOf(item: { readonly arrays: Readonly<Record<string, { readonly data: { readonly byteLength: number } }>> }): number {
  return Object.values(item.arrays).reduce((sum, { data }) => sum + data.byteLength + 64, 64);
}

/**
 * Which item to drop: not the first and not the last, but the one whose absence leaves the smallest gap for its age.
 * @param items sorted by step.
 * @param pinned steps whose items stay.
 * @returns its index, or undefined where none may go.
 */
export function leastMissed(items: readonly Item[], pinned: ReadonlySet<number> = new Set()): number | undefined {
  const latest = items.at(-1)?.step ?? 0;
  let best: number | undefined;
  let least = Infinity;
  for (let i = 1; i < items.length - 1; i++) {
    if (pinned.has(items[i]?.step ?? 0)) continue;
    const gap = (items[i + 1]?.step ?? 0) - (items[i - 1]?.step ?? 0);
    const missed = gap / (latest - (items[i]?.step ?? 0) + 1);
    if (missed < least) {
      least = missed;
      best = i;
    }
  }
  return best;
}

/** Items by step within a bound of bytes. */
export class Thinned<T extends Item & Parameters<typeof bytesOf>[0]> {
  readonly items: T[] = [];
  /** Steps whose items are never dropped. */
  readonly pinned = new Set<number>();
  bytes = 0;
  constructor(private readonly bound: number) {}

  add(item: T): void {
    const at = this.items.findIndex(({ step }) => step >= item.step);
    const place = at < 0 ? this.items.length : at;
    const replaced = this.items[place]?.step === item.step ? this.items.splice(place, 1) : [];
    for (const old of replaced) this.bytes -= bytesOf(old);
    this.items.splice(place, 0, item);
    this.bytes += bytesOf(item);
    while (this.bytes > this.bound || this.items.length > MOST_ITEMS) {
      const index = leastMissed(this.items, this.pinned);
      if (index === undefined) return;
      for (const dropped of this.items.splice(index, 1)) this.bytes -= bytesOf(dropped);
    }
  }

  truncate(step: number): void {
    for (const pinned of this.pinned) if (pinned > step) this.pinned.delete(pinned);
    while ((this.items.at(-1)?.step ?? -1) > step) for (const dropped of this.items.splice(-1, 1)) this.bytes -= bytesOf(dropped);
  }

  atOrBefore(step: number): T | undefined {
    return this.items.findLast((item) => item.step <= step);
  }

  nearest(step: number): T | undefined {
    const before = this.atOrBefore(step);
    const after = this.items.find((item) => item.step >= step);
    if (before === undefined || after === undefined) return before ?? after;
    return step - before.step <= after.step - step ? before : after;
  }
}
