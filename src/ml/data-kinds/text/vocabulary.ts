/** Which symbols a text is written in: characters by how common they are, or bytes. */
import { atOr } from '../../../base/at';
import type { TextSettings } from './program';

/** Stands for every character that is not told apart. It is never written by a network that samples. */
export const UNKNOWN = '□';

export interface Vocabulary {
  /** Name of each symbol, by its number; of characters the first, 0, is □, the others follow by how common they are. */
  readonly symbols: readonly string[];
  /** Number of □; undefined where nothing is left out. */
  readonly unknown: number | undefined;
  /** A text as numbers of symbols. */
  readonly encode: (text: string) => Int32Array;
  /** Numbers of symbols as text; bytes that are no UTF-8 are shown as U+FFFD. */
  readonly decode: (symbols: ArrayLike<number>) => string;
}

/** How often each character (code point) of a text occurs, the commonest first; of those alike the one with the smaller code. */
export function characterCounts(text: string): readonly (readonly [character: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts].sort(([one, many], [other, count]) => count - many || (one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0));
}

function characters(text: string, most: number): Vocabulary {
  const kept = characterCounts(text)
    .filter(([character]) => character !== UNKNOWN)
    .slice(0, Math.max(1, most - 1));
  const symbols = [UNKNOWN, ...kept.map(([character]) => character)];
  const numbers = new Map(symbols.map((symbol, i) => [symbol, i]));
  return {
    symbols,
    unknown: 0,
    encode: (given) => Int32Array.from(given, (character) => numbers.get(character) ?? 0),
    decode: (given) => Array.from(given, (number) => atOr(symbols, number, UNKNOWN)).join(''),
  };
}

/** A byte's name: itself where it is a sign of ASCII that can be seen, else its two hexadecimal digits. */
function byteName(byte: number): string {
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : byte.toString(16).toUpperCase().padStart(2, '0');
}

const bytes: Vocabulary = {
  symbols: Array.from({ length: 256 }, (_, byte) => byteName(byte)),
  unknown: undefined,
  encode: (text) => Int32Array.from(new TextEncoder().encode(text)),
  decode: (given) => new TextDecoder().decode(Uint8Array.from(given)),
};

/**
 * The symbols of a text.
 * @param symbols how many at most, □ among them (characters); a text with fewer different characters has fewer.
 */
export function vocabularyOf(text: string, { unit, symbols }: Pick<TextSettings, 'unit' | 'symbols'>): Vocabulary {
  return unit === 'byte' ? bytes : characters(text, symbols);
}
