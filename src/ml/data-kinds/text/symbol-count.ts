import type { OwnText } from './own';
import { CORPORA, type CorpusName, type TextSettings } from './program';

/**
 * How many symbols a vocabulary has (`vocabularyOf`), known without the text itself: all 256 bytes, or □ and the commonest characters.
 * @param own the reader's text in place of the corpus.
 */
export function symbolCount({ unit, symbols }: Pick<TextSettings, 'unit' | 'symbols'>, corpus: CorpusName, own?: OwnText): number {
  if (unit === 'byte') return 256;
  const { distinct } = own ?? CORPORA[corpus];
  return Math.max(2, Math.min(symbols, distinct + 1));
}
