/** Shares of right answers. */
import { argMax, cast, equal, greaterEqual, mean, type Scalar, type Tensor } from '@tensorflow/tfjs-core';

/** Share of samples whose score has the sign of its label (-1 or +1); a score of 0 counts as +1. */
export function signAccuracy(scores: Tensor, labels: Tensor): Scalar {
  return mean(cast(equal(greaterEqual(scores, 0), greaterEqual(labels, 0)), 'float32'));
}

/** Share of samples whose largest output stands at the one of the target row. */
export function classAccuracy(outputs: Tensor, targets: Tensor): Scalar {
  return mean(cast(equal(argMax(outputs, -1), argMax(targets, -1)), 'float32'));
}
