import { kerasInitialiser } from '../network/keras-weights';
import { pytorchInitialise } from '../network/pytorch-weights';
import { tfjsInitialiser } from '../network/tfjs-weights';
import { positionsOf } from '../../layers/positions';
import type { PrintedNode } from '../nodes';
import { listed, plainModule, type LayerCode } from './layer-code';

function settingsOf(one: PrintedNode) {
  const { initialiser, initialScale = 0.02 } = one.node.options;
  return {
    ...positionsOf(one.node, one.inputShapes),
    rule: initialiser === undefined ? ('normal' as const) : one.initialiser,
    scale: Number(initialScale),
  };
}

/** No library has a layer that adds them, so each program brings one. */
export const positions: LayerCode = {
  tfjs(one, index, sources) {
    const { kind, steps, width, rule, scale } = settingsOf(one);
    const shape = [steps, width];
    const layer =
      kind === 'sinusoidal'
        ? 'new Sinusoids()'
        : `new Positions({ initializer: ${tfjsInitialiser(rule, scale, index + 1, { shape, drawnAs: shape })}${one.frozen ? ', trainable: false' : ''} })`;
    return `${layer}.apply(${listed(sources)})`;
  },
  keras(one, index, from) {
    const { kind, rule, scale } = settingsOf(one);
    const frozen = one.frozen ? ', trainable=False' : '';
    return kind === 'sinusoidal' ? `Sinusoids()(${from})` : `Positions(${kerasInitialiser(rule, scale, index + 1)}${frozen})(${from})`;
  },
  pytorch: {
    module(one) {
      const { kind, steps, width } = settingsOf(one);
      return plainModule(`${kind === 'sinusoidal' ? 'Sinusoids' : 'Positions'}(${steps}, ${width})`);
    },
    fill(one, module) {
      const { kind, rule, scale } = settingsOf(one);
      return kind === 'sinusoidal' ? [] : [pytorchInitialise(`${module}.weight`, rule, scale)];
    },
  },
  helpers: {
    tfjs: {
      Positions: [
        'class Positions extends tf.layers.Layer {',
        "  static className = 'Positions';",
        '  constructor({ initializer, trainable = true }) { super({ trainable }); this.initializer = initializer; }',
        '  build(shape) {',
        "    this.table = this.addWeight('embeddings', [shape].flat().slice(-2), 'float32', this.initializer);",
        '    super.build(shape);',
        '  }',
        '  call(x) { return tf.add([x].flat()[0], this.table.read()); }',
        '}',
      ],
      Sinusoids: [
        'class Sinusoids extends tf.layers.Layer {',
        "  static className = 'Sinusoids';",
        '  call(inputs) {',
        '    const [x] = [inputs].flat(), [, steps, width] = x.shape;',
        '    const angle = (t, i) => t / 10000 ** ((2 * Math.floor(i / 2)) / width);',
        '    const table = Array.from({ length: steps }, (_, t) =>',
        '      Array.from({ length: width }, (_, i) => (i % 2 === 0 ? Math.sin : Math.cos)(angle(t, i))));',
        '    return tf.add(x, tf.tensor2d(table));',
        '  }',
        '}',
      ],
    },
    keras: {
      Positions: [
        'class Positions(layers.Layer):',
        '    def __init__(self, initializer, trainable=True):',
        '        super().__init__(trainable=trainable)',
        '        self.initializer = initializer',
        '',
        '    def build(self, shape):',
        '        self.table = self.add_weight(name="embeddings", shape=shape[1:], initializer=self.initializer)',
        '',
        '    def call(self, x):',
        '        return x + self.table',
      ],
      Sinusoids: [
        'class Sinusoids(layers.Layer):',
        '    def call(self, x):',
        '        steps, width = x.shape[1:]',
        '        i = ops.arange(width)',
        '        angles = ops.cast(ops.arange(steps), "float32")[:, None] / 10000 ** (2 * ops.cast(i // 2, "float32") / width)',
        '        return x + ops.where(i % 2 == 0, ops.sin(angles), ops.cos(angles))',
      ],
    },
    pytorch: {
      Positions: [
        'class Positions(nn.Module):',
        '    def __init__(self, steps, width):',
        '        super().__init__()',
        '        self.weight = nn.Parameter(torch.empty(steps, width))',
        '',
        '    def forward(self, x):',
        '        return x + self.weight',
      ],
      Sinusoids: [
        'class Sinusoids(nn.Module):',
        '    def __init__(self, steps, width):',
        '        super().__init__()',
        '        i = torch.arange(width)',
        '        angles = torch.arange(steps)[:, None] / 10000 ** (2 * (i // 2) / width)',
        '        self.register_buffer("table", torch.where(i % 2 == 0, angles.sin(), angles.cos()))',
        '',
        '    def forward(self, x):',
        '        return x + self.table',
      ],
    },
  },
};
