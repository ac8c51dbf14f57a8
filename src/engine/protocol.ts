/**
 * Every message between the page and its one worker: two discriminated unions, each message carrying its run, so
 * that what a stale run still says is known and dropped. Types only; both sides import it.
 */
import type { Text } from '../i18n/text';
import type { HostArray } from '../ml/model';
import type { OwnData } from '../ml/data-kinds/own-data';
import type { NetworkSpec } from '../ml/spec/network-spec';
import type { Summary } from '../ml/spec/statistics';
import type { Values } from '../demos/spec';

/** `compiled`: steps compiled to WebAssembly, tfjs's cpu backend behind them for whatever else a model does. */
export type BackendName = 'compiled' | 'webgl' | 'webgpu' | 'wasm' | 'cpu';
export type RunId = number;

/** Something done to a run besides training, stamped with the step before which it takes effect. */
export type Intervention =
  | { readonly kind: 'set'; readonly step: number; readonly values: Values }
  | { readonly kind: 'edit'; readonly step: number; readonly variable: string; readonly index: number; readonly value: number }
  /** While `on`, no step changes the layer's trained weights. */
  | { readonly kind: 'freeze'; readonly step: number; readonly layer: string; readonly on: boolean }
  /** A unit (from 0) is switched off or on: while off, what it is heard through is held at zero. */
  | { readonly kind: 'unit'; readonly step: number; readonly layer: string; readonly unit: number; readonly on: boolean }
  /** The layer's weights are drawn anew; `draw` tells one draw from another. */
  | { readonly kind: 'reinitialise'; readonly step: number; readonly layer: string; readonly draw: number };

type WithoutStep<I> = I extends Intervention ? Omit<I, 'step'> : never;
/** An intervention before the worker has stamped it with its step. */
export type Doing = WithoutStep<Intervention>;

/**
 * Weights, state and optimiser slots by name: all that a run is at a step (the rest follows from seed and step). Where units are off,
 * `off/<weight>` [2, size] says which of its elements are held at zero, and what they will be again.
 */
export interface Snapshot {
  readonly step: number;
  readonly arrays: Readonly<Record<string, HostArray>>;
}

/** What a run is started from; the same recipe gives the same run. */
export interface Recipe {
  readonly demo: string;
  readonly values: Values;
  readonly seed: number;
  readonly interventions: readonly Intervention[];
  readonly ownData?: OwnData;
}

/** A condition that came true (grammar: `src/ml/expression`), and the numbers of what it speaks of. */
export interface BreakpointHit {
  /** As the reader wrote it. */
  readonly condition: string;
  /** By what they are of, as written: `loss`, `dead(hidden1)`. */
  readonly values: Readonly<Record<string, number>>;
}

/**
 * Commands about one run carry a number, rising from the first, which its `create` has; an answer says the number of what it answers.
 */
export type Command =
  /** Builds the model; with a snapshot, goes on from it. `backend: 'auto'` chooses by measuring. */
  | {
      readonly type: 'create';
      readonly run: RunId;
      readonly number: number;
      readonly recipe: Recipe;
      readonly backend: BackendName | 'auto';
      readonly snapshot?: Snapshot;
      readonly seekTo?: number;
    }
  /** Trains until paused, by the reader or where one of the conditions comes true. `pace`: steps a second, Infinity = as fast as it goes. */
  | { readonly type: 'play'; readonly run: RunId; readonly number: number; readonly pace: number; readonly breakpoints?: readonly string[] }
  | { readonly type: 'pause'; readonly run: RunId; readonly number: number }
  | {
      readonly type: 'step';
      readonly run: RunId;
      readonly number: number;
      readonly count: number;
      readonly breakpoints?: readonly string[];
    }
  /** Restores `snapshot` (absent: goes on from where the run stands) and replays to `step`. Interventions after `step` are kept until training goes on. */
  | { readonly type: 'seek'; readonly run: RunId; readonly number: number; readonly step: number; readonly snapshot?: Snapshot }
  /** Goes back to a state with other interventions before it: something is undone. */
  | {
      readonly type: 'undo';
      readonly run: RunId;
      readonly number: number;
      readonly snapshot: Snapshot;
      readonly interventions: readonly Intervention[];
    }
  /** Turns live parameters or edits weights, now; stamped by the worker and reported as a mark. */
  | { readonly type: 'set'; readonly run: RunId; readonly number: number; readonly values: Values }
  | {
      readonly type: 'edit';
      readonly run: RunId;
      readonly number: number;
      readonly edits: readonly { readonly variable: string; readonly index: number; readonly value: number }[];
    }
  /** Freezes, switches off, re-initialises, now; as `edit`, stamped by the worker and reported as marks. */
  | { readonly type: 'intervene'; readonly run: RunId; readonly number: number; readonly doings: readonly Doing[] }
  /** Looks inside where the run stands, or, with a snapshot, at that state, without disturbing the run. */
  | {
      readonly type: 'probe';
      readonly run: RunId;
      readonly number: number;
      readonly layers: readonly string[];
      readonly snapshot?: Snapshot;
    }
  /** The page has drawn the last report; the next may be sent. */
  | { readonly type: 'ack'; readonly run: RunId }
  /** Asks whether the worker still answers; it does so at once, whatever it is busy with. */
  | { readonly type: 'ping'; readonly run: RunId }
  /** Times the model on every backend there is. */
  | { readonly type: 'measure'; readonly run: RunId; readonly number: number }
  /** Ends the timing of backends that is under way; what was measured so far is reported. */
  | { readonly type: 'cancel'; readonly run: RunId; readonly number: number }
  /** Asks for the trained model as a tfjs LayersModel (topology and weights). */
  | { readonly type: 'export'; readonly run: RunId; readonly number: number }
  /** Replaces weights by name (a loaded model); refused with an error when a shape differs. `check`: only says whether they fit. */
  | {
      readonly type: 'load';
      readonly run: RunId;
      readonly number: number;
      readonly arrays: Readonly<Record<string, HostArray>>;
      readonly check?: boolean;
    }
  /** For tests and the script interface: breaks something on purpose, as a driver or a browser would. */
  | { readonly type: 'fault'; readonly run: RunId; readonly number: number; readonly fault: 'lose-context' | 'crash' }
  | { readonly type: 'dispose'; readonly run: RunId; readonly number: number };

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
}

