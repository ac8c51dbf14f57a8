/** What every kind of data has besides its program and its numbers: all that printed programs ask of it. */
import type { Lang } from '../../i18n/text';

/** @typeParam D the kind's program: what is drawn, how much of it, and what is asked for, as plain data. */
export interface DataKind<D> {
  /** Number of classes of the labels; 1 where a label is one score or one value. */
  readonly classes: (data: D) => number;
  /** How many samples are learned from: those that are not held out. */
  readonly trainCount: (data: D) => number;
  /**
   * What a sample is asked for: one label; a value at every pixel of an output picture; or, at every place of a sequence, the number of a
   * symbol, -1 where nothing is asked.
   */
  readonly target: (data: D) => 'label' | 'pixels' | 'symbols';
  /** True where labels are the two signs although the loss is the squared one: outputs are then right or wrong. */
  readonly signs: (data: D) => boolean;
  /** Of sequences answered symbol by symbol: the number of what stands before the first answer, for a decoder that is told its answers. */
  readonly mark?: (data: D) => number;
  /**
   * JavaScript that sets `xs` (rows of inputs; of sequences, numbers of symbols), `ys` (labels, or rows of targets), `n` and `trainCount`; it may use `random()`,
   * `uniform(low, high)`, `normal()` and `shuffled(list)` (`JS_RANDOM`).
   */
  readonly js: (data: D, lang: Lang) => readonly string[];
  /** Python that sets `x` [n, inputs] (float32; int64 for numbers of symbols), `y` [n] or [n, …] (float32, or int64 for classes), `n` and `train_count`. */
  readonly python: (data: D, lang: Lang) => readonly string[];
}

/** Kinds whose labels are never the two signs. */
export const noSigns = (): boolean => false;
