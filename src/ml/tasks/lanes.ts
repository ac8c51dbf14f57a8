/** Two networks in one run over pictures: each lane's held-out loss and accuracy, and what each answers on a few pictures. */
import { concat, slice, softmax, stack, tensor4d, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import type { HostArray } from '../model';
import type { Network } from '../network';
import { firstOfEachClass } from './first-of-each-class';
import type { ImageTask } from './images';

export interface LaneScores {
  readonly testLoss: Scalar;
  readonly testAccuracy: Scalar;
}

export interface LaneTask {
  /** Held-out loss and accuracy of each output of the network, in one pass. */
  readonly evaluate: () => readonly LaneScores[];
  /**
   * `pictures` [n, rows, columns, channels], `pictureLabels` [n] and `answers` [lanes, n, classes], probabilities. Nothing that training
   * changes is in the first two.
   */
  readonly frame: () => Readonly<Record<string, Tensor | HostArray>>;
  /** Frees the pictures; the task is its owner's. */
  readonly dispose: () => void;
}

/** Sets up what two or more lanes (`sideBySide`) are judged by. @param network its outputs are the lanes' scores. */
export function laneTask(task: ImageTask, network: Network): LaneTask {
  const { classes, height, width, channels } = task.test;
  const { x, labels } = firstOfEachClass(task.test);
  const pictures = tensor4d(x.data, [labels.length, height, width, channels]);
  const outputsOf = (images: Tensor): readonly Tensor[] => network.apply({ x: images }, { training: false }).outputs;
  return {
    evaluate() {
      const all = task.testScores((images) => concat([...outputsOf(images)], -1));
      return network.spec.outputs.map((_, lane) => task.judge(slice(all, [0, lane * classes], [at(all.shape, 0), classes])));
    },
    frame: () => ({
      pictures: x,
      pictureLabels: { shape: [labels.length], data: Int32Array.from(labels) },
      answers: stack(outputsOf(pictures).map((scores) => softmax(scores))),
    }),
    dispose: () => pictures.dispose(),
  };
}
