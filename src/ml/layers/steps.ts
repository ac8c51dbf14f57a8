import { at } from '../../base/at';
import { broadcastTo, mean, reshape, reverse as turn, slice } from '@tensorflow/tfjs-core';
import { keptSteps, partsOf } from '../blueprint/layers/steps';
import { firstInput, type Layer } from './layer';

/** x [batch, steps, …] -> [batch, …] of the last step. */
export const lastStep: Layer = {
  apply(call) {
    const x = firstInput(call);
    const [batch, steps] = [at(x.shape, 0), at(x.shape, 1)];
    const rest = x.shape.slice(2);
    return reshape(slice(x, [0, steps - 1, ...rest.map(() => 0)], [batch, 1, ...rest]), [batch, ...rest]);
  },
};

/** x [batch, steps, …] -> [batch, count, …] of the last steps. */
export const lastSteps: Layer = {
  apply(call) {
    const x = firstInput(call);
    const [batch, steps] = [at(x.shape, 0), at(x.shape, 1)];
    const rest = x.shape.slice(2);
    const count = keptSteps(call.node, [x.shape.slice(1)]);
    return slice(x, [0, steps - count, ...rest.map(() => 0)], [batch, count, ...rest]);
  },
};

/** The steps from the last to the first. */
export const reverse: Layer = { apply: (call) => turn(firstInput(call), 1) };

/** x [batch, steps, features] -> [batch, steps * parts, features / parts]: each step as several. */
export const splitSteps: Layer = {
  apply(call) {
    const x = firstInput(call);
    const [batch, steps, features] = [at(x.shape, 0), at(x.shape, 1), at(x.shape, 2)];
    const parts = partsOf(call.node, [x.shape.slice(1)]);
    return reshape(x, [batch, steps * parts, features / parts]);
  },
};

/** x [batch, steps, features] -> [batch, features]: the mean over the steps. */
export const averageSteps: Layer = { apply: (call) => mean(firstInput(call), 1) };

/** x [batch, features] -> [batch, count, features]: the same at every step. */
export const repeat: Layer = {
  apply(call) {
    const x = firstInput(call);
    const [batch, features] = [at(x.shape, 0), at(x.shape, 1)];
    return broadcastTo(reshape(x, [batch, 1, features]), [batch, Number(call.node.options['count']), features]);
  },
};
