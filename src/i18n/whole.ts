/** All digits of a whole number, in threes with thin spaces that no line is broken at, as the text writes them. */
export function whole(count: number): string {
  return count.toLocaleString('en').replaceAll(',', '\u202f');
}
