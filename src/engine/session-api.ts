/** What the shell sees of a run: the record, the cursor and the commands. Implemented by `session/session.ts`. */
import type { Text } from '../i18n/text';
import type { HostArray } from '../ml/model';
import type { OwnData } from '../ml/data-kinds/own-data';
import type { NetworkSpec } from '../ml/blueprint/network-spec';
import type { Parameters, Values } from '../demos/declaration';
import type { Pace } from './pace';
import type { BackendName, Action, Frame, Intervention, Measurement, PauseReason, Probe, Recipe, Snapshot, Status } from './protocol';
import type { Connection } from './connection';
import type { UnitName } from './interventions';
import type { RunRecord } from './run-record';
import type { Settings } from './settings';
import type { Timeline } from './timeline';

export type { RunRecord, Stop } from './run-record';

/** What a session is made from. */
export interface SessionOptions {
  readonly recipe: Recipe;
  readonly parameters: Parameters;
  readonly backend?: BackendName | 'auto';
  /** A step to go to as soon as the model is ready (a shared link). */
  readonly seekTo?: number;
  readonly connection?: Connection;
  /** Another run's record, copied when the session is made: this run has gone along with it up to the cursor, and parts from it there. */
  readonly past?: { readonly record: Timeline; readonly cursor: number };
  /** Keeps the metrics alone: a run that nobody looks back into. */
  readonly lean?: boolean;
}

/** How a run is to be played. */
export interface Playing {
  readonly pace: Pace;
  /** Conditions at which the run pauses. */
  readonly breakpoints?: readonly string[];
  /** The step at which the run pauses by itself; the end of its pace where nothing is said. It belongs to the wish: a run that goes on after an interruption has the same. */
  readonly until?: number;
}

/** What starts a run anew, or turns it: whatever is not named stays. */
export interface Change {
  readonly values?: Values;
  readonly seed?: number;
  /** Null: back to the built-in data. */
  readonly ownData?: OwnData | null;
  readonly interventions?: readonly Intervention[];
}

/** The answer to a question: a function of the run's weights at a step, the values asked with and the run's seed. */
export interface Answered {
  readonly step: number;
  readonly arrays: Readonly<Record<string, HostArray>>;
}

/** What a run is doing, as its reader sees it. */
export type Activity =
  /** Nothing loaded yet: no worker, no tfjs. */
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'busy';
      readonly phase: 'loading' | 'data' | 'compiling' | 'measuring' | 'replaying';
      readonly fraction?: number;
      /** Of a replay, the steps that are still to be trained again. */
      readonly left?: number;
    }
  | { readonly kind: 'paused'; readonly reason?: PauseReason }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly message: Text; readonly layer?: string };

export interface Session {
  readonly state: Activity;
  /** What gives this run again. */
  readonly recipe: Recipe;
  readonly settings: Settings;
  readonly record: RunRecord;
  /** The step whose values knobs show: the cursor; in mid-training all that was turned so far counts, which the cursor may not have reached. */
  readonly reach: number;
  /** The values in force there. */
  readonly values: Values;
  /** The step under the timeline's cursor: every picture shows it. */
  readonly cursor: number;
  /** The last step that the cursor may be moved to. */
  readonly last: number;
  /** The frame at the cursor (nearest while a replay is under way; `exact` says which). */
  readonly frame: Frame | undefined;
  readonly exact: boolean;
  readonly spec: NetworkSpec | undefined;
  readonly status: Status | undefined;
  readonly measured: readonly Measurement[];
  /** What the reader should know, once: a lost backend, say. */
  readonly notice: Text | undefined;
  /** The record of the branch left behind, kept as a ghost in the curves. */
  readonly ghost: RunRecord | undefined;
  subscribe(listener: () => void): () => void;
  /** Loads the engine and builds the model if that has not happened; resolves when ready or failed. */
  prepare(): Promise<void>;
  /** Trains from the cursor on, until paused or a breakpoint's condition comes true; where the cursor is not at the end, the run branches there. */
  play(options: Playing): void;
  pause(): void;
  /** Gives up what the run is busy with: being made (the next command makes it anew, for the step it was for), a replay, a timing. */
  cancel(): void;
  /** Trains `count` steps from the cursor. Resolves when they are done and seen. */
  step(count?: number, breakpoints?: readonly string[]): Promise<void>;
  /** Moves the cursor; the exact frame follows when it is ready. Resolves then. */
  seek(step: number): Promise<void>;
  /** Back to the same initial weights: step 0, record emptied (the old one becomes the ghost), interventions dropped. */
  reset(): Promise<void>;
  /** A new run from other values, seed or data. `live` parameters alone, on a run that is there, do not restart it. */
  change(change: Change): Promise<void>;
  edit(edits: readonly { readonly variable: string; readonly index: number; readonly value: number }[]): Promise<void>;
  /** Freezes, switches off, re-initialises, edits, now, at the cursor. Refused where it does not fit the network. */
  intervene(actions: readonly Action[]): Promise<void>;
  /** Takes back what was last done to the weights: the run stands again as it stood before, and goes on from there. */
  undo(): Promise<void>;
  /** Layers that are frozen, and units that are off, at the cursor. */
  readonly frozen: ReadonlySet<string>;
  readonly unitsOff: readonly UnitName[];
  /** What `undo` would take back; undefined where there is nothing, or where its state is no longer kept. */
  readonly undoable: readonly Intervention[] | undefined;
  /**
   * Looks inside the run, at the cursor (in mid-training where the worker stands by then), without disturbing it.
   * @param layers those whose numbers are wanted in full; all are summarised.
   * @param snapshotStep looks at the snapshot kept at that step instead.
   * @returns undefined where the run ended meanwhile.
   */
  probe(layers: readonly string[], snapshotStep?: number): Promise<Probe | undefined>;
  /**
   * Puts a question of the model's to the run at the cursor (in mid-training where the worker stands by then), without training it. The
   * latest of a name wins. What was answered at the cursor is kept with the frame there.
   * @param values those of the parameters whose effect is `ask`.
   * @param at a step that is past, of which it is asked instead; the run goes on from where it stands.
   * @returns undefined where another was asked meanwhile, or the run ended or went another way.
   */
  ask(question: string, values: Values, at?: number): Promise<Answered | undefined>;
  /** What is known of such an answer at the frame shown, or at a step that is past, without asking. */
  answered(question: string, values: Values, at?: number): Answered | undefined;
  useBackend(backend: BackendName | 'auto'): Promise<void>;
  measure(): Promise<readonly Measurement[]>;
  snapshot(): Promise<Snapshot>;
  /** Resolves where weights fit the run, by name and shape; refused where they do not. Changes nothing. */
  fits(arrays: Readonly<Record<string, HostArray>>): Promise<void>;
  /** Puts other weights in place; refused, and nothing is changed, where they do not fit. */
  load(arrays: Readonly<Record<string, HostArray>>): Promise<void>;
  exportModel(): Promise<{ readonly topology: unknown; readonly weights: Readonly<Record<string, HostArray>> }>;
  /**
   * What a second run is made from that differs from this one in these values alone. Where all of them are live it shares this run's
   * past up to the cursor and parts from it there; else it starts from the same seed, with the same done to it.
   */
  forkOptions(values: Values): SessionOptions;
  /** On screen and in a visible tab, or not; a run that was playing goes on when it is seen again. */
  setVisible(visible: boolean): void;
  fault(fault: 'lose-context' | 'crash'): void;
  dispose(): void;
}
