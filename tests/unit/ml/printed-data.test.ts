import { runInNewContext } from 'node:vm';
import { describe, it } from 'vitest';
import { featureRows } from '../../../src/ml/data/features';
import { functionSamples } from '../../../src/ml/data/functions';
import { planarPoints } from '../../../src/ml/data/planar';
import { SHAPE_CLASSES, shapeImages } from '../../../src/ml/data/shapes';
import { strokeImages } from '../../../src/ml/data/strokes';
import { createRandom, type Random } from '../../../src/ml/random';
import { jsData } from '../../../src/ml/spec/code/data';
import { CLASS_DATASETS, FEATURE_NAMES, FUNCTION_NAMES, REGRESSION_DATASETS, type DataProgram } from '../../../src/ml/spec/program';
import { expectClose } from './support';

const COUNT = 60;

/** Runs the printed JavaScript of a data set over one of our streams, and gives its rows, `features…, label`, sorted. */
function printed(data: DataProgram, stream: Random): number[][] {
  const lines = jsData(data, 'en');
  // The printed generator of random numbers is left out in favour of ours.
  const own = lines.slice(lines.findIndex((line) => line.startsWith('const n = ')));
  const rows: unknown = JSON.parse(
    String(
      runInNewContext(`${own.join('\n')}\nJSON.stringify(xs.map((x, i) => [...x, ys[i]]))`, {
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

  it('a picture of each shape and texture, pixel for pixel', () => {
    const seen = new Set<number>();
    for (let seed = 0; seen.size < SHAPE_CLASSES.length; seed++) {
      const { images, labels } = shapeImages(createRandom(seed), 1);
      seen.add(labels[0] ?? -1);
      const given = printed({ kind: 'images', dataset: 'shapes', train: 1, test: 0, classes: 10 }, createRandom(seed).fork(0));
      expectClose(given.flat(), [...images, ...labels], 1e-6);
    }
  });

  it.each(FUNCTION_NAMES)('the function %s, with noise, sample for sample', (name) => {
    const ours = functionSamples(name, COUNT, 0.1, createRandom(3));
    const expected = sorted(ours.map(({ x, y }) => [x, y]));
    const given = printed({ kind: 'function', name, samples: COUNT, noise: 0.1 }, createRandom(3));
    expectClose(given.flat(), expected.flat(), 1e-9);
  });
});
