/** Sums rows by segment on the WASM backend: the gradient of `gather`, so of every embedding. */
import { engine, getKernel, registerKernel, util, type DataId, type NamedTensorInfoMap, type TensorInfo } from '@tensorflow/tfjs-core';

const NAME = 'UnsortedSegmentSum';

interface Memory {
  readSync(dataId: DataId): Float32Array | Int32Array | Uint8Array;
  write(values: Float32Array, shape: number[], dtype: 'float32'): DataId;
}

function isMemory(backend: object): backend is Memory {
  return 'readSync' in backend && 'write' in backend;
}

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

function input(inputs: NamedTensorInfoMap, name: string): TensorInfo {
  const found = inputs[name];
  if (found === undefined) throw new Error(`${NAME}: the input "${name}" is missing`);
  return found;
}

/** Registers the kernel for `wasm` where tfjs has none. */
export function registerUnsortedSegmentSum(): void {
  if (getKernel(NAME, 'wasm') !== undefined) return;
  registerKernel({
    kernelName: NAME,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend, attrs }) => {
      if (!isMemory(backend)) throw new Error(`${NAME}: the backend has no memory to read`);
      const x = input(inputs, 'x');
      const ids = input(inputs, 'segmentIds');
      const segments = Number(attrs?.['numSegments']);
      const width = util.sizeFromShape(x.shape) / Math.max(1, x.shape[0] ?? 1);
      const sums = unsortedSegmentSum(backend.readSync(x.dataId), width, backend.readSync(ids.dataId), segments);
      const shape = [segments, ...x.shape.slice(1)];
      return engine().makeTensor(sums, shape, 'float32');
    },
  });
}
