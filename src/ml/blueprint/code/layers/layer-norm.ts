import { at } from '../../../../base/at';
import type { PrintedNode } from '../nodes';
import { listed, plainModule, type LayerCode } from './layer-code';

const epsilonOf = ({ node }: PrintedNode): number => Number(node.options['epsilon'] ?? 1e-5);

/** PyTorch has the channels of an image first, where a class of ours turns it. */
export const layerNorm: LayerCode = {
  tfjs: (one, _index, sources) => `tf.layers.layerNormalization({ epsilon: ${epsilonOf(one)} }).apply(${listed(sources)})`,
  keras: (one, _index, from) => `layers.LayerNormalization(epsilon=${epsilonOf(one)})(${from})`,
  pytorch: {
    module(one) {
      const name = one.inputShape.length === 3 ? 'ChannelNorm' : 'nn.LayerNorm';
      return plainModule(`${name}(${at(one.inputShape, -1)}, eps=${epsilonOf(one)})`);
    },
  },
  helpers: {
    pytorch: {
      ChannelNorm: [
        'class ChannelNorm(nn.LayerNorm):',
        '    def forward(self, x):',
        '        return super().forward(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)',
      ],
    },
  },
};
