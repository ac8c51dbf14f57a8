/** Draws that every sample of a file has the same chance in, the same for the same file. */

/** Numbers in [0, 1) from a seed: mulberry32 (Tommy Ettinger 2017), enough for a fair draw. */
export function drawer(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The indices in an order drawn at random (Fisher and Yates). */
export function shuffled(indices: readonly number[], draw: () => number): number[] {
  const order = [...indices];
  for (let i = order.length - 1; i > 0; i--) {
    const other = Math.floor(draw() * (i + 1));
    [order[i], order[other]] = [order[other] ?? 0, order[i] ?? 0];
  }
  return order;
}

/** Keeps at most so many of the things it is given, each with the same chance, in their order (Vitter's algorithm R). */
export class Reservoir<T> {
  count = 0;
  private readonly kept: { readonly at: number; readonly thing: T }[] = [];
  private readonly draw = drawer(1);

  constructor(private readonly most: number) {}

  add(thing: T): void {
    const at = this.count++;
    if (this.kept.length < this.most) {
      this.kept.push({ at, thing });
      return;
    }
    const place = Math.floor(this.draw() * this.count);
    if (place < this.most) this.kept[place] = { at, thing };
  }

  get things(): readonly T[] {
    return [...this.kept].sort((one, other) => one.at - other.at).map(({ thing }) => thing);
  }
}
