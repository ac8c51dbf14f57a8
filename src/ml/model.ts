/**
 * What a demo's `model.ts` gives the engine: data, network, loss, as ordinary tfjs ops.
 * Everything a step depends on besides the weights comes in as `inputs(step)`, a pure function of the step number, so
 * that a snapshot is weights + optimiser slots + step, and replaying from one gives the same bits.
 */
import type { Scalar, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { HostArray, NamedVariable } from './arrays';
import type { OwnData } from './data-kinds/own-data';
import type { Question } from './question';
import type { Random } from './random';
import type { NetworkSpec } from './blueprint/network-spec';
import type { Optimiser } from './optimisers/optimiser';

export type { HostArray, NamedVariable } from './arrays';

/** A non-trained quantity that a step changes (running mean of batch norm). */
export interface StateUpdate {
  readonly variable: Variable;
  readonly value: Tensor;
}

/** What the forward pass of one training step gives. `activations`: by node id, for probes. */
export interface ForwardResult {
  readonly loss: Scalar;
  readonly updates?: readonly StateUpdate[];
  readonly activations?: Readonly<Record<string, Tensor>>;
  /** Values inside nodes by `<node>#<role>`, made when they are asked for; in the same `tidy` as the pass. */
  readonly inner?: () => Readonly<Record<string, Tensor>>;
}

/**
 * Networks trained at once by one step, none of which hears of another: some of them can be trained elsewhere, by a model of their own
 * (`ModelDefinition.createShare`). All variables, slots and states are stacked, [count, …].
 */
export interface Members {
  readonly count: number;
  /** The states that hold each one's loss at the last step, and 1 where it goes on after that, else 0; [count] both. */
  readonly loss: string;
  readonly going: string;
  /** The loss of the last step, from these two. */
  lossOfAll(): Scalar;
  /** `Model.evaluate` in two: what each member gives for what is held out, [count], and the metrics of these. Absent where there are none. */
  readonly evaluation?: {
    heldOut(): Tensor;
    metrics(heldOut: Tensor): Readonly<Record<string, Scalar | number>>;
  };
}

export interface Model {
  /** The network as data: drawn by views, counted, printed as code. Absent where nothing is a network. */
  readonly spec?: NetworkSpec;
  /** Trained weights, in a fixed order. */
  readonly variables: readonly NamedVariable[];
  /** Not trained, but part of a snapshot. */
  readonly state: readonly NamedVariable[];
  readonly optimiser: Optimiser;
  /** Batch, masks and scalars of step `step` (0-based). Pure: same step, same arrays, at any time and in any order. */
  inputs(step: number): Readonly<Record<string, HostArray>>;
  /** Rate, decay, clipping at step `step`; reads live values, so a knob turned now counts at the next step. */
  hyperparameters(step: number): Hyperparameters;
  /** One training step's forward pass: only tfjs ops on `inputs` and the variables; runs inside `variableGrads`. */
  forward(inputs: Readonly<Record<string, Tensor>>): ForwardResult;
  /** Held-out metrics, computed at multiples of `evaluateEvery` steps (0 included), each at first, so curves repeat exactly. */
  evaluate(): Readonly<Record<string, Scalar | number>>;
  readonly evaluateEvery: number;
  /** Arrays for the views, at the present weights. Runs inside `tidy`; tensors are read and disposed by the engine. */
  frame(step: number): Readonly<Record<string, Tensor | HostArray>>;
  /** What the run can be asked at the cursor without training it, by name. */
  readonly questions?: Readonly<Record<string, Question>>;
  /** Where many networks are trained as one. */
  readonly members?: Members;
  /** Told when live values have changed, by a model that remembers what it made of them. */
  settingsChanged?(): void;
  /** Frees what the model holds besides its variables and optimiser (data tensors, say). */
  dispose(): void;
}

export interface Hyperparameters {
  readonly learningRate: number;
  /** Decoupled weight decay per step, times the rate (Loshchilov & Hutter 2019); 0 = none. */
  readonly weightDecay?: number;
  /** Every kernel's weight is brought nearer to 0 by the rate times this after a step, and stops there: L1's proximal step; 0 = none. */
  readonly shrinkage?: number;
  /** Largest global norm of the gradient; Infinity or absent = no clipping. */
  readonly clipNorm?: number;
}

/** @typeParam O the kind of own data that the demo declares; none where it takes none. */
export interface ModelOptions<V, O extends OwnData = never> {
  /** Live: `live` parameters may change between steps and are read where they are used. */
  readonly values: V;
  readonly random: Random;
  readonly ownData?: O;
}

/** The default export of `demos/<id>/model.ts`. */
export interface ModelDefinition<V, O extends OwnData = never> {
  create(options: ModelOptions<V, O>): Model | Promise<Model>;
  /** Of a model with `members`: the same with those alone from `from` on up to `to`, not included, for their steps and nothing else. */
  createShare?(options: ModelOptions<V, O>, share: Share): Model | Promise<Model>;
}

/** Some of the networks of a population: by their numbers from 0, the last not included. */
export interface Share {
  readonly from: number;
  readonly to: number;
}

/**
 * Declares a model for a demo; the identity function, there for inference:
 * `export default defineModel<ValuesOf<typeof demo>>({ create({ values, random }) { ... } })`.
 */
export function defineModel<V, O extends OwnData = never>(definition: ModelDefinition<V, O>): ModelDefinition<V, O> {
  return definition;
}
