/** One training step of any model: forward, gradients, clipping, update. Nothing else: no scheduling, no reporting. */
import { dispose, keep, scalar, tidy, variableGrads, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import '../../ml/gradients';
import type { Model, StateUpdate } from '../../ml/model';
import { clipByGlobalNorm } from '../../ml/optimisers/clip';
import { toTensor } from './tensors';

function tensorsOf(model: Model, step: number): Record<string, Tensor> {
  return Object.fromEntries(Object.entries(model.inputs(step)).map(([name, array]) => [name, toTensor(array)]));
}

/** Gradients by the model's names for its variables. */
function byName(model: Model, gradients: Readonly<Record<string, Tensor>>): Record<string, Tensor> {
  return Object.fromEntries(
    model.variables.flatMap(({ name, variable }) => {
      const gradient = gradients[variable.name];
      return gradient === undefined ? [] : [[name, gradient] as const];
    }),
  );
}

/**
 * Trains one step.
 * @param step 0-based: decides batch, masks, rate and corrections.
 * @returns the batch's loss before the update; the caller disposes of it.
 */
export function trainingStep(model: Model, step: number): Scalar {
  const kept: StateUpdate[] = [];
  const loss = tidy(() => {
    const inputs = tensorsOf(model, step);
    const { value, grads } = variableGrads(
      () => {
        const result = model.forward(inputs);
        // The tape's scope frees what is not kept, before the update below.
        for (const update of result.updates ?? []) kept.push({ variable: update.variable, value: keep(update.value) });
        return result.loss;
      },
      model.variables.map(({ variable }) => variable),
    );
    const hyperparameters = model.hyperparameters(step);
    const { clipNorm } = hyperparameters;
    const named = byName(model, grads);
    const clipped = clipNorm === undefined || !Number.isFinite(clipNorm) ? named : clipByGlobalNorm(named, scalar(clipNorm));
    const scalars = Object.entries(model.optimiser.scalars(step, hyperparameters));
    model.optimiser.apply(clipped, Object.fromEntries(scalars.map(([name, number]) => [name, scalar(number)])));
    return value;
  });
  for (const { variable, value } of kept) variable.assign(value);
  dispose(kept.map(({ value }) => value));
  return loss;
}

/** What a step would compute, without taking it: for the search of what is not finite. The caller disposes of all tensors. */
export function inspectStep(
  model: Model,
  step: number,
): { readonly activations: Record<string, Tensor>; readonly gradients: Record<string, Tensor>; readonly loss: Tensor } {
  const activations: Record<string, Tensor> = {};
  const { value, grads } = tidy(() => {
    const inputs = tensorsOf(model, step);
    return variableGrads(
      () => {
        const result = model.forward(inputs);
        for (const [name, one] of Object.entries(result.activations ?? {})) activations[name] = keep(one.clone());
        return result.loss;
      },
      model.variables.map(({ variable }) => variable),
    );
  });
  return { activations, gradients: byName(model, grads), loss: value };
}
