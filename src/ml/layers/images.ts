import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';

function hasFourDimensions(tensor: Tensor): tensor is Tensor4D {
  return tensor.rank === 4;
}

/**
 * A tensor as one of four dimensions (images [batch, rows, columns, channels] or a convolution's kernel), which is all that its
 * type did not say.
 * @throws Error that names the shape where it has more or fewer.
 */
export function asFourDimensional(tensor: Tensor): Tensor4D {
  if (!hasFourDimensions(tensor)) throw new Error(`the shape [${tensor.shape.join(', ')}] should have four dimensions`);
  return tensor;
}
