/** What layers over images share on tfjs's side. */
import type { Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { WindowAxes } from '../blueprint/window-axes';
import { firstInput, type LayerCall } from './layer';

function hasFourDimensions(tensor: Tensor): tensor is Tensor4D {
  return tensor.rank === 4;
}

/**
 * A tensor as one of four dimensions (images [batch, rows, columns, channels] or a convolution's kernel), which is all that its
 * type did not say.
 * @throws Error that names the shape where it has more or fewer.
 */
export function asFourDimensional(tensor: Tensor): Tensor4D {
  if (!hasFourDimensions(tensor)) throw new Error(`the shape [${tensor.shape.join(', ')}] should have four dimensions`);
  return tensor;
}

/** A layer's images [batch, rows, columns, channels], and their shape without the batch. */
export function imagesOf(call: LayerCall): { readonly x: Tensor4D; readonly shape: readonly number[] } {
  const x = asFourDimensional(firstInput(call));
  return { x, shape: x.shape.slice(1) };
}

/** Padding in the form of tfjs's convolutions and pools. */
export type Padding = 'valid' | [[number, number], [number, number], [number, number], [number, number]];

/** A window's padding for tfjs: pixels on each side, which unlike its one number holds for windows that are not square. */
export function paddingOf({ rows, columns }: WindowAxes): Padding {
  if (rows.before + rows.after + columns.before + columns.after === 0) return 'valid';
  return [
    [0, 0],
    [rows.before, rows.after],
    [columns.before, columns.after],
    [0, 0],
  ];
}
