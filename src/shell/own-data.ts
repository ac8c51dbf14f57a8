/** What the reader's own numbers may be, and how files of them are read as text. */

/** Larger magnitudes are refused: their squares are infinite in 32 bits. */
export const LARGEST_NUMBER = 1e15;

/** The most classes that the pictures tell apart by colour. */
const MOST_CLASSES = 8;

/**
 * The labels that painting offers beside points with these labels: the two signs, or, where labels are classes from 0, those classes
 * and one more.
 */
export function paintLabels(labels: ArrayLike<number>): readonly number[] {
  const all = Array.from(labels);
  const top = Math.max(...all);
  const classes =
    all.length > 0 && all.every((label) => Number.isInteger(label) && label >= 0) && (top >= 2 || all.includes(0)) && top < MOST_CLASSES;
  return classes ? Array.from({ length: Math.min(MOST_CLASSES, top + 2) }, (_, label) => label) : [1, -1];
}

/** Encodings that spreadsheets write, tried in this order: GB 18030 is what Chinese Excel calls CSV. */
const ENCODINGS = ['utf-8', 'gb18030'] as const;

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A file's text, in whichever encoding it makes sense; undefined where it is no text. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be');
  // No text that holds numbers has zero bytes; GB 18030 would make something of almost any others.
  if (bytes.includes(0)) return undefined;
  for (const encoding of ENCODINGS) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return text;
  }
  return undefined;
}
