/** The words around a find, with what was found marked. */
import { isSpacedLetter } from './fold';

/** Pieces of text in order; what was asked for is marked. */
export type Excerpt = readonly { readonly text: string; readonly marked: boolean }[];

interface Mark {
  readonly start: number;
  readonly end: number;
}

/** In units of a Latin letter; a Chinese character is as wide as two. */
const BEFORE = 50;
const AFTER = 110;

function widthOf(unit: string): number {
  return /[\u2e80-\uffef]/.test(unit) ? 2 : 1;
}

/** As far from a place as the width lets us go, without cutting a word. */
function reach(text: string, from: number, step: 1 | -1, most: number): number {
  let at = from;
  for (let width = 0; at > 0 && at < text.length; at += step) {
    width += widthOf(text.charAt(at));
    if (width > most) break;
  }
  // Back to where no word is cut.
  while (at !== from && at > 0 && at < text.length && isSpacedLetter(text.charAt(at - 1)) && isSpacedLetter(text.charAt(at))) at -= step;
  return at;
}

/** An excerpt around a place of a text. */
export function excerptAt(text: string, place: number, marks: readonly Mark[]): Excerpt {
  const [from, to] = [reach(text, place, -1, BEFORE), reach(text, Math.min(text.length, place + 1), 1, AFTER)];
  const pieces: { text: string; marked: boolean }[] = [];
  const add = (piece: string, marked: boolean): void => {
    if (piece !== '') pieces.push({ text: piece, marked });
  };
  add(from > 0 ? '…' : '', false);
  let at = from;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || end > to) continue;
    add(text.slice(at, start), false);
    add(text.slice(start, end), true);
    at = end;
  }
  add(text.slice(at, to), false);
  add(to < text.length ? '…' : '', false);
  return pieces;
}
