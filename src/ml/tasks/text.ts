/** Learning a text symbol by symbol: vocabulary, batches, what is held out, and what tables of n-grams reach on it. */
import { isWeighed, takeWindows, windowBatches, type SequenceBatch } from '../data/sequence-batches';
import { at } from '../../base/at';
import { nGramsOf, type ReadStretch } from '../data-kinds/text/n-grams';
import { textParts } from '../data-kinds/text/parts';
import type { TextData } from '../data-kinds/text/program';
import { vocabularyOf, type Vocabulary } from '../data-kinds/text/vocabulary';
import { stretchesOf, windowsOf } from '../data-kinds/text/windows';
import type { Random } from '../random';
import type { Program } from '../blueprint/program';

export interface TextTask {
  readonly vocabulary: Vocabulary;
  /** Symbols and the symbols one further, of a step. */
  readonly batch: (step: number) => SequenceBatch;
  /** Rows of what is held out, spread evenly over it. */
  readonly heldOut: SequenceBatch;
  /** Which of the held-out rows' targets are □, 1 or 0, [rows, length] in one row; their loss is shown apart. */
  readonly heldOutUnknown: Float32Array;
  /** A loss in nats a symbol as bits a character: one axis for characters and bytes. */
  readonly bitsPerCharacter: (nats: number) => number;
  /** What is held out, whole. */
  readonly test: readonly Int32Array[];
  /** Where the rows looked at stand in it, in the order of the rows. */
  readonly heldOutAt: readonly ReadStretch[];
  /** Rows of what is learned from, as many at most and spread as evenly. */
  readonly learned: SequenceBatch;
  /**
   * Bits a character that tables of 1, …, `most` symbols take on the held-out rows looked at, knowing all that stands before each row.
   * Computed when it is first asked for: a second or so.
   */
  readonly nGramBits: (most: number) => readonly number[];
}

/** Rows of `count`, `most` at most, spread evenly. */
function spread(count: number, most: number): readonly number[] {
  const rows = Math.min(count, most);
  return Array.from({ length: rows }, (_, i) => Math.floor((i * count) / rows));
}

/**
 * Sets the task up.
 * @param text the corpus that `data` names (`loadCorpus`), or the reader's own.
 * @param most rows of what is held out that are looked at in an evaluation.
 * @throws RangeError where the text is too short for a symbol to learn from and one to hold out.
 */
export function textTask({ data, batchSize }: Program<TextData>, text: string, random: Random, most = 64): TextTask {
  const vocabulary = vocabularyOf(text, data);
  const { train, test, charactersPerSymbol } = textParts(text, vocabulary, data);
  const stretches = stretchesOf(test, data.length);
  const [learned, held] = [windowsOf(stretchesOf(train, data.length), data.length), windowsOf(stretches, data.length)];
  if (learned.rows === 0 || held.rows === 0)
    throw new RangeError(
      `a text of ${Array.from(text).length} characters is too short: there should be two to learn from, and two to hold out`,
    );
  const rows = spread(held.rows, most);
  const heldOut = takeWindows(held, rows, isWeighed(held));
  const heldOutAt = rows.map((row): ReadStretch => {
    const { sequence, start } = at(stretches, row);
    return { sequence, start, end: Math.min(sequence.length, start + 1 + data.length) };
  });
  const { unknown } = vocabulary;
  const inBits = (bits: number): number => bits / charactersPerSymbol;
  const tables = new Map<number, readonly number[]>();
  return {
    vocabulary,
    batch: windowBatches(learned, { batchSize, random }),
    heldOut,
    heldOutUnknown: Float32Array.from(heldOut.t.data, (symbol, i) => (symbol === unknown && heldOut.weights?.data[i] !== 0 ? 1 : 0)),
    test,
    heldOutAt,
    learned: takeWindows(learned, spread(learned.rows, most), isWeighed(learned)),
    bitsPerCharacter: (nats) => inBits(nats / Math.LN2),
    nGramBits(largest) {
      const known = tables.get(largest) ?? nGramsOf(train, vocabulary.symbols.length, largest).bits(heldOutAt).map(inBits);
      tables.set(largest, known);
      return known;
    },
  };
}
