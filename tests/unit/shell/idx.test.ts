import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIdx, readIdx, type IdxResult } from '../../../src/shell/own-data/images/idx';
import { assembleImages, type NamedFile } from '../../../src/shell/own-data/images/assemble';

/** A file with these sizes in its header and these bytes after it. */
function idx(sizes: readonly number[], data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 + 4 * sizes.length + data.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0, 0, 8, sizes.length]);
  sizes.forEach((size, i) => view.setUint32(4 + 4 * i, size));
  bytes.set(data, 4 + 4 * sizes.length);
  return bytes;
}

const pixels = (count: number, side: number): Uint8Array => Uint8Array.from({ length: count * side * side }, (_, i) => i % 251);
const images = (count: number, side = 12): Uint8Array<ArrayBuffer> => idx([count, side, side], pixels(count, side));
const labels = (...all: readonly number[]): Uint8Array<ArrayBuffer> => idx([all.length], Uint8Array.from(all));

function problemOf(result: IdxResult): string {
  if (!('problem' in result)) throw new Error('it was read');
  expect(result.problem.zh).toMatch(/[一-鿿]/);
  return result.problem.en;
}

const changed = (bytes: Uint8Array<ArrayBuffer>, at: number, value: number): Uint8Array<ArrayBuffer> => {
  const copy = bytes.slice();
  copy[at] = value;
  return copy;
};

describe('IDX files', () => {
  it('are read as images and labels', () => {
    expect(parseIdx(images(3))).toEqual({ file: { kind: 'images', count: 3, rows: 12, columns: 12, bytes: pixels(3, 12) } });
    expect(parseIdx(labels(3, 1, 4))).toEqual({ file: { kind: 'labels', count: 3, bytes: Uint8Array.of(3, 1, 4) } });
  });

  it('are read compressed as well', async () => {
    const given = await readIdx(Uint8Array.from(gzipSync(images(5))));
    expect(given).toEqual(parseIdx(images(5)));
  });

  it.each([
    ['nothing', new Uint8Array(0), 'the file ends after byte 0; its header should take 8 bytes'],
    ['half a header', images(1).slice(0, 11), 'the file ends after byte 11; its header should take 16 bytes'],
    ['half a header of labels', labels(1).slice(0, 6), 'the file ends after byte 6; its header should take 8 bytes'],
    ['another first byte', changed(images(1), 0, 0x89), 'byte 1 is 0x89; an IDX file begins with 0x00 twice'],
    ['another second byte', changed(images(1), 1, 0x50), 'byte 2 is 0x50; an IDX file begins with 0x00 twice'],
    [
      'numbers that are no bytes',
      changed(images(1), 2, 0x0d),
      'byte 3 is 0x0d, which says that the data are no bytes; it should be 0x08 (unsigned bytes)',
    ],
    [
      'two dimensions',
      changed(images(1), 3, 2),
      'byte 4 is 0x02, which says that the data have 2 dimensions; it should be 0x03 for images, 0x01 for labels',
    ],
    ['no images', idx([0, 12, 12], new Uint8Array(0)), 'bytes 5 to 8 give a size of 0; it should be at least 1'],
    ['no columns', idx([1, 12, 0], new Uint8Array(0)), 'bytes 13 to 16 give a size of 0; it should be at least 1'],
    ['oblong images', idx([1, 12, 13], new Uint8Array(156)), 'bytes 9 to 16 give 12 × 13 pixels; they should be square, 12 to 64 a side'],
    ['tiny images', idx([1, 8, 8], new Uint8Array(64)), 'bytes 9 to 16 give 8 × 8 pixels; they should be square, 12 to 64 a side'],
    [
      'a truncated file',
      images(2).slice(0, 300),
      'the header promises 288 bytes after it, 304 in all, but the file ends after byte 300: 4 are missing',
    ],
    [
      'a header that promises billions',
      changed(images(2), 4, 0xff),
      'the header promises 616059371808 bytes after it, 616059371824 in all, but the file ends after byte 304: 616059371520 are missing',
    ],
    [
      'more than was promised',
      idx([1, 12, 12], new Uint8Array(150)),
      'the header promises 160 bytes in all, but 6 more follow from byte 161',
    ],
    ['a label beyond all classes', labels(0, 1, 200), 'byte 11 (label 3) is 200; classes should be 0 to 61'],
  ])('with %s are refused with the byte and what would be right', (_, bytes, problem) => {
    expect(problemOf(parseIdx(bytes))).toBe(problem);
  });

  it('that are damaged after compression say how far they could be read', async () => {
    const packed = gzipSync(images(40));
    const cut = await readIdx(Uint8Array.from(packed.subarray(0, packed.length - 12)));
    expect(problemOf(cut)).toMatch(/^the compressed data are damaged: \d+ bytes could be unpacked/);
  });

  it('that were packed twice are unpacked twice', async () => {
    expect(await readIdx(Uint8Array.from(gzipSync(gzipSync(images(5)))))).toEqual(parseIdx(images(5)));
  });

  it.each([
    ['with bytes behind its end', Uint8Array.from([...gzipSync(images(2)), 1, 2, 3]), /^the compressed data are damaged/],
    ['of three bytes', Uint8Array.of(0x1f, 0x8b, 8), /^the compressed data are damaged: 0 bytes could be unpacked/],
    ['packed some other way', changed(Uint8Array.from(gzipSync(images(2))), 2, 7), /^byte 3 is 0x07; the compression method of a gzip/],
    ['of zip or numpy', Uint8Array.of(0x50, 0x4b, 3, 4, 20), /^this is an archive \(\.zip, \.npz/],
    ['of xz', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0), /^this is an archive/],
    ['that is a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13), /^this is a single picture/],
    ['with something else packed', Uint8Array.from(gzipSync('1,2,1')), /^byte 1 is 0x31; an IDX file begins with 0x00 twice/],
  ])('packed %s are refused with a word of what they are', async (_, bytes, problem) => {
    expect(problemOf(await readIdx(bytes))).toMatch(problem);
  });

  it('of any bytes never throw, and what is read is as long as its header says', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.boolean(), (bytes, begins) => {
        if (begins) bytes.set([0, 0, 8, 1].slice(0, bytes.length));
        const result = parseIdx(bytes);
        if ('file' in result)
          expect(result.file.bytes.length).toBe(
            result.file.kind === 'labels' ? result.file.count : result.file.count * result.file.rows ** 2,
          );
      }),
    );
  });
});