export interface Measurement {
  readonly backend: BackendName;
  /** Median milliseconds a step; absent where the backend is not there or cannot run the model. */
  readonly millisecondsPerStep?: number;
  readonly failure?: Text;
}

export type Report =
  | {
      readonly type: 'progress';
      readonly run: RunId;
      readonly phase: 'loading' | 'data' | 'compiling' | 'measuring' | 'replaying';
      readonly fraction?: number;
      /** Of a replay, the steps that are still to be trained again. */
      readonly left?: number;
    }
  | {
      readonly type: 'ready';
      readonly run: RunId;
      readonly status: Status;
      readonly spec?: NetworkSpec;
      readonly frame: Frame;
      readonly metrics: MetricsBlock;
      readonly snapshot: Snapshot;
      readonly measured: readonly Measurement[];
    }
  /** At most one unacknowledged a run. `snapshot` comes along when one is due. */
  | {
      readonly type: 'frame';
      readonly run: RunId;
      readonly frame: Frame;
      readonly metrics: MetricsBlock;
      readonly snapshot?: Snapshot;
      readonly status: Status;
    }
  /** `number`: of the last of `create`, `play`, `step`, `seek`, `undo` and `pause` that the run has heard; where the page has sent a later one, this pause is past. */
  | { readonly type: 'paused'; readonly run: RunId; readonly number: number; readonly step: number; readonly reason: PauseReason }
  /** `before`: the state just before, for undoing. */
  | {
      readonly type: 'intervened';
      readonly run: RunId;
      readonly number: number;
      readonly interventions: readonly Intervention[];
      readonly before?: Snapshot;
    }
  | { readonly type: 'probed'; readonly run: RunId; readonly number: number; readonly probe: Probe }
  | { readonly type: 'measured'; readonly run: RunId; readonly number: number; readonly measured: readonly Measurement[] }
  /** A file to save: a tfjs LayersModel's model.json (its weights inlined by the page) or why not. */
  | {
      readonly type: 'exported';
      readonly run: RunId;
      readonly number: number;
      readonly topology: unknown;
      readonly weights: Readonly<Record<string, HostArray>>;
    }
  /** The backend was lost; the worker or the page goes on with another from the last snapshot. */
  | { readonly type: 'backend-lost'; readonly run: RunId; readonly backend: BackendName; readonly cause: Text }
  | { readonly type: 'pong'; readonly run: RunId }
  /** The weights of a `load` are in place, or fit. */
  | { readonly type: 'loaded'; readonly run: RunId; readonly number: number }
  /** A command that could not be carried out and changed nothing; the run goes on. */
  | { readonly type: 'refused'; readonly run: RunId; readonly number: number; readonly command: Command['type']; readonly message: Text }
  | { readonly type: 'failed'; readonly run: RunId; readonly demo: string; readonly layer?: string; readonly message: Text };
