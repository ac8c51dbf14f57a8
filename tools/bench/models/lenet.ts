/** A LeNet-class network (LeCun et al. 1998, with ReLU, max pooling and all maps connected): 61,706 parameters. */
import { add, conv2d, matMul, maxPool, relu, reshape, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import { oneHotRows } from '../../../src/ml/data/rows';
import { lossOf } from '../../../src/ml/losses';
import { asFourDimensional } from '../../../src/ml/layers/images';
import type { HostArray, Model } from '../../../src/ml/model';
import type { Random } from '../../../src/ml/random';
import { densePlan, trained, type Weights, type WeightPlan } from './trained';

const SIDE = 28;
const CLASSES = 10;

const WEIGHTS: Readonly<Record<string, WeightPlan>> = {
  'conv1/kernel': { shape: [5, 5, 1, 6], initialiser: 'heNormal' },
  'conv1/bias': { shape: [6], initialiser: 'zeros' },
  'conv2/kernel': { shape: [5, 5, 6, 16], initialiser: 'heNormal' },
  'conv2/bias': { shape: [16], initialiser: 'zeros' },
  ...densePlan('dense1', 400, 120),
  ...densePlan('dense2', 120, 84),
  ...densePlan('output', 84, CLASSES),
};

/** Ten classes of noisy stripes: the class is the stripes' direction. */
function stripes(random: Random, batch: number): Readonly<Record<string, HostArray>> {
  const labels = Array.from({ length: batch }, () => random.integer(CLASSES));
  const x = new Float32Array(batch * SIDE * SIDE);
  labels.forEach((label, sample) => {
    const angle = (Math.PI * label) / CLASSES;
    const phase = 2 * Math.PI * random.uniform();
    for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
      const along = Math.cos(angle) * (pixel % SIDE) + Math.sin(angle) * Math.floor(pixel / SIDE);
      x[sample * SIDE * SIDE + pixel] = Math.sin(along + phase) + 0.3 * random.normal();
    }
  });
  return {
    x: { shape: [batch, SIDE, SIDE, 1], data: x },
    t: { shape: [batch, CLASSES], data: oneHotRows(labels, CLASSES) },
  };
}

/** x [batch, 28, 28, 1] -> logits [batch, 10]. */
function logits(x: Tensor, weight: Weights): Tensor {
  const stage = (image: Tensor, name: string, pad: 'same' | 'valid'): Tensor => {
    const maps = conv2d(asFourDimensional(image), asFourDimensional(weight(`${name}/kernel`)), 1, pad);
    return maxPool(relu(add<Tensor4D>(maps, weight(`${name}/bias`))), 2, 2, 'valid');
  };
  const dense = (rows: Tensor, name: string): Tensor => add(matMul(rows, weight(`${name}/kernel`)), weight(`${name}/bias`));
  const maps = stage(stage(x, 'conv1', 'same'), 'conv2', 'valid');
  const rows = reshape(maps, [x.shape[0] ?? 1, 400]);
  return dense(relu(dense(relu(dense(rows, 'dense1')), 'dense2')), 'output');
}

/** The model under SGD with momentum; inputs `x` [batch, 28, 28, 1] and one-hot `t` [batch, 10]. */
export function lenet(batch: number, seed: number): Model {
  return trained({
    seed,
    weights: WEIGHTS,
    optimiser: { name: 'momentum' },
    learningRate: 0.01,
    batch: (random) => stripes(random, batch),
    loss: (weight, input) => lossOf('crossEntropy')(logits(input('x'), weight), input('t')),
  });
}
