import { at } from '../../../../base/at';
import type { PrintedNode } from '../nodes';
import { listed, plainModule, type LayerCode } from './layer-code';

const settingsOf = ({ node }: PrintedNode): { readonly groups: number; readonly epsilon: number } => ({
  groups: Number(node.options['groups']),
  epsilon: Number(node.options['epsilon'] ?? 1e-5),
});

/** tfjs has no layer for it, so its program brings one; PyTorch has the channels of a sequence last, which a class of ours turns. */
export const groupNorm: LayerCode = {
  tfjs(one, _index, sources) {
    const { groups, epsilon } = settingsOf(one);
    return `new GroupNorm({ groups: ${groups}, epsilon: ${epsilon} }).apply(${listed(sources)})`;
  },
  keras(one, _index, from) {
    const { groups, epsilon } = settingsOf(one);
    return `layers.GroupNormalization(${groups}, epsilon=${epsilon})(${from})`;
  },
  pytorch: {
    module(one) {
      const { groups, epsilon } = settingsOf(one);
      const name = one.inputShape.length === 2 ? 'SequenceGroupNorm' : 'nn.GroupNorm';
      return plainModule(`${name}(${groups}, ${at(one.inputShape, -1)}, eps=${epsilon})`);
    },
  },
  helpers: {
    tfjs: {
      GroupNorm: [
        'class GroupNorm extends tf.layers.Layer {',
        "  static className = 'GroupNorm';",
        '  constructor({ groups, epsilon }) { super({}); Object.assign(this, { groups, epsilon }); }',
        '  build(shape) {',
        '    const channels = [shape].flat(Infinity).at(-1);',
        "    this.gamma = this.addWeight('gamma', [channels], 'float32', tf.initializers.ones());",
        "    this.beta = this.addWeight('beta', [channels], 'float32', tf.initializers.zeros());",
        '    super.build(shape);',
        '  }',
        '  call(inputs) {',
        '    const [x] = [inputs].flat(), n = x.shape[0], channels = x.shape.at(-1);',
        '    const apart = tf.reshape(x, [n, -1, this.groups, channels / this.groups]);',
        '    const { mean, variance } = tf.moments(apart, [1, 3], true);',
        '    const normed = tf.reshape(tf.div(tf.sub(apart, mean), tf.sqrt(tf.add(variance, this.epsilon))), x.shape);',
        '    return tf.add(tf.mul(normed, this.gamma.read()), this.beta.read());',
        '  }',
        '}',
      ],
    },
    pytorch: {
      SequenceGroupNorm: [
        'class SequenceGroupNorm(nn.GroupNorm):',
        '    def forward(self, x):',
        '        return super().forward(x.transpose(1, 2)).transpose(1, 2)',
      ],
    },
  },
};
