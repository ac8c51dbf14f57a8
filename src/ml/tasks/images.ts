/** Learning classes of images: data, batches, targets, held-out metrics and what is read as what. */
import { argMax, cast, concat, matMul, oneHot, slice, tensor2d, tensor4d, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { epochBatches } from '../data/batches';
import { generatedImages, ownImages, takeImages, type ImageSource } from '../data/image-source';
import { imageGenerators } from '../data/images';
import { lossOf } from '../losses';
import { classAccuracy } from '../metrics';
import type { HostArray, OwnImages } from '../model';
import type { Random } from '../random';
import { IMAGE_SHAPES, type DataProgram, type Program } from '../spec/program';

/** Images that pass through the network at once in an evaluation: more would only take more memory. */
const CHUNK = 100;

export type ImageData = Extract<DataProgram, { kind: 'images' }>;

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
  readonly dispose: () => void;
}

function sources(data: ImageData, random: Random, own: OwnImages | undefined): readonly [ImageSource, ImageSource] {
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
 * @param program its data must be `images`; `loss` and `batchSize` are the program's.
 * @param own the reader's images, at least two, in place of the data set; as many of them are used as `data` asks for.
 */
export function imageTask(program: Program, data: ImageData, random: Random, own?: OwnImages): ImageTask {
  const [train, test] = sources(data, random, own);
  const held = takeImages(
    test,
    Array.from({ length: test.count }, (_, i) => i),
  );
  const x = tensor4d(held.x.data, [test.count, test.height, test.width, test.channels]);
  const t = tensor2d(held.t.data, [test.count, test.classes]);
  const picks = epochBatches({ count: train.count, batchSize: program.batchSize, random });
  const testScores = (scores: ImageScores): Tensor =>
    concat(
      Array.from({ length: Math.ceil(test.count / CHUNK) }, (_, i) => {
        const from = i * CHUNK;
        return scores(slice(x, from, Math.min(CHUNK, test.count - from)));
      }),
    );
  const judge: ImageTask['judge'] = (given) => ({
    testLoss: lossOf(program.loss)(given, t),
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
    dispose() {
      x.dispose();
      t.dispose();
    },
  };
}
