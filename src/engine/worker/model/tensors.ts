/** Between tfjs and plain arrays. */
import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { HostArray } from '../../../ml/model';

/** A plain array as a tensor; whole numbers stay whole. */
export function toTensor(array: HostArray): Tensor {
  return tensor(array.data, [...array.shape], array.data instanceof Int32Array ? 'int32' : 'float32');
}

/** A copy of a tensor's numbers, safe to transfer (the cpu backend hands out its own memory). */
export async function toHost(one: Tensor): Promise<HostArray> {
  const data = await one.data();
  return { shape: one.shape, data: data instanceof Int32Array ? data.slice() : Float32Array.from(data) };
}

/** True for a plain array, as against a tensor. */
export function isHostArray(value: Tensor | HostArray): value is HostArray {
  return 'data' in value && typeof value.data !== 'function';
}

/** Reads named tensors and disposes of them. */
export async function readAll(named: Readonly<Record<string, Tensor>>): Promise<Record<string, HostArray>> {
  const entries = await Promise.all(Object.entries(named).map(async ([name, value]) => [name, await toHost(value)] as const));
  for (const value of Object.values(named)) value.dispose();
  return Object.fromEntries(entries);
}

/** The memory blocks of arrays, to be transferred instead of copied. */
export function buffersOf(arrays: Readonly<Record<string, HostArray>>): ArrayBuffer[] {
  const buffers = Object.values(arrays).flatMap(({ data }) => (data.buffer instanceof ArrayBuffer ? [data.buffer] : []));
  return [...new Set(buffers)];
}
