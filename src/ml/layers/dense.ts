import { at } from '../../base/at';
import { add, matMul, reshape } from '@tensorflow/tfjs-core';
import { firstInput, variableOf, type Layer } from './layer';

/** y = x W + b over the last dimension; x [batch, …, in], W [in, units], b [units]. */
export const dense: Layer = {
  apply(call) {
    const x = firstInput(call);
    const kernel = variableOf(call, 'kernel');
    const [fan, units] = [at(kernel.shape, 0), at(kernel.shape, 1)];
    const flat = x.rank === 2 ? x : reshape(x, [-1, fan]);
    const product = matMul(flat, kernel);
    const sum = call.variables['bias'] === undefined ? product : add(product, call.variables['bias']);
    return x.rank === 2 ? sum : reshape(sum, [...x.shape.slice(0, -1), units]);
  },
};
