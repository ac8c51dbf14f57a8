/**
 * IDX files of images and labels, the format of MNIST (LeCun, Cortes and Burges 1998): a header, big-endian, then bytes. What a file has
 * wrong is said with its byte, counted from 1, and with what would be right.
 */
import { idxText } from '../../../i18n/idx';
import { fill, type Text } from '../../../i18n/text';
import { gunzip, isGzip } from '../gunzip';

/** Larger files, or what is unpacked from them, are refused: MNIST's largest has 47 MB. */
export const MOST_IDX_BYTES = 128e6;
/** Classes at most: EMNIST has 62 with all letters. */
const MOST_CLASSES = 62;
const SIDES = { least: 12, most: 64 } as const;

export type IdxFile =
  | { readonly kind: 'images'; readonly count: number; readonly rows: number; readonly columns: number; readonly bytes: Uint8Array }
  | { readonly kind: 'labels'; readonly count: number; readonly bytes: Uint8Array };

export type IdxResult = { readonly file: IdxFile } | { readonly problem: Text };

/** A sentence of `i18n/idx` in both languages. */
export function sayIdx(key: keyof typeof idxText, values: Readonly<Record<string, string | number>> = {}): Text {
  return { zh: fill(idxText[key].zh, values), en: fill(idxText[key].en, values) };
}

const hex = (byte: number): string => `0x${byte.toString(16).padStart(2, '0')}`;

/** What the first four bytes have wrong. */
function wrongMagic(bytes: Uint8Array): Text | undefined {
  const [first = 0, second = 0, type = 0, dimensions = 0] = bytes;
  if (first !== 0) return sayIdx('magic', { byte: 1, given: hex(first) });
  if (second !== 0) return sayIdx('magic', { byte: 2, given: hex(second) });
  if (type !== 0x08) return sayIdx('type', { given: hex(type) });
  if (dimensions !== 1 && dimensions !== 3) return sayIdx('dimensions', { given: hex(dimensions), count: dimensions });
  return undefined;
}

function wrongSizes(sizes: readonly number[]): Text | undefined {
  const zero = sizes.indexOf(0);
  if (zero >= 0) return sayIdx('zero', { from: 5 + 4 * zero, to: 8 + 4 * zero });
  const [, rows, columns] = sizes;
  if (rows === undefined || columns === undefined) return undefined;
  return rows === columns && rows >= SIDES.least && rows <= SIDES.most ? undefined : sayIdx('side', { rows, columns });
}

/** Reads a file that is not compressed. */
export function parseIdx(bytes: Uint8Array): IdxResult {
  if (bytes.length < 4) return { problem: sayIdx('short', { size: bytes.length, wanted: 8 }) };
  const magic = wrongMagic(bytes);
  if (magic !== undefined) return { problem: magic };
  const dimensions = bytes[3] ?? 0;
  const header = 4 + 4 * dimensions;
  if (bytes.length < header) return { problem: sayIdx('short', { size: bytes.length, wanted: header }) };
  const view = new DataView(bytes.buffer, bytes.byteOffset, header);
  const sizes = Array.from({ length: dimensions }, (_, i) => view.getUint32(4 + 4 * i));
  const sized = wrongSizes(sizes);
  if (sized !== undefined) return { problem: sized };
  const wanted = sizes.reduce((product, size) => product * size, 1);
  const total = header + wanted;
  if (bytes.length < total) {
    return { problem: sayIdx('truncated', { wanted, total, size: bytes.length, missing: total - bytes.length }) };
  }
  if (bytes.length > total) return { problem: sayIdx('longer', { total, from: total + 1, more: bytes.length - total }) };
  const data = bytes.subarray(header);
  const [count = 0, rows = 0, columns = 0] = sizes;
  if (dimensions === 3) return { file: { kind: 'images', count, rows, columns, bytes: data } };
  const wrong = data.findIndex((label) => label >= MOST_CLASSES);
  if (wrong < 0) return { file: { kind: 'labels', count, bytes: data } };
  return { problem: sayIdx('label', { byte: header + wrong + 1, index: wrong + 1, label: data[wrong] ?? 0, most: MOST_CLASSES - 1 }) };
}

/** How files begin that are often taken for IDX: archives (Keras' and numpy's .npz among them), and single pictures. */
const OTHER_KINDS: readonly (readonly ['archive' | 'picture', readonly number[]])[] = [
  ['archive', [0x50, 0x4b, 3, 4]],
  ['archive', [0x42, 0x5a, 0x68]],
  ['archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
];

/** Reads a file, compressed or not. */
export async function readIdx(bytes: Uint8Array<ArrayBuffer>): Promise<IdxResult> {
  const kind = OTHER_KINDS.find(([, begin]) => begin.every((byte, i) => bytes[i] === byte));
  if (kind !== undefined) return { problem: sayIdx(kind[0]) };
  if (!isGzip(bytes)) return parseIdx(bytes);
  if (bytes.length > 2 && bytes[2] !== 8) return { problem: sayIdx('method', { given: hex(bytes[2] ?? 0) }) };
  const unpacked = await gunzip(bytes, MOST_IDX_BYTES);
  if ('bytes' in unpacked) return parseIdx(unpacked.bytes);
  return {
    problem: unpacked.wrong === 'large' ? sayIdx('large', { most: MOST_IDX_BYTES / 1e6 }) : sayIdx('gzip', { size: unpacked.size }),
  };
}
