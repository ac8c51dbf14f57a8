/** Learning classes of images: data, batches, targets, held-out metrics and what is read as what. */
import {
  add,
  argMax,
  argMin,
  cast,
  concat,
  gather,
  matMul,
  mul,
  oneHot,
  slice,
  softmax,
  stack,
  sum,
  tensor2d,
  tensor4d,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { epochBatches } from '../data/batches';
import { generatedImages, ownImages, takeImages, type ImageSource } from '../data-kinds/images/image-source';
import { imageGenerators } from '../data-kinds/images/generators';
import { lossOf } from '../losses';
import { classAccuracy } from '../metrics';
import type { HostArray } from '../model';
import type { OwnImages } from '../data-kinds/images/own';
import type { Random } from '../random';
import { IMAGE_SHAPES, type ImagesData } from '../data-kinds/images/program';
import type { Program } from '../blueprint/program';
import { firstOfEachClass } from './first-of-each-class';

/** Images that pass through the network at once in an evaluation: more would only take more memory. */
const CHUNK = 100;

/** A network from images [n, height, width, channels] to scores [n, classes]. */
export type ImageScores = (x: Tensor) => Tensor;

export interface ImageTask {
  /** Images to learn from, and held-out ones: streams `train` and `test` of the stream `data`. */
  readonly train: ImageSource;
  readonly test: ImageSource;
  /** `x` images and `t` one-hot classes of the batch of a step. */
  readonly batch: (step: number) => { readonly x: HostArray; readonly t: HostArray };
  /** Scores of all held-out images [test, classes], computed chunk by chunk. */
  readonly testScores: (scores: ImageScores) => Tensor;
  /** `testLoss` and `testAccuracy`, from what `testScores` gives. */
  readonly judge: (given: Tensor) => { readonly testLoss: Scalar; readonly testAccuracy: Scalar };
  /** The same, from the network. */
  readonly evaluate: (scores: ImageScores) => { readonly testLoss: Scalar; readonly testAccuracy: Scalar };
  /** [classes, classes]: how many held-out images of the row's class are read as the column's, from what `testScores` gives. */
  readonly confusion: (given: Tensor) => Tensor;
  /** The `count` held-out images whose class is given the least probability, worst first, from what `testScores` gives. */
  readonly worst: (given: Tensor, count: number) => Worst;
  /** The first held-out image of each class, of ten at most. The tensor is the caller's. */
  readonly examples: () => Examples;
  readonly dispose: () => void;
}

export interface Worst {
  /** [count, height, width, channels] */
  readonly images: Tensor;
  /** [count, 3]: the class, the class read, and the probability given to the class itself. */
  readonly readings: Tensor;
}

export interface Examples {
  /** [n, height, width, channels] */
  readonly array: HostArray;
  readonly tensor: Tensor;
  /** [n] */
  readonly labels: HostArray;
}

/** Example images at most. */
const MOST_EXAMPLES = 10;

function worstOf(x: Tensor, t: Tensor, given: Tensor, count: number): Worst {
  const sure = sum(mul(softmax(given), t), -1);
  const size = at(sure.shape, 0);
  const indices: Tensor[] = [];
  // The least again and again, those found put out of reach: sorting is not compiled, and only a few are asked for.
  let left = sure;
  for (let i = 0; i < Math.min(count, size); i++) {
    const index = argMin(left, 0);
    indices.push(index);
    left = add(left, mul(2, cast(oneHot(index, size), 'float32')));
  }
  const picked = cast(stack(indices), 'int32');
  const classes = (of: Tensor): Tensor => cast(gather(argMax(of, -1), picked), 'float32');
  return { images: gather(x, picked), readings: stack([classes(t), classes(given), gather(sure, picked)], 1) };
}

function sources(data: ImagesData, random: Random, own: OwnImages | undefined): readonly [ImageSource, ImageSource] {
  if (own === undefined) {
    const [shape, generate] = [IMAGE_SHAPES[data.dataset], imageGenerators[data.dataset]];
    const stream = random.fork('data');
    return [
      generatedImages(shape, generate, stream.fork('train'), data.train),
      generatedImages(shape, generate, stream.fork('test'), data.test),
    ];
  }
  const end = own.labels.length;
  const middle = Math.max(1, Math.min(own.testFrom, end - 1));
  return [ownImages(own, 0, Math.min(middle, data.train)), ownImages(own, middle, Math.min(end, middle + data.test))];
}

/**
 * Sets the task up.
 * @param own the reader's images, at least two, in place of the data set; as many of them are used as `data` asks for.
 */
export function imageTask({ data, loss, batchSize }: Program<ImagesData>, random: Random, own?: OwnImages): ImageTask {
  const [train, test] = sources(data, random, own);
  const held = takeImages(
    test,
    Array.from({ length: test.count }, (_, i) => i),
  );
  const x = tensor4d(held.x.data, [test.count, test.height, test.width, test.channels]);
  const t = tensor2d(held.t.data, [test.count, test.classes]);
  const picks = epochBatches({ count: train.count, batchSize: batchSize, random });
  const testScores = (scores: ImageScores): Tensor =>
    concat(
      Array.from({ length: Math.ceil(test.count / CHUNK) }, (_, i) => {
        const from = i * CHUNK;
        return scores(slice(x, from, Math.min(CHUNK, test.count - from)));
      }),
    );
  const judge: ImageTask['judge'] = (given) => ({
    testLoss: lossOf(loss)(given, t),
    testAccuracy: classAccuracy(given, t),
  });
  return {
    train,
    test,
    batch: (step) => takeImages(train, picks(step)),
    testScores,
    judge,
    evaluate: (scores) => judge(testScores(scores)),
    confusion: (given) => matMul(t, cast(oneHot(argMax(given, -1), test.classes), 'float32'), true),
    worst: (given, count) => worstOf(x, t, given, count),
    examples() {
      const { x: array, labels } = firstOfEachClass(test, MOST_EXAMPLES);
      return {
        array,
        tensor: tensor4d(array.data, [labels.length, test.height, test.width, test.channels]),
        labels: { shape: [labels.length], data: Float32Array.from(labels) },
      };
    },
    dispose() {
      x.dispose();
      t.dispose();
    },
  };
}
