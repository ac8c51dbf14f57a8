/** Characters that mean the same in a table, made one: full-width forms, digits of other scripts, marks that cannot be seen. */

/** The zeros of the scripts whose digits spreadsheets write: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

/** Arabic marks: comma, semicolon, percent, decimal mark; the one between thousands is a space, as elsewhere. */
const MARKS: Readonly<Record<string, string>> = {
  '\u060C': ',',
  '\u061B': ';',
  '\u066A': '%',
  '\u066B': '.',
  '\u066C': '\u202F',
  '\u3000': ' ',
};

/** Zero width, directions, the mark of a file's beginning: pasted along, never meant. */
const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** What files of CP/M's and DOS's time end with. */
const END_OF_FILE = /\u001A\s*$/;

function plain(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  const zero = ZEROS.find((from) => code >= from && code < from + 10);
  return zero === undefined ? (MARKS[character] ?? character) : String(code - zero);
}

/** A table's text with the forms above made plain; line ends stay, so that lines keep their numbers. */
export function cleaned(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(END_OF_FILE, '')
    .replace(/[\uFF01-\uFF5E\u3000\u060C\u061B\u066A-\u066C\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0E50-\u0E59]/g, plain);
}

/** The first character that no text has, and its line. */
export function controlIn(text: string): { readonly line: number; readonly code: string } | undefined {
  const found = /[\u0000-\u0008\u000E-\u001F]/.exec(text);
  if (found === null) return undefined;
  const line = (text.slice(0, found.index).match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
  return { line, code: found[0].charCodeAt(0).toString(16).toUpperCase().padStart(2, '0') };
}
