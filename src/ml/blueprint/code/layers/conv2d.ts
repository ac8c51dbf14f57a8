import { at } from '../../../../base/at';
import type { PrintedNode } from '../nodes';
import { kerasWeights } from '../network/keras-weights';
import { padded as kerasPadded, windowed as kerasWindow } from '../network/keras-windows';
import { fillKernelAndBias } from '../network/pytorch-weights';
import { convolution as pytorchConvolution } from '../network/pytorch-windows';
import { tfjsWeights } from '../network/tfjs-weights';
import { padded, windowed } from '../network/tfjs-windows';
import { listed, type LayerCode } from './layer-code';
import { PAD } from './pad';

/** tfjs has no groups: each is a convolution of its own, on a share of the channels. */
function tfjsConvolution(one: PrintedNode, index: number, from: string): string {
  const filters = Number(one.node.options['filters']);
  const groups = Number(one.node.options['groups'] ?? 1);
  const channels = at(one.inputShape, -1) / groups;
  const source = padded(one, from, '0');
  const kernel = [...(one.kernel?.shape ?? []).slice(0, -1), filters / groups];
  const dilated = one.window !== undefined && (one.window.rows.dilation > 1 || one.window.columns.dilation > 1);
  const group = (i: number): string => {
    const layer = `${dilated ? 'new Dilated' : 'tf.layers.conv2d'}({ filters: ${filters / groups}, ${windowed(one, 'kernelSize')}, ${tfjsWeights(one, index + 1 + 1000 * i, 'kernel', kernel)} })`;
    return `${layer}.apply(${groups === 1 ? source : `new Channels({ from: ${i * channels}, count: ${channels} }).apply(${source})`})`;
  };
  if (groups === 1) return group(0);
  return `tf.layers.concatenate().apply([${Array.from({ length: groups }, (_, i) => group(i)).join(', ')}])`;
}

/** PyTorch's weights are [filters, channels, rows, columns]; the rules that fill them count fans as ours do. */
export const conv2d: LayerCode = {
  tfjs: (one, index, sources) => tfjsConvolution(one, index, listed(sources)),
  keras(one, index, from, penalties) {
    const groups = Number(one.node.options['groups'] ?? 1);
    const shared = groups === 1 ? '' : `groups=${groups}, `;
    return `layers.Conv2D(${Number(one.node.options['filters'])}, ${kerasWindow(one)}, ${shared}${kerasWeights(one, index, 'kernel', penalties)})(${kerasPadded(one, from, '0')})`;
  },
  pytorch: {
    module: (one) => pytorchConvolution(one, Number(one.node.options['filters']), Number(one.node.options['groups'] ?? 1)),
    fill: fillKernelAndBias,
  },
  helpers: {
    tfjs: {
      Dilated: [
        '// tfjs has no gradient of a dilated convolution: zeros in the gaps of the kernel make it a plain one.',
        'class Dilated extends tf.layers.conv2d({ filters: 1, kernelSize: 1 }).constructor {',
        "  static className = 'Dilated';",
        '  call(inputs) {',
        '    const kernel = this.kernel.read(), [rows, columns] = this.dilationRate, [h, w, i, o] = kernel.shape;',
        '    const apart = (matrix, gap) => {',
        '      const [count, rest] = matrix.shape;',
        '      const spread = tf.pad(tf.reshape(matrix, [count, 1, rest]), [[0, 0], [0, gap - 1], [0, 0]]);',
        '      return tf.slice(tf.reshape(spread, [count * gap, rest]), [0, 0], [(count - 1) * gap + 1, rest]);',
        '    };',
        '    const turned = (matrix, down, across) => tf.transpose(tf.reshape(matrix, [down, across, i * o]), [1, 0, 2]);',
        '    const height = (h - 1) * rows + 1, width = (w - 1) * columns + 1;',
        '    const tall = turned(apart(tf.reshape(kernel, [h, w * i * o]), rows), height, w);',
        '    const wide = turned(apart(tf.reshape(tall, [w, height * i * o]), columns), width, height);',
        '    const maps = tf.conv2d([inputs].flat()[0], tf.reshape(wide, [height, width, i, o]), this.strides, this.padding);',
        '    return this.bias ? tf.add(maps, this.bias.read()) : maps;',
        '  }',
        '}',
      ],
      Channels: [
        'class Channels extends tf.layers.Layer {',
        "  static className = 'Channels';",
        '  constructor({ from, count }) { super({}); Object.assign(this, { from, count }); }',
        '  computeOutputShape(shape) { return [...shape.slice(0, -1), this.count]; }',
        '  call(x) { return tf.slice([x].flat()[0], [0, 0, 0, this.from], [-1, -1, -1, this.count]); }',
        '}',
      ],
      ...PAD,
    },
  },
};
