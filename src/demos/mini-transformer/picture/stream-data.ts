/** The residual stream at the place followed, as a sum: what each part added to the score of each next symbol. */
import { at } from '../../../base/at';
import { streamParts, type StreamPart } from '../../../ml/blueprint/stream-parts';
import { symbolsOf } from '../../../views/parts/symbols';
import type { ViewSource } from '../../../views/view';
import { openedSymbols } from './inside-data';

export interface StreamData {
  readonly part: 'stream';
  readonly step: number;
  /** The symbol at the place followed, and the place, from 1. */
  readonly symbol: string;
  readonly place: number;
  readonly parts: readonly StreamPart[];
  /** The likeliest next symbols, the likeliest first. */
  readonly next: readonly NextSymbol[];
}

export interface NextSymbol {
  readonly name: string;
  readonly probability: number;
  /** Its score, less the mean of all symbols' scores. */
  readonly score: number;
  /** By part, what it adds to that. */
  readonly added: readonly number[];
}

/** Next symbols that can be looked at. */
const SHOWN = 6;

/** Softmax. */
function probabilities(scores: readonly number[]): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((one) => Math.exp(one - largest));
  const total = powers.reduce((sum, one) => sum + one, 0);
  return powers.map((one) => one / total);
}

/**
 * What is shown of the stream; undefined where nothing has been asked. Of each part's contributions the mean over all symbols is taken off:
 * the softmax does not see what is added to all scores alike.
 */
export function streamOf(source: ViewSource): StreamData | undefined {
  const answer = source.answers?.['inside'];
  const { parts, place, weights } = answer?.arrays ?? {};
  const { letters } = source.arrays;
  if (answer === undefined || parts === undefined || weights === undefined || letters === undefined) return undefined;
  const list = streamParts({ blocks: at(weights.shape, 0), heads: at(weights.shape, 1) });
  const classes = at(parts.shape, 1);
  const numbers = Array.from(parts.data);
  const rows = list.map((_, i) => numbers.slice(i * classes, (i + 1) * classes));
  const centred = rows.map((row) => {
    const mean = row.reduce((sum, one) => sum + one, 0) / classes;
    return row.map((one) => one - mean);
  });
  const scores = Array.from({ length: classes }, (_, symbol) => centred.reduce((sum, row) => sum + at(row, symbol), 0));
  const shares = probabilities(scores);
  const order = shares.map((_, i) => i).toSorted((a, b) => at(shares, b) - at(shares, a));
  const names = symbolsOf(letters);
  const here = Number(place?.data[0] ?? 0);
  return {
    part: 'stream',
    step: answer.step,
    symbol: openedSymbols(source)[here] ?? '',
    place: here + 1,
    parts: list,
    next: order.slice(0, SHOWN).map((symbol) => ({
      name: names[symbol] ?? '□',
      probability: at(shares, symbol),
      score: at(scores, symbol),
      added: centred.map((row) => at(row, symbol)),
    })),
  };
}
