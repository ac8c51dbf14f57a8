import { add, div, maximum, mul, sqrt, square, sum, type Scalar, type Tensor } from '@tensorflow/tfjs-core';

/** Euclidean norm of all gradients together. */
export function globalNorm(gradients: readonly Tensor[]): Scalar {
  const squares = gradients.map((gradient) => sum<Scalar>(square(gradient)));
  return sqrt(squares.reduce((total, one) => add<Scalar>(total, one)));
}

/**
 * Gradients scaled so that their global norm is at most `largest` (Pascanu, Mikolov & Bengio 2013, algorithm 1): the direction stays.
 * @param largest a scalar; pure tfjs ops, no reading back.
 */
export function clipByGlobalNorm(gradients: Readonly<Record<string, Tensor>>, largest: Scalar): Record<string, Tensor> {
  const factor = div(largest, maximum(globalNorm(Object.values(gradients)), largest));
  return Object.fromEntries(Object.entries(gradients).map(([name, gradient]) => [name, mul(gradient, factor)]));
}
