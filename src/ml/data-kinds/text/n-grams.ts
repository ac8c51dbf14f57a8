/**
 * Tables of n-grams: how often each symbol followed each context of 0, 1, …, n - 1 symbols. What a network has to beat, without training.
 *
 * Interpolated after Witten and Bell (1991, "The zero-frequency problem", method C), as Chen and Goodman (1998, section 2.5) write it:
 * with c(h, s) counts of s after h, c(h) their sum and T(h) how many different symbols followed h,
 *   P_n(s | h) = (c(h, s) + T(h) P_{n-1}(s | h')) / (c(h) + T(h)),
 * h' being h without its first symbol and P_0 = 1 / V. After a context never seen, P_n = P_{n-1}.
 */
import { at, atOr } from '../../../base/at';

/** A stretch of a sequence: `start` is given, and the symbols behind it, up to and without `end`, are told. */
export interface ReadStretch {
  readonly sequence: Int32Array;
  readonly start: number;
  readonly end: number;
}

/** The whole of some sequences. */
export function wholeOf(sequences: readonly Int32Array[]): readonly ReadStretch[] {
  return sequences.map((sequence) => ({ sequence, start: 0, end: sequence.length }));
}

export interface NGrams {
  /** The largest n. */
  readonly most: number;
  /** P_1, …, P_most of a symbol after what stands before it. @param end the context is `sequence` up to, and without, this place. */
  readonly probabilities: (sequence: ArrayLike<number>, end: number, symbol: number) => readonly number[];
  /**
   * Mean of -log2 P_n over the symbols of some stretches, for n = 1, …, most: bits per symbol. NaN without any. The first symbol of a
   * stretch is given; whatever its sequence holds before it is known.
   */
  readonly bits: (stretches: readonly ReadStretch[]) => readonly number[];
}

/**
 * Counts.
 * @param symbols how many there are, V.
 * @param most the largest n, at least 1; contexts never reach before a sequence's beginning.
 */
export function nGramsOf(sequences: readonly Int32Array[], symbols: number, most: number): NGrams {
  // A context is a number: 0 the empty one; another is reached from the one without its first symbol. Two maps for all of them, since two
  // for each would take ten times as long to make.
  const longer = new Map<number, number>();
  const counts = new Map<number, number>();
  const totals = [0];
  const different = [0];
  const count = (context: number, symbol: number): void => {
    const key = context * symbols + symbol;
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    totals[context] = atOr(totals, context, 0) + 1;
    if (before === 0) different[context] = atOr(different, context, 0) + 1;
  };
  for (const sequence of sequences) {
    for (let place = 1; place < sequence.length; place++) {
      const symbol = sequence[place] ?? 0;
      let context = 0;
      count(context, symbol);
      for (let back = 1; back < most && back <= place; back++) {
        const key = context * symbols + (sequence[place - back] ?? 0);
        let next = longer.get(key);
        if (next === undefined) {
          next = totals.push(0) - 1;
          longer.set(key, next);
        }
        context = next;
        count(context, symbol);
      }
    }
  }
  const probabilities: NGrams['probabilities'] = (sequence, end, symbol) => {
    let context: number | undefined = 0;
    let p = 1 / symbols;
    return Array.from({ length: most }, (_, i) => {
      if (i > 0) context = context === undefined || i > end ? undefined : longer.get(context * symbols + (sequence[end - i] ?? 0));
      if (context === undefined) return p;
      const [total = 0, kinds = 0] = [totals[context], different[context]];
      if (total > 0) p = ((counts.get(context * symbols + symbol) ?? 0) + kinds * p) / (total + kinds);
      return p;
    });
  };
  return {
    most,
    probabilities,
    bits(given) {
      const sums = new Array<number>(most).fill(0);
      let predicted = 0;
      for (const { sequence, start, end } of given) {
        for (let place = start + 1; place < end; place++, predicted++) {
          probabilities(sequence, place, sequence[place] ?? 0).forEach((p, i) => (sums[i] = at(sums, i) - Math.log2(p)));
        }
      }
      return sums.map((sum) => (predicted === 0 ? NaN : sum / predicted));
    },
  };
}
