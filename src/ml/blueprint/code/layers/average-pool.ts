import { padded as kerasPadded, windowed as kerasWindow } from '../network/keras-windows';
import { pooling } from '../network/pytorch-windows';
import { isPadded, pads, windowed } from '../network/tfjs-windows';
import { paddingWord } from '../network/windows';
import type { PrintedNode } from '../nodes';
import { listed, plainModule, type LayerCode } from './layer-code';

function tfjsAverages(one: PrintedNode, from: string): string {
  if (one.window === undefined || !isPadded(one)) return `tf.layers.averagePooling2d({ ${windowed(one, 'poolSize')} }).apply(${from})`;
  const { rows, columns } = one.window;
  return `new MeanInImage({ size: [${rows.size}, ${columns.size}], strides: [${rows.stride}, ${columns.stride}], ${pads(one)}, shape: [${one.shape.join(', ')}] }).apply(${from})`;
}

function kerasAverages(one: PrintedNode, from: string): string {
  const layer = `layers.AveragePooling2D(${kerasWindow(one)})`;
  if (one.window === undefined || paddingWord(one.window) !== undefined) return `${layer}(${from})`;
  // The padding is not to be counted: the mean of the padded image over the share of the window that lies in it.
  return `${layer}(${kerasPadded(one, from, '0')}) / ${layer}(${kerasPadded(one, `ops.ones_like(${from})`, '0')})`;
}

/** Padding that a library has no word for is not to be counted: the mean is divided by the share of the window that lies in the image. */
export const averagePool: LayerCode = {
  tfjs: (one, _index, sources) => tfjsAverages(one, listed(sources)),
  keras: (one, _index, from) => kerasAverages(one, from),
  pytorch: { module: (one) => plainModule(pooling(one, 'Avg')) },
  helpers: {
    tfjs: {
      MeanInImage: [
        'class MeanInImage extends tf.layers.Layer {',
        "  static className = 'MeanInImage';",
        '  constructor({ size, strides, rows, columns, shape }) { super({}); Object.assign(this, { size, strides, rows, columns, shape }); }',
        '  computeOutputShape([n]) { return [n, ...this.shape]; }',
        '  call(x) {',
        "    const mean = (y) => tf.avgPool(tf.pad(y, [[0, 0], this.rows, this.columns, [0, 0]]), this.size, this.strides, 'valid');",
        '    const [image] = [x].flat();',
        '    return tf.div(mean(image), mean(tf.onesLike(image)));',
        '  }',
        '}',
      ],
    },
    pytorch: {
      MeanInImage: [
        'class MeanInImage(nn.Module):',
        '    def __init__(self, size, stride, padding):',
        '        super().__init__()',
        '        self.mean = nn.Sequential(nn.ZeroPad2d(padding), nn.AvgPool2d(size, stride))',
        '',
        '    def forward(self, x):',
        '        return self.mean(x) / self.mean(torch.ones_like(x))',
      ],
    },
  },
};
