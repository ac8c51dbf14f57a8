/** Chinese text takes full-width punctuation; half-width marks between Chinese characters are slips of the keyboard. */

const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）' };
const CHINESE = String.raw`[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u201c\u201d]`;
const SLIP = new RegExp(`(?<=${CHINESE})[,:;?!()]|[,:;?!()](?=${CHINESE})`, 'g');

function partnerOf(text: string, at: number): number | undefined {
  if (text[at] === '(') {
    const close = text.indexOf(')', at);
    return close === -1 ? undefined : close;
  }
  const open = text[at] === ')' ? text.lastIndexOf('(', at) : -1;
  return open === -1 ? undefined : open;
}

/** Places of half-width marks beside a Chinese character; of a pair of parentheses both, if either is. */
export function findHalfWidth(text: string): readonly number[] {
  const places = new Set<number>();
  for (const { index } of text.matchAll(SLIP)) {
    places.add(index);
    const partner = partnerOf(text, index);
    if (partner !== undefined) places.add(partner);
  }
  return [...places].sort((a, b) => a - b);
}

/** The text with these marks full-width. */
export function widen(text: string): string {
  const places = new Set(findHalfWidth(text));
  // Character units, not code points: places count the same way, and each mark is one unit.
  return Array.from({ length: text.length }, (_, i) => (places.has(i) ? (FULL_WIDTH[text.charAt(i)] ?? '') : text.charAt(i))).join('');
}
