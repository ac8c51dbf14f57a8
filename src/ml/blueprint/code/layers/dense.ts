import { at } from '../../../../base/at';
import { kerasWeights } from '../network/keras-weights';
import { fillKernelAndBias } from '../network/pytorch-weights';
import { tfjsWeights } from '../network/tfjs-weights';
import { listed, plainModule, type LayerCode } from './layer-code';

/** PyTorch has the channels of an image first, where a dense layer is a convolution of single pixels. */
export const dense: LayerCode = {
  tfjs: (one, index, sources) => `tf.layers.dense({ units: ${one.units}, ${tfjsWeights(one, index + 1)} }).apply(${listed(sources)})`,
  keras: (one, index, from, penalties) => `layers.Dense(${one.units}, ${kerasWeights(one, index, 'kernel', penalties)})(${from})`,
  pytorch: {
    module(one) {
      const width = at(one.inputShape, -1);
      const bias = one.useBias ? '' : ', bias=False';
      const isImage = one.inputShape.length === 3;
      return plainModule(isImage ? `nn.Conv2d(${width}, ${one.units}, 1${bias})` : `nn.Linear(${width}, ${one.units}${bias})`);
    },
    fill: fillKernelAndBias,
  },
};
