/** What questions are asked and answered in: pieces of named arrays (`ml/question`). */
import type { HostArray } from './arrays';

/** An array that a piece was given or has given. @throws Error where it is not there. */
export function named<T>(arrays: Readonly<Record<string, T>>, name: string): T {
  const found = arrays[name];
  if (found === undefined) throw new Error(`a piece of the answer needs "${name}"`);
  return found;
}

/** Numbers as an array of 32-bit floats. */
export function floats(data: ArrayLike<number>, shape: readonly number[]): HostArray {
  return { shape, data: Float32Array.from(data) };
}
