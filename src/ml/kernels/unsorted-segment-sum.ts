/** Sums rows by segment on the WASM backend: the gradient of `gather`, so of every embedding. */
import { sizeOf } from '../blueprint/layer-description';
import { registerWasmKernel } from './wasm-kernel';

/** x [n, …] and segment ids [n] -> [numSegments, …]; ids outside 0 … numSegments - 1 are left out, as tfjs's cpu kernel does. */
export function unsortedSegmentSum(values: ArrayLike<number>, width: number, ids: ArrayLike<number>, segments: number): Float32Array {
  const sums = new Float32Array(segments * width);
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row] ?? -1;
    if (id < 0 || id >= segments) continue;
    for (let column = 0; column < width; column++) {
      const place = id * width + column;
      sums[place] = (sums[place] ?? 0) + (values[row * width + column] ?? 0);
    }
  }
  return sums;
}

/** Registers the kernel for `wasm` where tfjs has none. */
export function registerUnsortedSegmentSum(): void {
  registerWasmKernel('UnsortedSegmentSum', ({ input, attributes }) => {
    const x = input('x');
    const segments = Number(attributes['numSegments']);
    const row = x.shape.slice(1);
    return { shape: [segments, ...row], values: unsortedSegmentSum(x.values, sizeOf(row), input('segmentIds').values, segments) };
  });
}
