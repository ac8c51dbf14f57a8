/** Losses, each a mean over the batch. They take what the last dense layer gives (logits or values), not probabilities. */
import {
  abs,
  add,
  mean,
  mul,
  neg,
  relu,
  softplus,
  square,
  squeeze,
  sub,
  sum,
  logSoftmax,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { LossName } from '../spec/loss-names';

/** A loss of outputs [batch, k] against targets. */
export type Loss = (outputs: Tensor, targets: Tensor) => Scalar;

/** Half the mean squared difference, as in the chapter: 1/2 mean (y - t)^2; targets [batch, k]. */
const meanSquaredError: Loss = (outputs, targets) => mul(0.5, mean(square(sub(outputs, targets))));

/** -mean log softmax(z)[class]; targets one-hot [batch, k]. */
const crossEntropy: Loss = (outputs, targets) => neg(mean(sum(mul(logSoftmax(outputs), targets), -1)));

/** mean log(1 + exp(-t z)) for labels t of -1 and +1: cross-entropy of sigmoid(z), stable for large |z|. */
const binaryCrossEntropy: Loss = (outputs, targets) => mean(softplus(neg(mul(outputs, targets))));

/** mean max(0, 1 - t z) for labels t of -1 and +1 (Cortes & Vapnik 1995); for k outputs, targets are -1 and +1 each. */
const hinge: Loss = (outputs, targets) => mean(relu(sub(1, mul(outputs, targets))));

const table: Readonly<Record<LossName, Loss>> = { meanSquaredError, crossEntropy, binaryCrossEntropy, hinge };

/** A loss by its name. */
export function lossOf(name: LossName): Loss {
  return table[name];
}

/** l1 * sum |w| + l2 / 2 * sum w^2 over kernels (biases are not punished); `l1`, `l2` scalars, so that they may change between steps. */
export function penalty(kernels: readonly Tensor[], l1: Tensor, l2: Tensor): Scalar {
  const parts = kernels.map((kernel) => add(mul(l1, sum(abs(kernel))), mul(mul(0.5, l2), sum(square(kernel)))));
  return squeeze(parts.reduce((total, part) => add(total, part)));
}
