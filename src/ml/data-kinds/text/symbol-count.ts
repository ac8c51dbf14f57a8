import type { OwnText } from './own';
import { CORPORA, type CorpusName, type TextSettings } from './program';
import { UNKNOWN } from './vocabulary';

/**
 * How many symbols a vocabulary has (`vocabularyOf`), known without the text itself: all 256 bytes, or □ and the commonest characters.
 * @param own the reader's text in place of the corpus.
 */
export function symbolCount({ unit, symbols }: Pick<TextSettings, 'unit' | 'symbols'>, corpus: CorpusName, own?: OwnText): number {
  if (unit === 'byte') return 256;
  // A □ in the reader's own text is the one that stands for all the others.
  const distinct = own === undefined ? CORPORA[corpus].distinct : own.distinct - (own.text.includes(UNKNOWN) ? 1 : 0);
  return Math.max(2, Math.min(symbols, distinct + 1));
}
