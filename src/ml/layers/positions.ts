import { add, tensor } from '@tensorflow/tfjs-core';
import { positionsOf, sinusoids } from '../blueprint/layers/positions';
import { firstInput, variableOf, type Layer } from './layer';

/** x + p, the same positions for every sample. */
export const positions: Layer = {
  apply(call) {
    const x = firstInput(call);
    const { kind, steps, width } = positionsOf(call.node, [x.shape.slice(1)]);
    return add(x, kind === 'learned' ? variableOf(call, 'table') : tensor(sinusoids(steps, width), [steps, width]));
  },
};
