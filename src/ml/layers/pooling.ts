import { avgPool, maxPool as poolMaxima, mean, mul, pad, tensor, type Tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import { poolingAxes } from '../blueprint/layers/pooling';
import type { WindowAxes, WindowAxis } from '../blueprint/window-axes';
import { imagesOf, paddingOf } from './images';
import type { Layer } from './layer';

const sizesOf = ({ rows, columns }: WindowAxes): [number, number] => [rows.size, columns.size];
const stridesOf = ({ rows, columns }: WindowAxes): [number, number] => [rows.stride, columns.stride];

/** Of each window the largest. */
export const maxPool: Layer = {
  apply(call) {
    const { x, shape } = imagesOf(call);
    const axes = poolingAxes(call.node, [shape]);
    return poolMaxima(x, sizesOf(axes), stridesOf(axes), paddingOf(axes));
  },
};

/** How many places of each window lie in the image. */
function places({ output, stride, before, size, input }: WindowAxis): number[] {
  return Array.from({ length: output }, (_, i) => {
    const start = i * stride - before;
    return Math.min(start + size, input) - Math.max(start, 0);
  });
}

/** [1, rows, columns, 1]: the window's size over its places in the image. */
function corrections({ rows, columns }: WindowAxes): Tensor {
  const across = places(columns);
  const factors = places(rows).flatMap((down) => across.map((wide) => (rows.size * columns.size) / (down * wide)));
  return tensor(factors, [1, rows.output, columns.output, 1]);
}

/**
 * Of each window the mean over the image. Padding is put there as zeros and made up for afterwards, since tfjs's own gradient of
 * padded averages counts the padding that its forward pass leaves out.
 */
export const averagePool: Layer = {
  apply(call) {
    const { x, shape } = imagesOf(call);
    const axes = poolingAxes(call.node, [shape]);
    const padding = paddingOf(axes);
    const padded = padding === 'valid' ? x : pad<Tensor4D>(x, padding);
    const means = avgPool(padded, sizesOf(axes), stridesOf(axes), 'valid');
    return padding === 'valid' ? means : mul(means, corrections(axes));
  },
};

/** Of each channel the mean over rows and columns. */
export const globalAveragePool: Layer = { apply: (call) => mean(imagesOf(call).x, [1, 2]) };
