import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { NamedVariable } from '../arrays';

/**
 * An update rule. What changes from step to step besides gradients (the rate, Adam's bias corrections) comes in as
 * scalars, so the tensor program of a step is the same at every step.
 */
export interface Optimiser {
  readonly name: string;
  /** Moments, squares and the like: zeros at the start, part of every snapshot, named `<variable>/<slot>`. */
  readonly slots: readonly NamedVariable[];
  /** The numbers of step `step` (0-based), e.g. `{ learningRate, correction1, correction2 }`. */
  scalars(
    step: number,
    hyperparameters: { readonly learningRate: number; readonly weightDecay?: number; readonly shrinkage?: number },
  ): Readonly<Record<string, number>>;
  /** Assigns the new weights and slots; pure tfjs ops; call inside `tidy`. `gradients` by variable name. */
  apply(gradients: Readonly<Record<string, Tensor>>, scalars: Readonly<Record<string, Scalar>>): void;
  dispose(): void;
}
