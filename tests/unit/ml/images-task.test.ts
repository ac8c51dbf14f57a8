import { dispose, memory, tensor2d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { generatedImages, ownImages, takeImages } from '../../../src/ml/data-kinds/images/image-source';
import { emptyImages, type ImageGenerator } from '../../../src/ml/data-kinds/images/image-set';
import type { OwnImages } from '../../../src/ml/data-kinds/images/own';
import type { ImagesData } from '../../../src/ml/data-kinds/images/program';
import { createRandom } from '../../../src/ml/random';
import { mlp } from '../../../src/ml/blueprint/mlp';
import { program } from '../../../src/ml/blueprint/program';
import { imageTask } from '../../../src/ml/tasks/images';
import { expectClose, NODE_BACKENDS, on, read } from './support';

const SHAPE = { height: 2, width: 2, channels: 1, classes: 3 };

/** Images of one random grey, labelled by a draw. */
const greys: ImageGenerator = (random, count) => {
  const set = emptyImages(SHAPE, count);
  for (let i = 0; i < count; i++) {
    set.labels[i] = random.integer(3);
    set.images.fill(random.uniform(), 4 * i, 4 * i + 4);
  }
  return set;
};

describe('generated images', () => {
  it('are the same in whatever order they are asked for, and made once', () => {
    let made = 0;
    const counted: ImageGenerator = (random, count) => {
      made += count;
      return greys(random, count);
    };
    const forwards = generatedImages(SHAPE, counted, createRandom(4), 5);
    const backwards = generatedImages(SHAPE, greys, createRandom(4), 5);
    expect(made).toBe(0);
    const all = takeImages(forwards, [0, 1, 2, 3, 4]);
    const turned = takeImages(backwards, [4, 3, 2, 1, 0]);
    for (let i = 0; i < 5; i++) expect(all.x.data.slice(4 * i, 4 * i + 4)).toEqual(turned.x.data.slice(4 * (4 - i), 4 * (4 - i) + 4));
    takeImages(forwards, [2, 2, 1]);
    expect(made).toBe(5);
    expect([all.x.shape, all.t.shape]).toEqual([
      [5, 2, 2, 1],
      [5, 3],
    ]);
    for (let i = 0; i < 5; i++) expect(all.t.data.slice(3 * i, 3 * i + 3).reduce((sum, value) => sum + value, 0)).toBe(1);
  });
});

const own: OwnImages = {
  kind: 'images',
  ...SHAPE,
  pixels: Uint8Array.from({ length: 24 }, (_, i) => i * 10),
  labels: Uint8Array.of(0, 1, 2, 0, 1, 2),
  testFrom: 4,
};

describe('the reader’s own images', () => {
  it('are read as shares of 255', () => {
    const { x, t } = takeImages(ownImages(own, 4, 6), [1]);
    expectClose([...x.data], [200 / 255, 210 / 255, 220 / 255, 230 / 255], 1e-6);
    expect([...t.data]).toEqual([0, 0, 1]);
  });
});

const data: ImagesData = { kind: 'images', dataset: 'digits', train: 50, test: 230, classes: 10 };
const network = mlp({ name: 'n', inputs: 784, hidden: [], outputs: 10, activations: [] });
const whole = program({ network, loss: 'crossEntropy', data, batchSize: 16 });

describe.each(NODE_BACKENDS)('the task of images on %s', (backend) => {
  beforeAll(() => on(backend));

  it('judges held-out images chunk by chunk, as all at once, and counts what is read as what', () => {
    const before = memory().numTensors;
    const task = imageTask(whole, createRandom(1));
    // A reader that always says 3, and now and then 7.
    const sizes: number[] = [];
    const scores = (x: Tensor): Tensor => {
      const count = x.shape[0] ?? 0;
      sizes.push(count);
      return tensor2d(
        Float32Array.from({ length: count * 10 }, (_, i) => (i % 10 === (i < 20 ? 7 : 3) ? 4 : 0)),
        [count, 10],
      );
    };
    const given = tidy(() => task.testScores(scores));
    expect(sizes).toEqual([100, 100, 30]);
    const labels = Array.from({ length: 230 }, (_, i) => task.test.copy(i, new Float32Array(784), 0));
    const said = labels.map((_, i) => (i % 100 < 2 ? 7 : 3));
    const counts = new Array<number>(100).fill(0);
    labels.forEach((label, i) => (counts[label * 10 + (said[i] ?? 0)] = (counts[label * 10 + (said[i] ?? 0)] ?? 0) + 1));
    expectClose(read(tidy(() => task.confusion(given))), counts, 0);
    const judged = tidy(() => task.judge(given));
    const right = labels.filter((label, i) => label === said[i]).length;
    expectClose(read(judged.testAccuracy), [right / 230], 1e-6);
    const total = Math.log(Math.exp(4) + 9);
    expectClose(read(judged.testLoss), [(total * 230 - 4 * right) / 230], 1e-4);
    dispose([given, judged.testAccuracy, judged.testLoss]);
    task.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('gives batches of all training images in turn, never of held-out ones', () => {
    const task = imageTask(whole, createRandom(1));
    const key = (pixels: Float32Array | Int32Array): string => pixels.join();
    const training = new Set(Array.from({ length: 50 }, (_, i) => key(takeImages(task.train, [i]).x.data)));
    const seen = new Set<string>();
    for (let step = 0; step < 4; step++) {
      const { x, t } = task.batch(step);
      expect([x.shape, t.shape]).toEqual([
        [16, 28, 28, 1],
        [16, 10],
      ]);
      for (let i = 0; i < 16; i++) seen.add(key(x.data.slice(784 * i, 784 * i + 784)));
    }
    expect(seen).toEqual(training);
    task.dispose();
  });

  it('takes the reader’s images in place of its own, as many as are asked for', () => {
    const task = imageTask({ ...whole, data: { ...data, train: 3 } }, createRandom(1), own);
    expect([task.train.count, task.test.count, task.test.classes]).toEqual([3, 2, 3]);
    task.dispose();
  });
});
