import { add, div, elu, erf, maximum, mul, relu, sigmoid, softplus, tanh, type Tensor } from '@tensorflow/tfjs-core';
import { isActivationName, LEAK, type ActivationName } from '../blueprint/activations';
import type { Layer } from './layer';
import { firstInput } from './layer';

/** An activation as tfjs ops: the same function as its closed form in `blueprint/activations`. */
export function activate(name: ActivationName, x: Tensor): Tensor {
  switch (name) {
    case 'identity':
      return x;
    case 'sigmoid':
      return sigmoid(x);
    case 'tanh':
      return tanh(x);
    case 'relu':
      return relu(x);
    case 'leakyRelu':
      return maximum(mul(x, LEAK), x);
    case 'elu':
      return elu(x);
    // Exact GELU, x * Phi(x) (Hendrycks & Gimpel 2016), not its tanh approximation.
    case 'gelu':
      return mul(x, mul(0.5, add(1, erf(div(x, Math.SQRT2)))));
    case 'silu':
      return mul(x, sigmoid(x));
    case 'softplus':
      return softplus(x);
  }
}

export const activation: Layer = {
  stacked: true,
  apply(call) {
    const name = call.node.options['activation'];
    return activate(isActivationName(name) ? name : 'identity', firstInput(call));
  },
};
