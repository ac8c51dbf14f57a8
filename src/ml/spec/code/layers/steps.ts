/** Layers without weights over the steps of a sequence. */
import type { Helpers, LayerCode } from './layer-code';
import { listed } from './layer-code';

/** tfjs has no layer that turns a sequence. */
export const REVERSE: Helpers = {
  Reverse: [
    'class Reverse extends tf.layers.Layer {',
    "  static className = 'Reverse';",
    '  computeOutputShape(shape) { return shape; }',
    '  call(x) { return tf.reverse([x].flat()[0], 1); }',
    '}',
  ],
};

/** The last step by its index, where a framework can be asked so. */
export const lastStep: LayerCode = {
  tfjs: (_one, _index, sources) => `new LastStep().apply(${listed(sources)})`,
  keras: (_one, _index, from) => `${from}[:, -1]`,
  pytorch: { expression: ({ from }) => `${from.join()}[:, -1]` },
  helpers: {
    tfjs: {
      LastStep: [
        'class LastStep extends tf.layers.Layer {',
        "  static className = 'LastStep';",
        '  computeOutputShape([n, , ...rest]) { return [n, ...rest]; }',
        '  call(inputs) {',
        '    const [x] = [inputs].flat(), [n, steps, ...rest] = x.shape;',
        '    return tf.reshape(tf.slice(x, [0, steps - 1], [n, 1]), [n, ...rest]);',
        '  }',
        '}',
      ],
    },
  },
};

export const reverse: LayerCode = {
  tfjs: (_one, _index, sources) => `new Reverse().apply(${listed(sources)})`,
  keras: (_one, _index, from) => `ops.flip(${from}, axis=1)`,
  pytorch: { expression: ({ from }) => `${from.join()}.flip(1)` },
  helpers: { tfjs: REVERSE },
};
