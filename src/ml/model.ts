/**
 * What a demo's `model.ts` gives the engine: data, network, loss, as ordinary tfjs ops.
 * Everything a step depends on besides the weights comes in as `inputs(step)`, a pure function of the step number, so
 * that a snapshot is weights + optimiser slots + step, and replaying from one gives the same bits.
 */
import type { Scalar, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { Random } from './random';
import type { NetworkSpec } from './spec/network-spec';
import type { Optimiser } from './optimisers/optimiser';

/** An array outside tfjs. */
export interface HostArray {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array;
}

/** A weight with a stable name: `<node id>/<role>`, e.g. `hidden1/kernel`, `hidden1/bias`. */
export interface NamedVariable {
  readonly name: string;
  readonly variable: Variable;
}

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
  /** Told when live values have changed, by a model that remembers what it made of them. */
  settingsChanged?(): void;
  /** Frees what the model holds besides its variables and optimiser (data tensors, say). */
  dispose(): void;
}

export interface Hyperparameters {
  readonly learningRate: number;
  /** Decoupled weight decay per step, times the rate (Loshchilov & Hutter 2019); 0 = none. */
  readonly weightDecay?: number;
  /** Largest global norm of the gradient; Infinity or absent = no clipping. */
  readonly clipNorm?: number;
}

/** What the reader brought: rows of numbers (x1, x2, label or x, y), or images, already checked by the page. */
export interface OwnData {
  readonly columns: number;
  readonly rows: Float32Array;
  readonly images?: OwnImages;
}

/** Images brought by the reader, as bytes: a quarter of the memory of numbers. */
export interface OwnImages {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly classes: number;
  /** [count, height, width, channels] in one row, 0 to 255. */
  readonly pixels: Uint8Array;
  /** One class index an image. */
  readonly labels: Uint8Array;
  /** Images from this one on are held out. */
  readonly testFrom: number;
}

export interface ModelOptions<V> {
  /** Live: `live` parameters may change between steps and are read where they are used. */
  readonly values: V;
  readonly random: Random;
  readonly ownData?: OwnData;
}

/** The default export of `demos/<id>/model.ts`. */
export interface ModelDefinition<V> {
  create(options: ModelOptions<V>): Model | Promise<Model>;
}

/**
 * Declares a model for a demo; the identity function, there for inference:
 * `export default defineModel<ValuesOf<typeof demo.parameters>>({ create({ values, random }) { ... } })`.
 */
export function defineModel<V>(definition: ModelDefinition<V>): ModelDefinition<V> {
  return definition;
}
