import { add, concat, conv2d as convolve, split, type Tensor4D } from '@tensorflow/tfjs-core';
import { windowAxes } from '../blueprint/window';
import { dilateKernel } from './dilate-kernel';
import { asFourDimensional, imagesOf, paddingOf } from './images';
import { variableOf, type Layer } from './layer';

/**
 * y[r, c, k] = b[k] + sum over i, j, m of x[r s + i d - p, c s + j d - p, m] W[i, j, m, k] (cross-correlation, as everywhere in
 * deep learning). Groups are convolutions of their own on a share of the channels, put side by side.
 */
export const conv2d: Layer = {
  apply(call) {
    const { x, shape } = imagesOf(call);
    const axes = windowAxes(call.node, [shape]);
    const padding = paddingOf(axes);
    const strides: [number, number] = [axes.rows.stride, axes.columns.stride];
    const kernel = dilateKernel(asFourDimensional(variableOf(call, 'kernel')), axes);
    const groups = Number(call.node.options['groups'] ?? 1);
    const filters = groups === 1 ? [kernel] : split<Tensor4D>(kernel, groups, 3);
    const images = groups === 1 ? [x] : split<Tensor4D>(x, groups, 3);
    const maps = images.flatMap((one, group) => {
      const own = filters[group];
      return own === undefined ? [] : [convolve(one, own, strides, padding)];
    });
    const [first] = maps;
    const joined = first === undefined || maps.length > 1 ? concat<Tensor4D>(maps, 3) : first;
    return call.variables['bias'] === undefined ? joined : add(joined, call.variables['bias']);
  },
};
