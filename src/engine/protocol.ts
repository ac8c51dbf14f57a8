/**
 * Every message between the page and its one worker: two discriminated unions, each message carrying its run, so
 * that what a stale run still says is known and dropped. Types only; both sides import it.
 */
import type { Text } from '../i18n/text';
import type { HostArray } from '../ml/model';
import type { OwnData } from '../ml/data-kinds/own-data';
import type { NetworkSpec } from '../ml/blueprint/network-spec';
import type { Values } from '../demos/declaration';
import type { BackendName, Frame, Measurement, MetricsBlock, PauseReason, Probe, Snapshot, Status } from './observed';
import type { Pace } from './pace';

export type {
  BackendName,
  BreakpointHit,
  Frame,
  Measurement,
  MetricsBlock,
  NonFinite,
  PauseReason,
  Probe,
  Snapshot,
  Status,
} from './observed';

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
export type Action = WithoutStep<Intervention>;

/** What a run is started from; the same recipe gives the same run. */
export interface Recipe {
  readonly demo: string;
  readonly values: Values;
  readonly seed: number;
  readonly interventions: readonly Intervention[];
  readonly ownData?: OwnData;
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
  /** Trains until paused, by the reader or where one of the conditions comes true, or at the step `until`. */
  | {
      readonly type: 'play';
      readonly run: RunId;
      readonly number: number;
      readonly pace: Pace;
      readonly until?: number;
      readonly breakpoints?: readonly string[];
    }
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
  | { readonly type: 'intervene'; readonly run: RunId; readonly number: number; readonly actions: readonly Action[] }
  /** Looks inside where the run stands, or, with a snapshot, at that state, without disturbing the run. */
  | {
      readonly type: 'probe';
      readonly run: RunId;
      readonly number: number;
      readonly layers: readonly string[];
      readonly snapshot?: Snapshot;
    }
  /**
   * Puts a question of the model's to the run, without training it: where it stands, or, with `past`, as it was at an earlier step, by way
   * of a state kept before. A later one of the same name takes its place.
   */
  | {
      readonly type: 'ask';
      readonly run: RunId;
      readonly number: number;
      readonly question: string;
      readonly values: Values;
      readonly seed: number;
      readonly past?: { readonly step: number; readonly snapshot: Snapshot };
    }
  /** The page has drawn the last report; the next may be sent. */
  | { readonly type: 'ack'; readonly run: RunId }
  /** Asks whether the worker still answers; it does so at once, whatever it is busy with. */
  | { readonly type: 'ping'; readonly run: RunId }
  /** Times the model on every backend there is. */
  | { readonly type: 'measure'; readonly run: RunId; readonly number: number }
  /** Ends the timing of backends, or the answering, that is under way; what was measured so far is reported. */
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
  /** What a question was answered with, and at which step; without arrays where it was taken back. */
  | {
      readonly type: 'answered';
      readonly run: RunId;
      readonly number: number;
      readonly step: number;
      readonly arrays?: Readonly<Record<string, HostArray>>;
    }
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
