import { customGrad, zerosLike, type Tensor } from '@tensorflow/tfjs-core';

/** A function of one tensor that keeps its shape, made one through which no gradient flows, whether it has one or not. */
export function withoutGradient(f: (x: Tensor) => Tensor): (x: Tensor) => Tensor {
  return customGrad((x) => ({
    // customGrad types what it is given as a tensor or the function that saves; the first is always the tensor.
    value: f(x as Tensor),
    gradFunc: (dy: Tensor) => [zerosLike(dy)],
  }));
}

const clone = withoutGradient((x) => x.clone());

/** The same numbers, through which no gradient flows: what stands still while other weights learn. */
export function held(x: Tensor): Tensor {
  return clone(x);
}
