/** Learning to tell strokes apart: batches, held-out images where training had them, and where it had none. */
import { tensor2d, tensor4d, type Scalar, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import { epochBatches } from '../data/batches';
import { oneHotRows, takeRows } from '../data/rows';
import { strokeImages, type StrokeImages } from '../data-kinds/strokes/draw';
import { classAccuracy } from '../metrics';
import type { HostArray } from '../model';
import type { Random } from '../random';
import type { Program } from '../blueprint/program';
import type { StrokesData } from '../data-kinds/strokes/program';

export interface StrokesTask {
  /** Images `x` [batch, side, side, channels] and one-hot targets `t` of the batch of a step. */
  readonly batch: (step: number) => { readonly x: HostArray; readonly t: HostArray };
  /** Share of held-out images read rightly, from scores [n, classes]. */
  readonly testAccuracy: (scores: (x: Tensor) => Tensor) => Scalar;
  /** The same where strokes lie in the right half, in which the training of `places: 'left'` has none. */
  readonly movedAccuracy: (scores: (x: Tensor) => Tensor) => Scalar;
  /** One image of each class, held out, from anywhere: [classes, side, side, channels]. */
  readonly examples: Tensor4D;
  /** The same as an array, for pictures. */
  readonly exampleImages: HostArray;
  readonly dispose: () => void;
}

/** Held-out images in the right half. */
const MOVED = 200;

/** Sets the task up. */
export function strokesTask({ data, batchSize }: Pick<Program<StrokesData>, 'data' | 'batchSize'>, random: Random): StrokesTask {
  const { side, channels, classes } = data;
  const shape: [number, number, number] = [side, side, channels];
  const size = side * side * channels;
  const trainCount = Math.max(1, Math.round(data.samples * data.trainShare));
  const train = strokeImages({ ...data, samples: trainCount }, random.fork('train'));
  const targets = oneHotRows(train.labels, classes);
  const heldOut = ({ images, labels }: StrokeImages) => ({
    x: tensor4d(images, [labels.length, ...shape]),
    t: tensor2d(oneHotRows(labels, classes), [labels.length, classes]),
  });
  const test = heldOut(strokeImages({ ...data, samples: Math.max(classes, data.samples - trainCount) }, random.fork('test')));
  const moved = heldOut(strokeImages({ ...data, samples: MOVED, places: 'right' }, random.fork('moved')));
  const examples = strokeImages({ ...data, samples: classes, places: 'anywhere' }, random.fork('examples'));
  const shown = heldOut(examples);
  const picks = epochBatches({ count: trainCount, batchSize, random });
  return {
    batch(step) {
      const indices = picks(step);
      const { data: numbers } = takeRows(train.images, size, indices);
      return { x: { shape: [indices.length, ...shape], data: numbers }, t: takeRows(targets, classes, indices) };
    },
    testAccuracy: (scores) => classAccuracy(scores(test.x), test.t),
    movedAccuracy: (scores) => classAccuracy(scores(moved.x), moved.t),
    examples: shown.x,
    exampleImages: { shape: [classes, ...shape], data: examples.images },
    dispose() {
      for (const one of [test, moved, shown]) {
        one.x.dispose();
        one.t.dispose();
      }
    },
  };
}
