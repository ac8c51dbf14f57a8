import { add, mean, mul, rsqrt, square, sub } from '@tensorflow/tfjs-core';
import { firstInput, variableOf, type Layer } from './layer';

/** (x - mean) / sqrt(variance + epsilon) * scale + shift, each sample by its own last dimension (Ba et al. 2016, equation 4). */
export const layerNorm: Layer = {
  apply(call) {
    const x = firstInput(call);
    const centred = sub(x, mean(x, -1, true));
    const deviation = rsqrt(add(mean(square(centred), -1, true), Number(call.node.options['epsilon'] ?? 1e-5)));
    return add(mul(mul(centred, deviation), variableOf(call, 'scale')), variableOf(call, 'shift'));
  },
};
