/** Words in a picture, where nothing can be measured before it is drawn: widths are those of common fonts at 12 units. */

const LATIN = 6.6;
const WIDE = 12;
/** Digits and signs above and below the line. */
const RAISED = 4.4;

/** About how wide a line of text is, in user units. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? WIDE : /[⁰-ₜ²³¹]/.test(letter) ? RAISED : LATIN), 0);
}

/** As much of a text as fits a width, with an ellipsis where that is not all. */
export function cut(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`) > room) kept = kept.slice(0, -1);
  return `${kept}…`;
}

/** As much of a name as fits a width: its end, which tells one layer of many from the next. */
export function cutName(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`…${kept}`) > room) kept = kept.slice(1);
  return `…${kept}`;
}

/** Where the middle of a text stands that would be at `middle`, but is kept between two edges. */
export function keptBetween(middle: number, text: string, left: number, right: number): number {
  const half = textWidth(text) / 2;
  return Math.max(left + half, Math.min(right - half, middle));
}

/** Parts packed into as few lines as fit a width, joined by middle dots or as said; a part wider than that has a line of its own. */
export function linesOf(parts: readonly string[], width: number, joint = ' · '): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const joined = `${lines.at(-1) ?? ''}${joint}${part}`;
    if (lines.length > 0 && textWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(part);
  }
  return lines;
}

/** A sentence in as many lines as it needs: broken between words, or, where there are no spaces, before any letter that may begin a line. */
export function wrappedText(text: string, width: number): string[] {
  const pieces = /[\u3400-\u9fff]/.test(text) ? [...text] : text.split(/(?<= )/);
  const lines: string[] = [];
  for (const piece of pieces) {
    const joined = `${lines.at(-1) ?? ''}${piece}`;
    // A closing mark stays with what it closes.
    if (lines.length > 0 && (textWidth(joined.trimEnd()) <= width || /^[，。、；”]$/.test(piece))) lines[lines.length - 1] = joined;
    else lines.push(piece);
  }
  return lines;
}
