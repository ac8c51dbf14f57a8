/** What the reader brought as text: made plain, counted, and refused with a sentence where nothing can be learned from it. */
import { ownTextWords } from '../../../i18n/own-text';
import { fill, type Text } from '../../../i18n/text';
import type { OwnText } from '../../../ml/data-kinds/text/own';

/** What a demo takes. */
export interface WantedText {
  /** Characters that there should be at least, and that are used at most: the first ones. */
  readonly least: number;
  readonly most: number;
}

export type ReadText = { readonly own: OwnText; readonly notices: readonly Text[] } | { readonly problem: Text };

/** A sentence of `i18n/own-text` in both languages. */
export function sayText(key: keyof typeof ownTextWords, values: Readonly<Record<string, string | number>> = {}): Text {
  return { zh: fill(ownTextWords[key].zh, values), en: fill(ownTextWords[key].en, values) };
}

/** The ends of lines of all systems, and of Unicode. */
const LINE_ENDS = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g;
/** Halves of characters that stand alone; they are no text. */
const HALVES = /\p{Surrogate}/gu;

/** The first `most` code points of a text, never half of one. */
function first(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (let count = 0; count < most && end < text.length; count++) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return text.slice(0, end);
}

/** Code points of a text whose halves are all in pairs. */
function lengthOf(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xdc00) count--;
  }
  return count;
}

/** Reads a text. A file's mark at its beginning and the sign that DOS ends files with are left out; lines end with \n. */
export function readText(given: string, { least, most }: WantedText): ReadText {
  const plain = given
    .replace(/^\uFEFF/, '')
    .replace(/\u001A\s*$/, '')
    .replace(LINE_ENDS, '\n')
    .replace(HALVES, '\uFFFD');
  const control = /[\u0000-\u0008\u000E-\u001F\u007F]/.exec(plain);
  if (control !== null) {
    const line = (plain.slice(0, control.index).match(/\n/g)?.length ?? 0) + 1;
    return { problem: sayText('control', { line, code: control[0].charCodeAt(0).toString(16).toUpperCase().padStart(2, '0') }) };
  }
  if (plain.trim() === '') return { problem: sayText('empty') };
  const all = lengthOf(plain);
  if (all < least) return { problem: sayText('short', { count: all, least }) };
  const text = first(plain, most);
  const distinct = new Set(text).size;
  if (distinct === 1) return { problem: sayText('same', { count: all, character: first(text, 1) }) };
  return {
    own: { kind: 'text', text, characters: Math.min(all, most), distinct },
    notices: all > most ? [sayText('cut', { count: all, most })] : [],
  };
}
