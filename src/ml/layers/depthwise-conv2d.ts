import { add, depthwiseConv2d as convolve } from '@tensorflow/tfjs-core';
import { windowAxes } from '../blueprint/window';
import { dilateKernel } from './dilate-kernel';
import { asFourDimensional, imagesOf, paddingOf } from './images';
import { variableOf, type Layer } from './layer';

/** y[r, c, m q + k] = b[m q + k] + sum over i, j of x[r s + i d - p, c s + j d - p, m] W[i, j, m, k], with q kernels a channel. */
export const depthwiseConv2d: Layer = {
  apply(call) {
    const { x, shape } = imagesOf(call);
    const axes = windowAxes(call.node, [shape]);
    const kernel = dilateKernel(asFourDimensional(variableOf(call, 'kernel')), axes);
    const maps = convolve(x, kernel, [axes.rows.stride, axes.columns.stride], paddingOf(axes));
    return call.variables['bias'] === undefined ? maps : add(maps, call.variables['bias']);
  },
};
