/** Layers without weights over the steps of a sequence. */
import type { PrintedNode } from '../nodes';
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

const countOf = ({ node }: PrintedNode): number => Number(node.options['count']);

/** A window over the last steps. */
export const lastSteps: LayerCode = {
  tfjs: (one, _index, sources) => `new LastSteps(${countOf(one)}).apply(${listed(sources)})`,
  keras: (one, _index, from) => `${from}[:, -${countOf(one)}:]`,
  pytorch: { expression: (one) => `${one.from.join()}[:, -${countOf(one)}:]` },
  helpers: {
    tfjs: {
      LastSteps: [
        'class LastSteps extends tf.layers.Layer {',
        "  static className = 'LastSteps';",
        '  constructor(count) { super({}); this.count = count; }',
        '  computeOutputShape([n, , ...rest]) { return [n, this.count, ...rest]; }',
        '  call(inputs) {',
        '    const [x] = [inputs].flat(), [n, steps, ...rest] = x.shape;',
        '    return tf.slice(x, [0, steps - this.count], [n, this.count, ...rest]);',
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

const shapeOf = ({ shape }: PrintedNode): string => shape.join(', ');

/** Each step as several: the same numbers in another shape. */
export const splitSteps: LayerCode = {
  tfjs: (one, _index, sources) => `tf.layers.reshape({ targetShape: [${shapeOf(one)}] }).apply(${listed(sources)})`,
  keras: (one, _index, from) => `layers.Reshape((${shapeOf(one)}))(${from})`,
  pytorch: { expression: (one) => `${one.from.join()}.reshape(-1, ${shapeOf(one)})` },
};

/** The mean over the steps. */
export const averageSteps: LayerCode = {
  tfjs: (_one, _index, sources) => `tf.layers.globalAveragePooling1d({}).apply(${listed(sources)})`,
  keras: (_one, _index, from) => `layers.GlobalAveragePooling1D()(${from})`,
  pytorch: { expression: ({ from }) => `${from.join()}.mean(1)` },
};

/** One vector at every step. */
export const repeat: LayerCode = {
  tfjs: (one, _index, sources) => `tf.layers.repeatVector({ n: ${countOf(one)} }).apply(${listed(sources)})`,
  keras: (one, _index, from) => `layers.RepeatVector(${countOf(one)})(${from})`,
  pytorch: { expression: (one) => `${one.from.join()}[:, None].expand(-1, ${countOf(one)}, -1)` },
};
