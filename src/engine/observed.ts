/** What is known of a run at a step, as the worker says it and the page keeps it. Types only. */
import type { Text } from '../i18n/text';
import type { HostArray } from '../ml/model';
import type { Summary } from '../ml/blueprint/statistics';

/** `compiled`: steps compiled to WebAssembly, tfjs's cpu backend behind them for whatever else a model does. */
export type BackendName = 'compiled' | 'webgl' | 'webgpu' | 'wasm' | 'cpu';
/**
 * Weights, state and optimiser slots by name: all that a run is at a step (the rest follows from seed and step). Where units are off,
 * `off/<weight>` [2, size] says which of its elements are held at zero, and what they will be again.
 */
export interface Snapshot {
  readonly step: number;
  readonly arrays: Readonly<Record<string, HostArray>>;
}

/** A condition that came true (grammar: `src/ml/expression`), and the numbers of what it speaks of. */
export interface BreakpointHit {
  /** As the reader wrote it. */
  readonly condition: string;
  /** By what they are of, as written: `loss`, `dead(hidden1)`. */
  readonly values: Readonly<Record<string, number>>;
}

export interface Frame {
  readonly step: number;
  readonly arrays: Readonly<Record<string, HostArray>>;
}

/** Metrics of steps `from + 1 … from + loss.length` (loss of a step = loss of its batch before the update). */
export interface MetricsBlock {
  readonly from: number;
  readonly loss: Float32Array;
  /** Held-out metrics: at which steps, and their values. */
  readonly evaluatedAt: Float64Array;
  readonly evaluated: Readonly<Record<string, Float32Array>>;
}

export type PauseReason =
  | { readonly kind: 'command' }
  /** The run has come to its declared length; it may go on. */
  | { readonly kind: 'length' }
  /** `step`: steps trained when the conditions came true, which is where the run stands. */
  | { readonly kind: 'breakpoint'; readonly step: number; readonly hits: readonly BreakpointHit[] }
  /** `hits`: conditions that the step which breaks the run would have made true (`loss is NaN`). */
  | { readonly kind: 'non-finite'; readonly finding: NonFinite; readonly hits: readonly BreakpointHit[] };

/** What a run is made of at a step, seen from inside. */
export interface Probe {
  readonly step: number;
  /** Loss of the step's own batch at the present weights, and held-out metrics: both as they are now, after all that was done. */
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number>>;
  /** By name: `weights/<variable>`, `gradients/<variable>`, `updates/<variable>` (what the step would add), `activations/<node>`. */
  readonly summaries: Readonly<Record<string, Summary>>;
  /** The numbers themselves for the layers asked for, by the same names; `inputs/<name>` of the samples that the activations are of. */
  readonly arrays: Readonly<Record<string, HostArray>>;
  /** What the look has cost the worker. */
  readonly milliseconds: number;
}

/** Where a run stopped being finite, found by replaying from a state kept a moment before. */
export interface NonFinite {
  /** The run stands after so many steps, all weights finite; the next step is the one that breaks. */
  readonly step: number;
  /** e.g. `hidden2/kernel`, `hidden2` (activation), `loss`. */
  readonly tensor: string;
  readonly what: 'activation' | 'gradient' | 'weight' | 'loss';
  readonly layer: string;
  /** Largest magnitude of the same tensor one step earlier; NaN where that step cannot be had any more. */
  readonly before: number;
  readonly causes: readonly Text[];
  readonly remedies: readonly Text[];
}

export interface Status {
  readonly backend: BackendName;
  readonly stepsPerSecond: number;
  readonly tensors: number;
  /** Other workers that train shares of the run's networks where many steps are wanted at once; 0 where there are none. */
  readonly helping: number;
}

export interface Measurement {
  readonly backend: BackendName;
  /** Median milliseconds a step; absent where the backend is not there or cannot run the model. */
  readonly millisecondsPerStep?: number;
  readonly failure?: Text;
}
