import { add, mean, mul, reshape, rsqrt, square, sub } from '@tensorflow/tfjs-core';
import { firstInput, variableOf, type Layer } from './layer';

/** (x - mean) / sqrt(variance + epsilon) * scale + shift, each sample's groups of channels over all places (Wu & He 2018). */
export const groupNorm: Layer = {
  apply(call) {
    const x = firstInput(call);
    const [batch = 1, channels = 1] = [x.shape[0], x.shape.at(-1)];
    const groups = Number(call.node.options['groups']);
    const places = x.size / batch / channels;
    const apart = reshape(x, [batch, places, groups, channels / groups]);
    const centred = sub(apart, mean(apart, [1, 3], true));
    const deviation = rsqrt(add(mean(square(centred), [1, 3], true), Number(call.node.options['epsilon'] ?? 1e-5)));
    return add(mul(reshape(mul(centred, deviation), x.shape), variableOf(call, 'scale')), variableOf(call, 'shift'));
  },
};
