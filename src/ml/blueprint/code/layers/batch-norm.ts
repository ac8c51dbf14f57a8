import { at } from '../../../../base/at';
import { kerasInitialiser } from '../network/keras-weights';
import { pytorchInitialise } from '../network/pytorch-weights';
import { literal, type PrintedNode } from '../nodes';
import { listed, plainModule, type LayerCode } from './layer-code';

const momentumOf = ({ node }: PrintedNode): number => Number(node.options['momentum'] ?? 0.9);
const epsilonOf = ({ node }: PrintedNode): number => Number(node.options['epsilon'] ?? 1e-5);

/** PyTorch's own cannot do with batches of one sample, where a class of ours takes its place. */
export const batchNorm: LayerCode = {
  tfjs(one, _index, sources) {
    const scale = one.scale === 1 ? '' : `, gammaInitializer: tf.initializers.constant({ value: ${literal(one.scale)} })`;
    return `tf.layers.batchNormalization({ momentum: ${momentumOf(one)}, epsilon: ${epsilonOf(one)}${scale} }).apply(${listed(sources)})`;
  },
  keras(one, index, from) {
    const scale = one.scale === 1 ? '' : `, gamma_initializer=${kerasInitialiser('constant', one.scale, index)}`;
    return `layers.BatchNormalization(momentum=${momentumOf(one)}, epsilon=${epsilonOf(one)}${scale})(${from})`;
  },
  pytorch: {
    module(one, ofOne) {
      const isImage = one.inputShape.length === 3;
      const name = ofOne && !isImage ? 'BatchNormOfOne' : `nn.BatchNorm${isImage ? 2 : 1}d`;
      // PyTorch's momentum is the share of the new value, ours that of the old one.
      return plainModule(`${name}(${at(one.inputShape, -1)}, eps=${epsilonOf(one)}, momentum=${literal(1 - momentumOf(one))})`);
    },
    fill: (one, module) => (one.scale === 1 ? [] : [pytorchInitialise(`${module}.weight`, 'constant', one.scale)]),
  },
  helpers: {
    pytorch: {
      BatchNormOfOne: [
        'class BatchNormOfOne(nn.BatchNorm1d):',
        '    def forward(self, x):',
        '        if not self.training or len(x) > 1:',
        '            return super().forward(x)',
        '        with torch.no_grad():',
        '            self.running_mean.lerp_(x[0], self.momentum)',
        '            self.running_var.mul_(1 - self.momentum)',
        '        return (x - x) * self.weight + self.bias',
      ],
    },
  },
};
