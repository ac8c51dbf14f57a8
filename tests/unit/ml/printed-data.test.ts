import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { featureRows } from '../../../src/ml/data-kinds/planar/features';
import { copiedTarget } from '../../../src/ml/data-kinds/copied/target';
import { filteredTarget } from '../../../src/ml/data-kinds/filtered/target';
import { markedPictures } from '../../../src/ml/data-kinds/marks/draw';
import { drawFeatures } from '../../../src/ml/data-kinds/features/draw';
import { FEATURE_KINDS, featureScale } from '../../../src/ml/data-kinds/features/program';
import { functionSamples } from '../../../src/ml/data-kinds/function/samples';
import { planarPoints } from '../../../src/ml/data-kinds/planar/points';
import { SHAPE_CLASSES, shapeImages } from '../../../src/ml/data-kinds/images/shapes';
import { lineNumbers, lineSymbols } from '../../../src/ml/data-kinds/line/program';
import { strokeImages } from '../../../src/ml/data-kinds/strokes/draw';
import { createRandom, type Random } from '../../../src/ml/random';
import { jsData } from '../../../src/ml/data-kinds';
import { CLASS_DATASETS, FEATURE_NAMES, REGRESSION_DATASETS } from '../../../src/ml/data-kinds/planar/program';
import { FUNCTION_NAMES } from '../../../src/ml/data-kinds/function/program';
import type { DataProgram } from '../../../src/ml/data-kinds';
import { expectClose } from './support';

const COUNT = 60;

/** Runs the printed JavaScript of a data set over one of our streams, and gives its rows, `features…, label`, sorted. */
function printed(data: DataProgram, stream: Random): number[][] {
  const lines = jsData(data, 'en');
  // The printed generator of random numbers is left out in favour of ours.
  const own = lines.slice(lines.findIndex((line) => /^const (n|rows|side) = /.test(line)));
  const rows: unknown = JSON.parse(
    String(
      runInNewContext(`${own.join('\n')}\nJSON.stringify(xs.map((x, i) => [...x, ys[i]].flat()))`, {
        random: () => stream.uniform(),
        uniform: (low: number, high: number) => low + (high - low) * stream.uniform(),
        normal: () => stream.normal(),
        shuffled: (list: unknown) => list,
      }),
    ),
  );
  if (!Array.isArray(rows)) throw new Error('the printed program made no rows');
  return sorted(rows.map((row: unknown) => (Array.isArray(row) ? row.map(Number) : [])));
}

const sorted = (rows: readonly (readonly number[])[]): number[][] => rows.map((row) => [...row]).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

