/** Files of images and labels put together: one pair, part of which is held out, or two pairs, training and test. */
import type { OwnImages } from '../ml/model';
import type { Text } from '../i18n/text';
import { sayIdx, type IdxFile } from './idx';

export interface NamedFile {
  readonly name: string;
  readonly file: IdxFile;
}

/** `missing`: nothing is wrong, but a file is not there yet. */
export type Assembled = { readonly images: OwnImages } | { readonly problem: Text } | { readonly missing: Text };

type Images = Extract<IdxFile, { kind: 'images' }>;
interface Pair {
  readonly name: string;
  readonly images: Images;
  readonly labels: Uint8Array;
}

/** Share of a single pair that is held out. */
const HELD_OUT = 1 / 6;

/** Test files by the names that MNIST and its kin give them. */
function isTest(name: string): boolean {
  return /t10k|test/i.test(name);
}

/** Goes through files in pairs of as many images as labels; where two would do, names decide. */
function paired(files: readonly NamedFile[]): { readonly pairs: readonly Pair[]; readonly alone: readonly NamedFile[] } {
  const labels = files.filter(({ file }) => file.kind === 'labels');
  const alone: NamedFile[] = [];
  const pairs: Pair[] = [];
  for (const one of files) {
    if (one.file.kind !== 'images') continue;
    const { count } = one.file;
    const fitting = labels.filter(({ file }) => file.count === count);
    const found = fitting.find(({ name }) => isTest(name) === isTest(one.name)) ?? fitting[0];
    if (found === undefined) alone.push(one);
    else {
      labels.splice(labels.indexOf(found), 1);
      pairs.push({ name: one.name, images: one.file, labels: found.file.bytes });
    }
  }
  return { pairs, alone: [...alone, ...labels] };
}

function missing({ name, file }: NamedFile): Assembled {
  return { missing: sayIdx(file.kind === 'images' ? 'noLabels' : 'noImages', { name, count: file.count }) };
}

/** The first `count` images of a pair from `from` on. */
function part({ images, labels }: Pair, from: number, count: number): { readonly pixels: Uint8Array; readonly labels: Uint8Array } {
  const size = images.rows * images.columns;
  return { pixels: images.bytes.subarray(from * size, (from + count) * size), labels: labels.subarray(from, from + count) };
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/**
 * Puts files together.
 * @param most images to learn from, and held out, that are used at most: the first ones.
 */
export function assembleImages(files: readonly NamedFile[], most: { readonly most: number; readonly mostTest: number }): Assembled {
  const { pairs, alone } = paired(files);
  const [lonely] = alone;
  if (lonely !== undefined) return missing(lonely);
  // Test pairs last, larger ones before smaller.
  const [train, test] = [...pairs].sort((a, b) => Number(isTest(a.name)) - Number(isTest(b.name)) || b.images.count - a.images.count);
  if (train === undefined) return { missing: sayIdx('drop') };
  const { rows, columns, count } = train.images;
  if (test !== undefined && test.images.rows !== rows) {
    const shape = (pair: Pair): string => `${pair.images.rows} × ${pair.images.columns}`;
    return { problem: sayIdx('shapes', { one: train.name, first: shape(train), other: test.name, second: shape(test) }) };
  }
  if (test === undefined && count < 2) return { problem: sayIdx('few', { count }) };
  const held = test === undefined ? Math.max(1, Math.round(count * HELD_OUT)) : 0;
  const learnt = part(train, 0, Math.min(most.most, count - held));
  const rest =
    test === undefined
      ? part(train, count - held, Math.min(most.mostTest, held))
      : part(test, 0, Math.min(most.mostTest, test.images.count));
  const labels = joined(learnt.labels, rest.labels);
  const classes = labels.reduce((top, label) => Math.max(top, label), 0) + 1;
  const [first = 0] = labels;
  if (labels.every((label) => label === first)) return { problem: sayIdx('oneClass', { label: first }) };
  return {
    images: {
      height: rows,
      width: columns,
      channels: 1,
      classes,
      pixels: joined(learnt.pixels, rest.pixels),
      labels,
      testFrom: learnt.labels.length,
    },
  };
}
