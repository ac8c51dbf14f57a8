/** Losses, each a mean over the batch. They take what the last dense layer gives (logits or values), not probabilities. */
import {
  abs,
  add,
  cast,
  div,
  logSoftmax,
  mean,
  mul,
  neg,
  oneHot,
  relu,
  softplus,
  square,
  squeeze,
  sub,
  sum,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import type { LossName } from '../blueprint/loss-names';

/**
 * A loss of outputs [batch, …, k] against targets.
 * @param weights how much each place [batch, …] counts: 0 for one that is padding. The mean is over the weights then.
 */
export type Loss = (outputs: Tensor, targets: Tensor, weights?: Tensor) => Scalar;

/** A mean over all numbers, or over places by their weights: `values` is [batch, …, k], or [batch, …] as the weights are. */
function weighed(values: Tensor, weights: Tensor | undefined): Scalar {
  if (weights === undefined) return mean(values);
  const byPlace = values.rank > weights.rank ? mean(values, -1) : values;
  return div<Scalar>(sum(mul(byPlace, weights)), sum(weights));
}

/** Half the mean squared difference, as in the chapter: 1/2 mean (y - t)^2; targets [batch, …, k]. */
const meanSquaredError: Loss = (outputs, targets, weights) => mul(0.5, weighed(square(sub(outputs, targets)), weights));

/** -mean log softmax(z)[class]; targets one-hot [batch, …, k], or the classes themselves as whole numbers [batch, …]. */
const crossEntropy: Loss = (outputs, targets, weights) => {
  const classes = at(outputs.shape, -1);
  const shares = targets.rank < outputs.rank ? cast(oneHot(cast(targets, 'int32'), classes), 'float32') : targets;
  return neg(weighed(sum(mul(logSoftmax(outputs), shares), -1), weights));
};

/** mean log(1 + exp(-t z)) for labels t of -1 and +1: cross-entropy of sigmoid(z), stable for large |z|. */
const binaryCrossEntropy: Loss = (outputs, targets, weights) => weighed(softplus(neg(mul(outputs, targets))), weights);

/** mean max(0, 1 - t z) for labels t of -1 and +1 (Cortes & Vapnik 1995); for k outputs, targets are -1 and +1 each. */
const hinge: Loss = (outputs, targets, weights) => weighed(relu(sub(1, mul(outputs, targets))), weights);

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
