/** Shares of right answers. */
import { argMax, cast, div, equal, greaterEqual, mean, mul, sum, type Scalar, type Tensor } from '@tensorflow/tfjs-core';

/** Share of samples whose score has the sign of its label (-1 or +1); a score of 0 counts as +1. */
export function signAccuracy(scores: Tensor, labels: Tensor): Scalar {
  return mean(cast(equal(greaterEqual(scores, 0), greaterEqual(labels, 0)), 'float32'));
}

/**
 * Share of samples whose largest output stands at the target: the one of a row of as many numbers, or a class as a whole number.
 * @param weights how much each place of the targets counts, as the loss takes it.
 */
export function classAccuracy(outputs: Tensor, targets: Tensor, weights?: Tensor): Scalar {
  const classes = targets.rank < outputs.rank ? cast(targets, 'int32') : argMax(targets, -1);
  const right = cast(equal(argMax(outputs, -1), classes), 'float32');
  return weights === undefined ? mean(right) : div<Scalar>(sum(mul(right, weights)), sum(weights));
}