describe('the printed data are the data of the demos', () => {
  it.each([...CLASS_DATASETS, ...REGRESSION_DATASETS])('%s, with noise, point for point', (dataset) => {
    const data: DataProgram = { kind: 'planar', dataset, samples: COUNT, noise: 0.3, trainShare: 0.5, features: FEATURE_NAMES, classes: 1 };
    const ours = planarPoints(dataset, COUNT, 0.3, createRandom(3));
    const expected = sorted(ours.map((point) => [...featureRows(FEATURE_NAMES, [point]), point.label]));
    expectClose(printed(data, createRandom(3).fork('points')).flat(), expected.flat(), 1e-6);
  });

  it.each([
    ['left', 1],
    ['anywhere', 3],
  ] as const)('images of strokes (%s, %i channels), pixel for pixel', (places, channels) => {
    const data: DataProgram = { kind: 'strokes', samples: 1, side: 12, channels, reach: 2, noise: 0.2, trainShare: 1, classes: 4, places };
    for (let seed = 0; seed < 8; seed++) {
      const { images, labels } = strokeImages(data, createRandom(seed));
      expectClose(printed(data, createRandom(seed).fork(0)).flat(), [...images, ...labels], 1e-6);
    }
  });

  it.each(['to be or not', '四是四，十是十', 'a"b\\c𠮷b'])('a line, symbol for symbol: %s', (text) => {
    const numbers = lineNumbers(text);
    const code = [...jsData({ kind: 'line', text }, 'en'), 'JSON.stringify([xs, ys])'].join('\n');
    expect(JSON.parse(String(runInNewContext(code)))).toEqual([[[...numbers.slice(0, -1)]], [[...numbers.slice(1)]]]);
    expect(numbers.length).toBe([...text].length);
    // Numbers are places of the code points in order.
    expect([...numbers].map((number) => lineSymbols(text)[number]).join('')).toBe(text);
  });

  it('a picture of each shape and texture, pixel for pixel', () => {
    const seen = new Set<number>();
    for (let seed = 0; seen.size < SHAPE_CLASSES.length; seed++) {
      const { images, labels } = shapeImages(createRandom(seed), 1);
      seen.add(labels[0] ?? -1);
      const given = printed({ kind: 'images', dataset: 'shapes', train: 1, test: 0, classes: 10 }, createRandom(seed).fork(0));
      expectClose(given.flat(), [...images, ...labels], 1e-6);
    }
  });

  it.each(FEATURE_KINDS)('features (%s), sample for sample, with noise on those that are learned from', (features) => {
    for (const count of [3, 7]) {
      const data = { kind: 'features', features, count, samples: 6, heldOut: 4, noise: 0.5 } as const;
      const { columns, targets } = drawFeatures(data, createRandom(5));
      const expected = Array.from(targets, (y, i) => [...columns.map((column) => featureScale(count) * (column[i] ?? NaN)), y]);
      expect(columns.length).toBe(count);
      expectClose(printed(data, createRandom(5)).flat(), sorted(expected).flat(), 1e-6);
    }
  });

  it.each(FUNCTION_NAMES)('the function %s, with noise, sample for sample', (name) => {
    const ours = functionSamples(name, COUNT, 0.1, createRandom(3));
    const expected = sorted(ours.map(({ x, y }) => [x, y]));
    const given = printed({ kind: 'function', name, samples: COUNT, noise: 0.1 }, createRandom(3));
    expectClose(given.flat(), expected.flat(), 1e-9);
  });

  const kernel = { shape: [3, 2, 2, 2], data: Array.from({ length: 24 }, (_, i) => (i % 7) - 3) } as const;
  const filtered = { kind: 'filtered', shape: [7, 6, 2], samples: 3, kernel, stride: 2, padding: 1, dilation: 2 } as const;
  const axis = (first: number, count: number) => ({ first, stride: 2, count });
  const copied = { kind: 'copied', shape: [7, 6, 1], samples: 3, rows: axis(-1, 4), columns: axis(3, 3) } as const;

  it.each([
    ['what a kernel makes of pictures', filtered, (picture: Float32Array) => filteredTarget(filtered, picture)],
    ['pixels of pictures', copied, (picture: Float32Array) => copiedTarget(copied, picture)],
  ] as const)('%s, number for number', (_, data, targetOf) => {
    const stream = createRandom(3);
    const size = data.shape[0] * data.shape[1] * data.shape[2];
    const rows = Array.from({ length: 3 }, () => {
      const picture = Float32Array.from({ length: size }, () => stream.uniform());
      return [...picture, ...targetOf(picture)];
    });
    expectClose(printed(data, createRandom(3)).flat(), sorted(rows).flat(), 1e-5);
  });

  it('marks, of the right kind and where they may lie', () => {
    const data = { kind: 'marks', side: 8, train: 6, test: 4, noise: 0.4, places: 'corner' } as const;
    for (const [part, most] of [
      ['train', 3],
      ['test', 6],
    ] as const) {
      const { pictures, labels } = markedPictures(data, part, createRandom(4));
      labels.forEach((label, i) => {
        const ones = Array.from(pictures.subarray(i * 64, (i + 1) * 64)).flatMap((value, j) => (value === 1 ? [j] : []));
        expect(ones).toHaveLength(5);
        const [top, left] = [Math.min(...ones.map((j) => Math.floor(j / 8))), Math.min(...ones.map((j) => j % 8))];
        expect(ones.includes(8 * top + left)).toBe(label === -1);
        expect(Math.max(top, left)).toBeLessThan(most);
      });
    }
    const rows = printed(data, createRandom(4));
    expect(rows).toHaveLength(10);
    for (const row of rows) expect(row.slice(0, -1).filter((value) => value === 1)).toHaveLength(5);
    expect(rows.map((row) => row.at(-1)).reduce((sum, label) => (sum ?? 0) + (label ?? 0), 0)).toBe(0);
  });
});
