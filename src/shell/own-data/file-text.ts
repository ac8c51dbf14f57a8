/** A dropped file as text: packed or not, in whichever encoding. */
import { textOfBytes } from './encoding';
import { gunzip, isGzip } from './gunzip';

/** How spreadsheets and word processors' files (which are zip archives, or Microsoft's compound files), and archives begin. */
const ARCHIVES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 3, 4],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
];

/** `large`: more than is read, of so many bytes (packed: as far as they were unpacked). */
export type FileText =
  { readonly text: string } | { readonly wrong: 'large'; readonly size: number } | { readonly wrong: 'compressed' | 'archive' | 'notText' };

/** The text of a file. @param most bytes of a file that is read; of a packed one twice as many, since UTF-16 takes two for what UTF-8 takes one. */
export async function fileText(given: Uint8Array<ArrayBuffer>, most: number): Promise<FileText> {
  if (given.length > most) return { wrong: 'large', size: given.length };
  const unpacked = isGzip(given) ? await gunzip(given, 2 * most) : { bytes: given };
  if ('wrong' in unpacked) return unpacked.wrong === 'large' ? { wrong: 'large', size: unpacked.size } : { wrong: 'compressed' };
  const { bytes } = unpacked;
  if (ARCHIVES.some((begin) => begin.every((byte, i) => bytes[i] === byte))) return { wrong: 'archive' };
  const text = textOfBytes(bytes);
  return text === undefined ? { wrong: 'notText' } : { text };
}
