/**
 * Symbols of a sequence, which reach pictures as numbers, since a frame holds nothing else: an array of code points, one a place. What has
 * no form of its own is shown by a sign.
 */
import type { ViewArray } from '../view';

const SIGNS: Readonly<Record<string, string>> = { '\n': '⏎', '\t': '⇥', ' ': '␣', '\r': '⏎' };

/** What is shown for a code point: the character itself, or a sign for blanks and for what is no character. */
function symbolOf(code: number): string {
  if (!Number.isInteger(code) || code < 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '□';
  const character = String.fromCodePoint(code);
  return SIGNS[character] ?? (/\p{C}|\p{Z}/u.test(character) ? '□' : character);
}

/** All symbols of an array of code points, in order. */
export function symbolsOf(array: ViewArray | undefined): string[] {
  return array === undefined ? [] : Array.from(array.data, symbolOf);
}

/** Names from an option: a list as it is, or the name of an array of code points; numbers from 1 where there is neither. */
export function namesOf(option: unknown, arrays: Readonly<Record<string, ViewArray>>, count: number): string[] {
  const given = Array.isArray(option) ? option.map(String) : symbolsOf(arrays[String(option)]);
  return Array.from({ length: count }, (_, i) => given[i] ?? String(i + 1));
}

/** A key of the words of sequences from an option. */
export function wordOption(option: unknown, usual: string): string {
  return typeof option === 'string' ? option : usual;
}
