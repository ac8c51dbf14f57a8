/** Files of images and labels put together: one pair, part of which is held out, or two pairs, training and test. */
import type { OwnImages } from '../../../ml/data-kinds/images/own';
import type { Text } from '../../../i18n/text';
import { sayIdx, type IdxFile } from './idx';
import { drawer, shuffled } from '../fair';

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

/**
 * A pair's images in an order drawn at random, always the same, whose every beginning holds each class as often as the whole does: files are
 * often sorted by class, and may be more than are used.
 */
function mixed({ labels }: Pair): readonly number[] {
  const draw = drawer(1);
  const classes = new Map<number, number[]>();
  labels.forEach((label, i) => {
    const indices = classes.get(label);
    if (indices === undefined) classes.set(label, [i]);
    else indices.push(i);
  });
  const placed = [...classes.values()].flatMap((indices) =>
    // The first of each class comes first of all, so that there is none that is never learned.
    shuffled(indices, draw).map((index, rank) => ({ index, place: rank === 0 ? 0 : (rank + draw()) / indices.length })),
  );
  return placed.sort((one, other) => one.place - other.place).map(({ index }) => index);
}

interface Part {
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

/** The images of a pair with these indices. */
function part({ images, labels }: Pair, indices: readonly number[]): Part {
  const size = images.rows * images.columns;
  const pixels = new Uint8Array(indices.length * size);
  indices.forEach((from, to) => pixels.set(images.bytes.subarray(from * size, (from + 1) * size), to * size));
  return { pixels, labels: Uint8Array.from(indices, (i) => labels[i] ?? 0) };
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/**
 * Puts files together.
 * @param most images to learn from, and held out, that are used at most, drawn fairly from all.
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
  const order = mixed(train);
  const learnt = part(train, order.slice(0, Math.min(most.most, count - held)));
  const rest = part(test ?? train, (test === undefined ? order.slice(count - held) : mixed(test)).slice(0, most.mostTest));
  const labels = joined(learnt.labels, rest.labels);
  const classes = labels.reduce((top, label) => Math.max(top, label), 0) + 1;
  const [first = 0] = labels;
  if (labels.every((label) => label === first)) return { problem: sayIdx('oneClass', { label: first }) };
  return {
    images: {
      kind: 'images',
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
