/**
 * A text written symbol by symbol from what a model gives each next symbol, three ways side by side: always the likeliest (greedy), drawn
 * by lot at a temperature, and by beam search (Graves 2012, "Sequence transduction with recurrent neural networks", section 2.6, for texts
 * of equal length). Pure: what is chosen depends on the scores, the settings and the lots alone. □ is never written.
 */
import { at } from '../../../base/at';

/** Rows of a writer: one greedy, one drawn, and the texts that a beam search keeps, the likeliest first. */
export const GREEDY = 0;
export const DRAWN = 1;
export const BEAM = 2;
/** Texts that a beam search keeps. */
export const BEAMS = 4;
export const WRITERS = BEAM + BEAMS;

/** What has been written by some writers, a row each. */
export interface Written {
  /** [rows, length]: numbers of symbols; 0 behind what has been written. */
  readonly texts: Float32Array;
  /** [rows]: how unlikely each row is to the model at temperature 1, -log2 of its probability. */
  readonly bits: Float32Array;
}

export interface WritingSettings {
  /** Symbols that there are. */
  readonly classes: number;
  /** The symbol that is never written. */
  readonly unknown: number | undefined;
  /** Scores are divided by it before a lot is drawn. */
  readonly temperature: number;
}

/** log2 of each symbol's probability: softmax of the scores without □, whose probability is 0. */
export function logProbabilities(scores: ArrayLike<number>, unknown: number | undefined): Float64Array {
  const logs = Float64Array.from(scores);
  if (unknown !== undefined) logs[unknown] = -Infinity;
  let largest = -Infinity;
  for (const score of logs) largest = Math.max(largest, score);
  let total = 0;
  for (const score of logs) total += Math.exp(score - largest);
  const least = largest + Math.log(total);
  for (let i = 0; i < logs.length; i++) logs[i] = ((logs[i] ?? 0) - least) / Math.LN2;
  return logs;
}

/** Probabilities at a temperature, from those at temperature 1: p^(1/T), scaled so that they sum to 1. */
export function tempered(logs: Float64Array, temperature: number): Float64Array {
  const largest = logs.reduce((most, one) => Math.max(most, one), -Infinity);
  const powers = logs.map((one) => 2 ** ((one - largest) / temperature));
  const total = powers.reduce((sum, one) => sum + one, 0);
  return powers.map((one) => one / total);
}

/** The place of the largest; of equal ones the first. Where a run has come to numbers that are none, the last: one is written all the same. */
function likeliest(values: Float64Array): number {
  const place = values.indexOf(values.reduce((most, one) => Math.max(most, one), -Infinity));
  return place < 0 ? values.length - 1 : place;
}

/** The symbol on which a lot in [0, 1) falls. */
function fallenOn(probabilities: Float64Array, lot: number): number {
  let sum = 0;
  let last = 0;
  for (let i = 0; i < probabilities.length; i++) {
    if (at(probabilities, i) === 0) continue;
    last = i;
    sum += at(probabilities, i);
    if (lot < sum) return i;
  }
  return last;
}

/** The symbol that a lot in [0, 1) draws at a temperature. @param scores of each symbol, before the softmax. */
export function drawn(scores: ArrayLike<number>, lot: number, { unknown, temperature }: WritingSettings): number {
  return fallenOn(tempered(logProbabilities(scores, unknown), temperature), lot);
}

/** How a row goes on: from which of the rows before, with which symbol, and how unlikely it is by then. */
export interface GoneOn {
  readonly from: number;
  readonly symbol: number;
  readonly bits: number;
}

/** The likeliest texts one symbol on. @param rows those that are gone on from. */
function beam(logs: readonly Float64Array[], rows: readonly number[], { bits }: Written): GoneOn[] {
  const best: GoneOn[] = [];
  // What is as unlikely as this, or more so, is not among the best.
  let bound = Infinity;
  for (const from of rows) {
    const [own, so] = [at(logs, from), at(bits, from)];
    for (let symbol = 0; symbol < own.length; symbol++) {
      const now = so - (own[symbol] ?? 0);
      if (!(now < bound)) continue;
      const place = best.findIndex((one) => one.bits > now);
      best.splice(place < 0 ? best.length : place, 0, { from, symbol, bits: now });
      if (best.length > BEAMS) best.pop();
      if (best.length === BEAMS) bound = at(best, -1).bits;
    }
  }
  // Fewer symbols than texts to keep: the last one stands for those that are not.
  const from = at(rows, 0);
  const last = best.at(-1) ?? { from, symbol: likeliest(at(logs, from)), bits: NaN };
  return Array.from({ length: BEAMS }, (_, i) => best[i] ?? { ...last, bits: Infinity });
}

/**
 * How every row goes on.
 * @param scores [rows, classes], before the softmax.
 * @param place how many symbols have been written.
 * @param lot in [0, 1), for the row that is drawn.
 */
export function goOn(
  scores: ArrayLike<number>,
  before: Written,
  place: number,
  lot: number,
  { classes, unknown, temperature }: WritingSettings,
): GoneOn[] {
  const all = Float32Array.from(scores);
  const logs = Array.from({ length: WRITERS }, (_, row) => logProbabilities(all.subarray(row * classes, (row + 1) * classes), unknown));
  const simple = (from: number, symbol: number): GoneOn => ({ from, symbol, bits: at(before.bits, from) - at(at(logs, from), symbol) });
  // Before anything has been written all rows of a beam search are one text.
  const beams = Array.from({ length: place === 0 ? 1 : BEAMS }, (_, i) => BEAM + i);
  return [
    simple(GREEDY, likeliest(at(logs, GREEDY))),
    simple(DRAWN, fallenOn(tempered(at(logs, DRAWN), temperature), lot)),
    ...beam(logs, beams, before),
  ];
}

/** What is written once the rows have gone on. */
export function writtenOn({ texts }: Written, gone: readonly GoneOn[], place: number): Written {
  const length = texts.length / gone.length;
  const next = new Float32Array(texts.length);
  gone.forEach(({ from, symbol }, row) => {
    next.set(texts.subarray(from * length, from * length + place), row * length);
    next[row * length + place] = symbol;
  });
  return { texts: next, bits: Float32Array.from(gone, ({ bits }) => bits) };
}
