/** Losses, each a mean over the batch. They take what the last dense layer gives (logits or values), not probabilities. */
import {
  abs,
  add,
  cast,
  div,
  expandDims,
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
  type Tensor1D,
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

/** A loss before its mean is taken, and what is made of the mean. */
interface Rule {
  /** Of each number, [batch, …, k], or of each place, [batch, …]. */
  readonly values: (outputs: Tensor, targets: Tensor) => Tensor;
  readonly ofMean: <T extends Tensor>(mean: T) => T;
}

const asItIs = <T extends Tensor>(mean: T): T => mean;

const rules: Readonly<Record<LossName, Rule>> = {
  // Half the mean squared difference, as in the chapter: 1/2 mean (y - t)^2; targets [batch, …, k].
  meanSquaredError: { values: (outputs, targets) => square(sub(outputs, targets)), ofMean: (mean) => mul(0.5, mean) },
  // -mean log softmax(z)[class]; targets one-hot [batch, …, k], or the classes themselves as whole numbers [batch, …].
  crossEntropy: {
    values(outputs, targets) {
      const classes = at(outputs.shape, -1);
      const shares = targets.rank < outputs.rank ? cast(oneHot(cast(targets, 'int32'), classes), 'float32') : targets;
      return sum(mul(logSoftmax(outputs), shares), -1);
    },
    ofMean: (mean) => neg(mean),
  },
  // mean log(1 + exp(-t z)) for labels t of -1 and +1: cross-entropy of sigmoid(z), stable for large |z|.
  binaryCrossEntropy: { values: (outputs, targets) => softplus(neg(mul(outputs, targets))), ofMean: asItIs },
  // mean max(0, 1 - t z) for labels t of -1 and +1 (Cortes & Vapnik 1995); for k outputs, targets are -1 and +1 each.
  hinge: { values: (outputs, targets) => relu(sub(1, mul(outputs, targets))), ofMean: asItIs },
};

/** A loss by its name. */
export function lossOf(name: LossName): Loss {
  const { values, ofMean } = rules[name];
  return (outputs, targets, weights) => ofMean(weighed(values(outputs, targets), weights));
}

/**
 * The loss of every member of a population by itself, [members], from outputs [members, batch, k]. Targets are [batch, k], or
 * [members, batch, k] where each member has its own; classes are one-hot.
 */
export function memberLossesOf(name: LossName): (outputs: Tensor, targets: Tensor) => Tensor1D {
  const { values, ofMean } = rules[name];
  return (outputs, targets) => {
    // What all members share has a dimension less: as members' own it is told from classes as whole numbers.
    const each = values(outputs, targets.rank < outputs.rank ? expandDims(targets, 0) : targets);
    return ofMean(
      mean<Tensor1D>(
        each,
        Array.from({ length: each.rank - 1 }, (_, axis) => axis + 1),
      ),
    );
  };
}

/** l1 * sum |w| + l2 / 2 * sum w^2 over kernels (biases are not punished); `l1`, `l2` scalars, so that they may change between steps. */
export function penalty(kernels: readonly Tensor[], l1: Tensor, l2: Tensor): Scalar {
  const parts = kernels.map((kernel) => add(mul(l1, sum(abs(kernel))), mul(mul(0.5, l2), sum(square(kernel)))));
  return squeeze(parts.reduce((total, part) => add(total, part)));
}
