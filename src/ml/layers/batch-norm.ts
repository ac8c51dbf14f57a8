import { add, mean, mul, rsqrt, square, sub } from '@tensorflow/tfjs-core';
import { changedOf, firstInput, variableOf, type Layer } from './layer';

/**
 * (x - mean) / sqrt(variance + epsilon) * scale + shift over all dimensions but the last. Training uses the batch's own
 * statistics and moves the running ones by 1 - momentum; evaluation uses the running ones (Ioffe & Szegedy 2015, algorithms 1
 * and 2; like Keras, and unlike the paper and PyTorch, the running variance is not multiplied by m / (m - 1)). Written from
 * mean and variance, since tfjs's fused gradient fails in training mode.
 */
export const batchNorm: Layer = {
  apply(call) {
    const x = firstInput(call);
    const momentum = Number(call.node.options['momentum'] ?? 0.9);
    const epsilon = Number(call.node.options['epsilon'] ?? 1e-5);
    const axes = x.shape.slice(0, -1).map((_, axis) => axis);
    const centre = call.training ? mean(x, axes) : variableOf(call, 'runningMean');
    const centred = sub(x, centre);
    const variance = call.training ? mean(square(centred), axes) : variableOf(call, 'runningVariance');
    if (call.training) {
      const runningMean = changedOf(call, 'runningMean');
      const runningVariance = changedOf(call, 'runningVariance');
      call.updates.push(
        { variable: runningMean, value: add(mul(runningMean, momentum), mul(centre, 1 - momentum)) },
        { variable: runningVariance, value: add(mul(runningVariance, momentum), mul(variance, 1 - momentum)) },
      );
    }
    return add(mul(mul(centred, rsqrt(add(variance, epsilon))), variableOf(call, 'scale')), variableOf(call, 'shift'));
  },
};
