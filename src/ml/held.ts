import { customGrad, zerosLike, type Tensor } from '@tensorflow/tfjs-core';

const withoutGradient = customGrad((x) => {
  // customGrad types what it is given as a tensor or the function that saves; the first is always the tensor.
  const value = (x as Tensor).clone();
  return { value, gradFunc: (dy: Tensor) => [zerosLike(dy)] };
});

/** The same numbers, through which no gradient flows: what stands still while other weights learn. */
export function held(x: Tensor): Tensor {
  return withoutGradient(x);
}
