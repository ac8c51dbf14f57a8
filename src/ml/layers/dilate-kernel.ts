import { pad, reshape, slice, type Tensor3D, type Tensor4D } from '@tensorflow/tfjs-core';
import { spanOf } from '../blueprint/window';
import type { WindowAxes } from '../blueprint/window-axes';

/**
 * A kernel [rows, columns, in, out] with zeros in the gaps of its dilation (Yu & Koltun 2016): the same convolution without
 * dilation, since tfjs has no gradient for dilated ones. Made of reshapes, pads and slices, whose gradients it has.
 */
export function dilateKernel(kernel: Tensor4D, { rows, columns }: WindowAxes): Tensor4D {
  if (rows.dilation === 1 && columns.dilation === 1) return kernel;
  const [height, width, inputs, outputs] = kernel.shape;
  const pixel = inputs * outputs;
  // Zeros behind each row, and the last row's dropped again; then the same for each pixel of the rows.
  const rowsApart = pad<Tensor3D>(reshape(kernel, [height, 1, width * pixel]), [
    [0, 0],
    [0, rows.dilation - 1],
    [0, 0],
  ]);
  const tall = slice(reshape(rowsApart, [height * rows.dilation, width * pixel]), [0, 0], [spanOf(rows), width * pixel]);
  const pixelsApart = pad<Tensor4D>(reshape(tall, [spanOf(rows), width, 1, pixel]), [
    [0, 0],
    [0, 0],
    [0, columns.dilation - 1],
    [0, 0],
  ]);
  const wide = slice(
    reshape(pixelsApart, [spanOf(rows), width * columns.dilation, pixel]),
    [0, 0, 0],
    [spanOf(rows), spanOf(columns), pixel],
  );
  return reshape(wide, [spanOf(rows), spanOf(columns), inputs, outputs]);
}
