/** A text to be learned symbol by symbol, as a program describes it. */

export const CORPUS_NAMES = ['moby-dick', 'quatrains'] as const;
export type CorpusName = (typeof CORPUS_NAMES)[number];

interface Corpus {
  /** How it is divided into sequences. */
  readonly rows: TextRows;
  /** Characters (code points), and how many different ones. */
  readonly characters: number;
  readonly distinct: number;
}

/** The book's own texts (`ml/data/text`): what is known of them before they are loaded. */
export const CORPORA: Readonly<Record<CorpusName, Corpus>> = {
  /** English prose: chapters of Moby-Dick. */
  'moby-dick': { rows: 'running', characters: 109242, distinct: 74 },
  /** Tang quatrains of five-character lines, a poem a line. */
  quatrains: { rows: 'lines', characters: 87725, distinct: 3636 },
};

/** `running`: sequences begin anywhere in the text. `lines`: each line is a sequence of its own, and begins and ends with a line end. */
export type TextRows = 'running' | 'lines';

/** Symbols are characters (code points) or the bytes of UTF-8. */
export type TextUnit = 'character' | 'byte';

/** How a text becomes sequences of symbols. */
export interface TextSettings {
  readonly unit: TextUnit;
  /** Characters: the `symbols - 1` commonest are told apart, the others are one symbol, □. Bytes: not used, there are 256. */
  readonly symbols: number;
  /** Symbols in a sequence. */
  readonly length: number;
  readonly rows: TextRows;
  /** Share that is held out: the end of a running text, or every so-many-th line. */
  readonly heldOut: number;
}

export interface TextData extends TextSettings {
  readonly kind: 'text';
  readonly corpus: CorpusName;
  /** How many symbols there are, □ among them: the classes of every place. */
  readonly classes: number;
  /** The reader's own text takes the corpus's place; so many characters. */
  readonly own?: number;
}
