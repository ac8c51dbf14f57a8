/** One training step of any model: forward, gradients, clipping, update. Nothing else: no scheduling, no reporting. */
import { dispose, keep, scalar, tidy, variableGrads, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import '../../../ml/gradients';
import type { Model, StateUpdate } from '../../../ml/model';
import { clipByGlobalNorm } from '../../../ml/optimisers/clip';
import { valuesOf } from '../look/samples';
import { toTensor } from '../model/tensors';

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

/** What a step gives besides new weights and slots: its loss, and what else it changes. */
export interface StepResult {
  readonly loss: Scalar;
  readonly updates: readonly StateUpdate[];
}

/**
 * One step as tensor operations and nothing else: run eagerly below, and recorded to be compiled.
 * @param scalars the optimiser's numbers of the step. @param clipNorm the largest norm of all gradients together; absent = no clipping.
 * @returns tensors that the caller disposes of; the updates have not been assigned yet.
 */
export function stepOperations(
  model: Model,
  inputs: Readonly<Record<string, Tensor>>,
  scalars: Readonly<Record<string, Scalar>>,
  clipNorm: Scalar | undefined,
): StepResult {
  const updates: StateUpdate[] = [];
  const { value, grads } = variableGrads(
    () => {
      const result = model.forward(inputs);
      // The tape's scope frees what is not kept, before the update below.
      for (const update of result.updates ?? []) updates.push({ variable: update.variable, value: keep(update.value) });
      return result.loss;
    },
    model.variables.map(({ variable }) => variable),
  );
  const named = byName(model, grads);
  model.optimiser.apply(clipNorm === undefined ? named : clipByGlobalNorm(named, clipNorm), scalars);
  return { loss: value, updates };
}

/** Assigns what a step changes besides weights, and frees it. */
export function assignUpdates(updates: readonly StateUpdate[]): void {
  for (const { variable, value } of updates) variable.assign(value);
  dispose(updates.map(({ value }) => value));
}

/**
 * Trains one step on the active backend.
 * @param step 0-based: decides batch, masks, rate and corrections.
 * @returns the batch's loss before the update; the caller disposes of it.
 */
export function trainingStep(model: Model, step: number): Scalar {
  let updates: readonly StateUpdate[] = [];
  const loss = tidy(() => {
    const hyperparameters = model.hyperparameters(step);
    const { clipNorm } = hyperparameters;
    const scalars = Object.entries(model.optimiser.scalars(step, hyperparameters));
    const result = stepOperations(
      model,
      tensorsOf(model, step),
      Object.fromEntries(scalars.map(([name, number]) => [name, scalar(number)])),
      clipNorm === undefined || !Number.isFinite(clipNorm) ? undefined : scalar(clipNorm),
    );
    updates = result.updates;
    return result.loss;
  });
  assignUpdates(updates);
  return loss;
}

/** What a step computes on the way, by the names of nodes and of weights. */
export interface Inside {
  readonly activations: Record<string, Tensor>;
  readonly gradients: Record<string, Tensor>;
  readonly loss: Tensor;
}

/** What a step would compute, as tensor operations: run eagerly below, and recorded to be compiled. Clipping comes after it. */
export function inspectOperations(model: Model, inputs: Readonly<Record<string, Tensor>>): Inside {
  const activations: Record<string, Tensor> = {};
  const { value, grads } = variableGrads(
    () => {
      const result = model.forward(inputs);
      for (const [name, one] of Object.entries(valuesOf(result))) activations[name] = keep(one.clone());
      return result.loss;
    },
    model.variables.map(({ variable }) => variable),
  );
  return { activations, gradients: byName(model, grads), loss: value };
}

/** What a step would compute, without taking it. The caller disposes of all tensors. */
export function inspectStep(model: Model, step: number): Inside {
  let inside: Inside | undefined;
  tidy(() => {
    inside = inspectOperations(model, tensorsOf(model, step));
    return [inside.loss, ...Object.values(inside.gradients)];
  });
  if (inside === undefined) throw new Error('a step was not inspected');
  return inside;
}
