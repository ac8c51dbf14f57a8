/** Kernels that tfjs's WASM backend lacks and training needs, registered by us. */
import { registerUnsortedSegmentSum } from './unsorted-segment-sum';

/** Registers them once; call after the WASM backend's module has been loaded. */
export function registerWasmKernels(): void {
  registerUnsortedSegmentSum();
}
