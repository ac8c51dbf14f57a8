import { abs, mul, relu, sign, sub, type Tensor } from '@tensorflow/tfjs-core';

/**
 * Each number brought nearer to 0 by `by`, and to 0 itself where it is no farther: the proximal step of by * |w|, that is, the v with the
 * least |v - w|^2 / 2 + by * |v|.
 */
export function softThreshold(weight: Tensor, by: Tensor): Tensor {
  return mul(sign(weight), relu(sub(abs(weight), by)));
}
