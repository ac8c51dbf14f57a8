import { mul } from '@tensorflow/tfjs-core';
import { firstInput, type Layer } from './layer';

/** Times a mask of 0 and 1 / (1 - rate) in training, nothing at evaluation: the mean is kept (chapter tricks). */
export const dropout: Layer = {
  apply(call) {
    const x = firstInput(call);
    if (!call.training || call.mask === undefined) return x;
    const rate = Number(call.node.options['rate']);
    return mul(x, mul(call.mask, 1 / (1 - rate)));
  },
  keep: (node) => 1 - Number(node.options['rate']),
};
