import { at } from '../../../../base/at';
import type { PrintedNode } from '../nodes';
import { kerasWeights } from '../network/keras-weights';
import { padded as kerasPadded, windowed as kerasWindow } from '../network/keras-windows';
import { fillKernelAndBias } from '../network/pytorch-weights';
import { convolution } from '../network/pytorch-windows';
import { tfjsWeights } from '../network/tfjs-weights';
import { padded, windowed } from '../network/tfjs-windows';
import { listed, type LayerCode } from './layer-code';
import { PAD } from './pad';

const multiplierOf = ({ node }: PrintedNode): number => Number(node.options['multiplier'] ?? 1);

/** PyTorch has no layer for it but convolution in as many groups as there are channels. */
export const depthwiseConv2d: LayerCode = {
  tfjs(one, index, sources) {
    const layer = `tf.layers.depthwiseConv2d({ ${windowed(one, 'kernelSize')}, depthMultiplier: ${multiplierOf(one)}, ${tfjsWeights(one, index + 1, 'depthwise')} })`;
    return `${layer}.apply(${padded(one, listed(sources), '0')})`;
  },
  keras(one, index, from, penalties) {
    const weights = kerasWeights(one, index, 'depthwise', penalties);
    return `layers.DepthwiseConv2D(${kerasWindow(one)}, depth_multiplier=${multiplierOf(one)}, ${weights})(${kerasPadded(one, from, '0')})`;
  },
  pytorch: {
    module(one) {
      const channels = at(one.inputShape, -1);
      return convolution(one, channels * multiplierOf(one), channels);
    },
    fill: fillKernelAndBias,
  },
  helpers: { tfjs: PAD },
};
