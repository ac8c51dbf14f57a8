/**
 * Kernels that tfjs's WASM backend 4.22 lacks and training needs, registered by us, and one that is wrong there. Of those that its cpu backend has besides
 * (Complex, Einsum, FFT, Ragged…, strings), no gradient makes use.
 */
import { registerConv2dBackpropFilter } from './conv2d-backprop-filter';
import { registerDepthwiseConv2dBackprop } from './depthwise-conv2d-backprop';
import { registerMaxPoolGrad } from './max-pool-grad';
import { registerUnsortedSegmentSum } from './unsorted-segment-sum';

/** Registers them once; call after the WASM backend's module has been loaded. */
export function registerWasmKernels(): void {
  registerUnsortedSegmentSum();
  registerConv2dBackpropFilter();
  registerDepthwiseConv2dBackprop();
  registerMaxPoolGrad();
}
