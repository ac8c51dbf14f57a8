import { add, mean, mul, rsqrt, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import { LAYER_NORM_EPSILON } from '../blueprint/layers/layer-norm';
import { firstInput, variableOf, type Layer } from './layer';

/** (x - mean) / sqrt(variance + epsilon) * scale + shift over the last dimension (Ba et al. 2016, equation 4). @param scale, shift [width]. */
export function layerNormalised(x: Tensor, scale: Tensor, shift: Tensor, epsilon = LAYER_NORM_EPSILON): Tensor {
  const centred = sub(x, mean(x, -1, true));
  const deviation = rsqrt(add(mean(square(centred), -1, true), epsilon));
  return add(mul(mul(centred, deviation), scale), shift);
}

/** Each sample by its own last dimension. */
export const layerNorm: Layer = {
  apply(call) {
    const epsilon = Number(call.node.options['epsilon'] ?? LAYER_NORM_EPSILON);
    return layerNormalised(firstInput(call), variableOf(call, 'scale'), variableOf(call, 'shift'), epsilon);
  },
};
