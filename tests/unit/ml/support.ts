/** What the tests of `ml` share: backends, comparisons, and derivatives worked out without tfjs. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { useBackend } from '../../../src/engine/worker/backends/backends';
import type { Random } from '../../../src/ml/random';

/** The backends that Node has. */
export const NODE_BACKENDS = ['cpu', 'wasm'] as const;

/** Makes a backend the active one; throws where it cannot be had. */
export async function on(backend: (typeof NODE_BACKENDS)[number]): Promise<void> {
  const failure = await useBackend(backend);
  if (failure !== undefined) throw new Error(failure.en);
}

/** Every number within `tolerance` of the expected one, relative to its size where that is over 1. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-5): void {
  expect(actual.length).toBe(expected.length);
  const worst = Array.from(expected, (value, i) => {
    const given = actual[i] ?? NaN;
    const error = Math.abs(given - value) / Math.max(1, Math.abs(value));
    return { i, given, value, error: Number.isNaN(error) ? Infinity : error };
  }).reduce((a, b) => (b.error > a.error ? b : a), { i: -1, given: 0, value: 0, error: 0 });
  expect(worst.error, `at ${worst.i}: ${worst.given} for ${worst.value}`).toBeLessThanOrEqual(tolerance);
}

/** Reads a tensor and frees it. */
export function read(tensor: Tensor): number[] {
  const values = [...tensor.dataSync()];
  tensor.dispose();
  return values;
}

/** The gradient of a function of doubles by central differences, good to about 1e-9. */
export function centralDifferences(f: (x: readonly number[]) => number, at: readonly number[], h = 1e-5): number[] {
  return at.map((value, i) => {
    const moved = (by: number): number => f(at.map((other, j) => (j === i ? value + by : other)));
    return (moved(h) - moved(-h)) / (2 * h);
  });
}

/** `count` draws from the standard normal distribution, as 32-bit floats have them. */
export function normals(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => Math.fround(random.normal()));
}

/** Mean, variance and fourth standardised moment of a sample. */
export function momentsOf(sample: ArrayLike<number>): { readonly mean: number; readonly variance: number; readonly kurtosis: number } {
  const values = Array.from(sample);
  const average = (of: (value: number) => number): number => values.reduce((sum, value) => sum + of(value), 0) / values.length;
  const mean = average((value) => value);
  const variance = average((value) => (value - mean) ** 2);
  return { mean, variance, kurtosis: average((value) => (value - mean) ** 4) / variance ** 2 };
}
