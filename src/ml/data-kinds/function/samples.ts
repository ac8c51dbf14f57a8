/** Functions of one variable on [-1, 1], to be approximated. */
import { atOr } from '../../../base/at';
import type { Random } from '../../random';
import type { FunctionName } from './program';

const functions: Readonly<Record<FunctionName, (x: number) => number>> = {
  sine: (x) => Math.sin(Math.PI * x),
  step: (x) => (x < 0 ? -0.8 : 0.8),
  sawtooth: (x) => 2 * (x * 1.5 - Math.floor(x * 1.5 + 0.5)),
  bump: (x) => 1.6 * Math.exp(-12 * x * x) - 0.8,
  abs: (x) => 2 * Math.abs(x) - 1,
};

/** The value of a named function at x in [-1, 1]; values lie in about [-1, 1]. */
export function functionValue(name: FunctionName, x: number): number {
  return functions[name](x);
}

/** `count` samples (x, y): x evenly spread over [-1, 1] with a little jitter, y with normal noise of deviation `noise`. */
export function functionSamples(
  name: FunctionName,
  count: number,
  noise: number,
  random: Random,
): { readonly x: number; readonly y: number }[] {
  return Array.from({ length: count }, (_, i) => {
    const x = Math.max(-1, Math.min(1, -1 + (2 * (i + random.uniform())) / count));
    return { x, y: functionValue(name, x) + noise * random.normal() };
  });
}

/** A hand-drawn function: straight lines between the drawn points (sorted by x), level beyond them. */
export function interpolate(points: readonly { readonly x: number; readonly y: number }[], x: number): number {
  const sorted = [...points].sort((a, b) => a.x - b.x);
  const after = sorted.findIndex((point) => point.x >= x);
  const right = after < 0 ? sorted.at(-1) : sorted[after];
  const left = after < 0 ? right : atOr(sorted, after - 1, right);
  if (left === undefined || right === undefined) return 0;
  return right.x === left.x ? right.y : left.y + ((right.y - left.y) * (x - left.x)) / (right.x - left.x);
}
