/** Letters as a search compares them: case, accents, width and kinds of hyphens do not count. */

const MARKS = /\p{Mark}/gu;
const DASHES = /^[-\u00ad\u2010-\u2015\u2212]$/;
const LETTER = /^[\p{L}\p{N}]$/u;
/** Scripts written without spaces: there a word begins and ends anywhere. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;

function foldUnit(unit: string): string {
  if (DASHES.test(unit) || /^\s$/.test(unit)) return ' ';
  if (unit === '×') return 'x';
  if (unit === '’') return "'";
  const plain = unit.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return plain.length === 1 ? plain : unit;
}

const folded = new Map<string, string>();

/** The text folded, unit by unit: as long as it was, so that places in it are places in the text. */
export function fold(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    let by = folded.get(unit);
    if (by === undefined) {
      by = foldUnit(unit);
      folded.set(unit, by);
    }
    result += by;
  }
  return result;
}

/** True for a letter or digit that spaces set apart from the next word. */
export function isSpacedLetter(unit: string): boolean {
  return LETTER.test(unit) && !UNSPACED.test(unit);
}
