/** Sequences of equal length from a text: what goes into a network, and the same one symbol on, which is what it should say. */

/** Rows of equal length, of which each place has one answer, or as many as another; `x` and `t` are indices of symbols, `weights` are 0 where a row is padded and 1 elsewhere. */
export interface Windows {
  readonly rows: number;
  /** Places in a row. */
  readonly length: number;
  /** [rows, length] in one row each. */
  readonly x: Int32Array;
  /** [rows, length, answers] in one row each, as are the weights. */
  readonly t: Int32Array;
  readonly weights: Float32Array;
}

/** A stretch of a sequence: inputs from `start` on, targets one further. */
export interface Stretch {
  readonly sequence: Int32Array;
  readonly start: number;
}

/** Lays stretches out as rows; one that ends before the row does is padded with symbol 0 and weight 0. */
export function windowsOf(stretches: readonly Stretch[], length: number): Windows {
  const size = stretches.length * length;
  const [x, t, weights] = [new Int32Array(size), new Int32Array(size), new Float32Array(size)];
  stretches.forEach(({ sequence, start }, row) => {
    const places = Math.min(length, sequence.length - 1 - start);
    x.set(sequence.subarray(start, start + places), row * length);
    t.set(sequence.subarray(start + 1, start + 1 + places), row * length);
    weights.fill(1, row * length, row * length + places);
  });
  return { rows: stretches.length, length, x, t, weights };
}

/** Sequences cut into stretches of `length` that do not overlap: each symbol but a sequence's first is a target once. */
export function stretchesOf(sequences: readonly Int32Array[], length: number): readonly Stretch[] {
  return sequences.flatMap((sequence) =>
    Array.from({ length: Math.ceil(Math.max(0, sequence.length - 1) / length) }, (_, i) => ({ sequence, start: i * length })),
  );
}
