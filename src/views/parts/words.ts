/** Words in a picture, where nothing can be measured before it is drawn: widths are those of common fonts at 12 units. */

const LATIN = 6.6;
const WIDE = 12;

/** About how wide a line of text is, in user units. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? WIDE : LATIN), 0);
}

/** Parts packed into as few lines as fit a width, joined by middle dots; a part wider than that has a line of its own. */
export function linesOf(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const joined = `${lines.at(-1) ?? ''} · ${part}`;
    if (lines.length > 0 && textWidth(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(part);
  }
  return lines;
}