function named(name: string, bytes: Uint8Array): NamedFile {
  const result = parseIdx(bytes);
  if (!('file' in result)) throw new Error(result.problem.en);
  return { name, file: result.file };
}

const MOST = { most: 100, mostTest: 10 };

/** Images by their first pixel, which tells them apart, with their labels, sorted. */
const pairs = (count: number, all: readonly number[]): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${pixels(count, 12)[i * 144] ?? NaN}: ${all[i] ?? NaN}`).sort();

function pairsOf(all: ReturnType<typeof assembleImages>, from: number, to?: number): readonly string[] {
  if (!('images' in all)) throw new Error('not assembled');
  const { pixels: given, labels: found } = all.images;
  return [...found.keys()]
    .slice(from, to)
    .map((i) => `${given[i * 144] ?? NaN}: ${found[i] ?? NaN}`)
    .sort();
}

describe('files put together', () => {
  const train = [named('train-images', images(12)), named('train-labels', labels(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2))];
  const test = [named('t10k-images', images(3)), named('t10k-labels', labels(2, 1, 0))];

  it.each([
    ['in order', [...train, ...test]],
    ['the other way round', [...test, ...train].reverse()],
  ])('are training and test, %s', (_, files) => {
    const all = assembleImages(files, MOST);
    expect(all).toMatchObject({ images: { height: 12, width: 12, channels: 1, classes: 3, testFrom: 12 } });
    if (!('images' in all)) return;
    expect(pairsOf(all, 0, 12)).toEqual(pairs(12, [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2]));
    expect(pairsOf(all, 12)).toEqual(pairs(3, [2, 1, 0]));
  });

  it('hold a sixth of a single pair out', () => {
    const all = assembleImages(train, MOST);
    expect(all).toMatchObject({ images: { testFrom: 10 } });
    expect(pairsOf(all, 0)).toEqual(pairs(12, [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2]));
  });

  it('sorted by class, as folders are written, are mixed: each class is learned and held out, as often as it is there', () => {
    const sorted = Uint8Array.from({ length: 300 }, (_, i) => Math.floor(i / 30));
    const files = [named('a', images(300)), named('b', idx([300], sorted))];
    const all = assembleImages(files, { most: 1000, mostTest: 1000 });
    if (!('images' in all)) throw new Error('not assembled');
    const counts = (from: number, to?: number): readonly number[] =>
      Array.from({ length: 10 }, (_, label) => all.images.labels.slice(from, to).filter((one) => one === label).length);
    expect(all.images.testFrom).toBe(250);
    for (const count of counts(0, 250)) expect(Math.abs(count - 25)).toBeLessThanOrEqual(2);
    for (const count of counts(250)) expect(Math.abs(count - 5)).toBeLessThanOrEqual(2);
    // A knob asks for the first so many: they are as fair.
    for (const count of counts(0, 60)) expect(Math.abs(count - 6)).toBeLessThanOrEqual(2);
    // The same files are the same run.
    expect(assembleImages(files, { most: 1000, mostTest: 1000 })).toEqual(all);
  });

  it('of a class that is seldom are learned all the same', () => {
    const seldom = Uint8Array.from({ length: 120 }, (_, i) => (i === 119 ? 2 : i % 2));
    const all = assembleImages([named('a', images(120)), named('b', idx([120], seldom))], MOST);
    if (!('images' in all)) throw new Error('not assembled');
    expect([...all.images.labels.slice(0, all.images.testFrom)]).toContain(2);
  });

  it('are cut to as many as are used', () => {
    const all = assembleImages([...train, ...test], { most: 4, mostTest: 2 });
    if (!('images' in all)) throw new Error('not assembled');
    expect([all.images.testFrom, all.images.labels.length, all.images.pixels.length]).toEqual([4, 6, 6 * 144]);
    expect([...new Set(all.images.labels.slice(0, 4))].sort()).toEqual([0, 1, 2]);
  });

  it('are told apart by name where two pairs have as many images', () => {
    const same = [
      named('test-images', images(3)),
      named('train-images', images(3)),
      named('train-labels', labels(0, 0, 1)),
      named('test-labels', labels(1, 1, 0)),
    ];
    const all = assembleImages(same, MOST);
    if (!('images' in all)) throw new Error('not assembled');
    expect(pairsOf(all, 0, 3)).toEqual(pairs(3, [0, 0, 1]));
    expect(pairsOf(all, 3)).toEqual(pairs(3, [1, 1, 0]));
  });

  it('say which file is still missing', () => {
    expect(assembleImages(train.slice(0, 1), MOST)).toMatchObject({
      missing: { en: 'train-images has 12 images, and there is no file of 12 labels to go with it; drop that one as well' },
    });
    expect(
      assembleImages(
        [...train, test[1] ?? train[0]].filter((one) => one !== undefined),
        MOST,
      ),
    ).toMatchObject({
      missing: { en: 't10k-labels has 3 labels, and there is no file of 3 images to go with it; drop that one as well' },
    });
  });

  it('say what does not go together', () => {
    expect(assembleImages([...train, named('t10k-images', images(3, 14)), ...test.slice(1)], MOST)).toMatchObject({
      problem: { en: 'the images of train-images are 12 × 12, those of t10k-images 14 × 14; they should be of one size' },
    });
    expect(assembleImages([named('a', images(2)), named('b', labels(7, 7))], MOST)).toMatchObject({
      problem: { en: 'every label is 7; there should be two classes at least' },
    });
    expect(assembleImages([named('a', images(1)), named('b', labels(7))], MOST)).toMatchObject({
      problem: { en: 'there is 1 image; there should be 2 at least' },
    });
  });
});
