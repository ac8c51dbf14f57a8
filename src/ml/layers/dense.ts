import { at } from '../../base/at';
import { add, expandDims, matMul, reshape, type Tensor } from '@tensorflow/tfjs-core';
import { firstInput, variableOf, type Layer, type LayerCall } from './layer';

/** Every member of a population by weights of its own: x [members, batch, in] or [batch, in], W [members, in, units], b [members, units]. */
function applyStacked(call: LayerCall, x: Tensor, kernel: Tensor): Tensor {
  const product = matMul(x.rank === 2 ? expandDims(x, 0) : x, kernel);
  const { bias } = call.variables;
  return bias === undefined ? product : add(product, expandDims(bias, 1));
}

/** y = x W + b over the last dimension; x [batch, …, in], W [in, units], b [units]. */
export const dense: Layer = {
  stacked: true,
  apply(call) {
    const x = firstInput(call);
    const kernel = variableOf(call, 'kernel');
    if (kernel.rank === 3) return applyStacked(call, x, kernel);
    const [fan, units] = [at(kernel.shape, 0), at(kernel.shape, 1)];
    const flat = x.rank === 2 ? x : reshape(x, [-1, fan]);
    const product = matMul(flat, kernel);
    const sum = call.variables['bias'] === undefined ? product : add(product, call.variables['bias']);
    return x.rank === 2 ? sum : reshape(sum, [...x.shape.slice(0, -1), units]);
  },
};
