/** A dropped file as text: packed or not, in whichever encoding; what is a file of another kind is said by its name. */
import type { Text } from '../../../../i18n/text';
import { gunzip, isGzip } from '../../gunzip';
import { MOST_BYTES } from './read-table';
import { textOfBytes } from '../../encoding';
import { sayTable } from './refusal';

/** How spreadsheets (which are zip archives, or Microsoft's compound files), and archives begin. */
const WORKBOOKS: readonly (readonly number[])[] = [
  [0x50, 0x4b, 3, 4],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
];

/** The text of a file. */
export async function textOfFile(given: Uint8Array<ArrayBuffer>): Promise<{ readonly text: string } | { readonly problem: Text }> {
  const large = (size: number): { problem: Text } => ({
    problem: sayTable('large', { size: (size / 1e6).toFixed(1), most: MOST_BYTES / 1e6 }),
  });
  if (given.length > MOST_BYTES) return large(given.length);
  // UTF-16 takes two bytes for what UTF-8 takes one.
  const unpacked = isGzip(given) ? await gunzip(given, 2 * MOST_BYTES) : { bytes: given };
  if ('wrong' in unpacked) return unpacked.wrong === 'large' ? large(unpacked.size) : { problem: sayTable('compressed') };
  const { bytes } = unpacked;
  if (WORKBOOKS.some((begin) => begin.every((byte, i) => bytes[i] === byte))) return { problem: sayTable('workbook') };
  const text = textOfBytes(bytes);
  return text === undefined ? { problem: sayTable('notText') } : { text };
}
