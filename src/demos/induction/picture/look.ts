/** What the picture is drawn from: a sequence, what is answered at its places, and the weights of all heads. */
import { at, atOr } from '../../../base/at';
import { likeliestOf } from '../../../views/parts/likeliest';
import type { ViewSource } from '../../../views/view';

export interface Answer {
  readonly letter: string;
  readonly share: number;
  /** What comes next on the ring; absent where the sequence has not shown it. */
  readonly truth: string | undefined;
}

export interface OneHead {
  /** From 1. */
  readonly layer: number;
  readonly head: number;
  /** By the place that looks, by the place that is seen, in one row. */
  readonly weights: readonly number[];
}

export interface InductionData {
  readonly step: number;
  readonly symbols: readonly string[];
  readonly answers: readonly Answer[];
  readonly layers: number;
  readonly heads: readonly OneHead[];
}

/** Whom a head listens to at one place. */
export function rowOf({ weights }: OneHead, place: number, places: number): readonly number[] {
  return weights.slice(place * places, (place + 1) * places);
}

/** What the question about a sequence has answered. */
export function lookedAt(
  letters: readonly string[],
  { step, layers }: Pick<InductionData, 'step' | 'layers'>,
  { given, truths, answers, weights }: ViewSource['arrays'],
): InductionData | undefined {
  if (given === undefined || truths === undefined || answers === undefined || weights === undefined) return undefined;
  const length = given.data.length;
  const [count, classes] = [at(weights.shape, 0), at(answers.shape, 1)];
  const [shares, numbers] = [Array.from(answers.data), Array.from(weights.data)];
  const headsOfLayer = Math.max(1, count / layers);
  return {
    step,
    layers,
    symbols: Array.from(given.data, (number) => at(letters, number)),
    answers: Array.from({ length }, (_, place) => {
      const { label, share } = likeliestOf(shares.slice(place * classes, (place + 1) * classes));
      return { letter: at(letters, label), share, truth: atOr(letters, at(truths.data, place), undefined) };
    }),
    heads: Array.from({ length: count }, (_, i) => ({
      layer: 1 + Math.floor(i / headsOfLayer),
      head: 1 + (i % headsOfLayer),
      weights: numbers.slice(i * length * length, (i + 1) * length * length),
    })),
  };
}
