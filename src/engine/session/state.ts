/** All that a session knows of its run, the record aside: one value, replaced by another at each command and report. */
import type { Text } from '../../i18n/text';
import type { Parameters } from '../../demos/declaration';
import type { NetworkSpec } from '../../ml/blueprint/network-spec';
import type { BackendName, Frame, Measurement, Recipe, Status } from '../protocol';
import type { Activity, Playing, SessionOptions } from '../session-api';
import type { Settings } from '../settings';
import type { Timeline } from '../timeline';
import type { Undoable } from '../undo';
import type { Effect } from './effects';
import type { Wish } from './wish';

/** What the run was last told to do, and has not said to be over. */
export type Job =
  | ({ readonly kind: 'play' } & Playing)
  | { readonly kind: 'step'; readonly until: number; readonly breakpoints: readonly string[] }
  | { readonly kind: 'seek' };

export interface SessionState {
  /** What the run is of, besides its settings. */
  readonly origin: Omit<Recipe, 'values' | 'interventions'>;
  readonly settings: Settings;
  readonly parameters: Parameters;
  readonly backend: BackendName | 'auto';
  readonly activity: Activity;
  readonly cursor: number;
  readonly frame: Frame | undefined;
  readonly spec: NetworkSpec | undefined;
  readonly status: Status | undefined;
  readonly measured: readonly Measurement[];
  readonly notice: Text | undefined;
  /** Which of the runs made so far is this session's in the worker; undefined where there is none. */
  readonly run: number | undefined;
  /** How many runs were made so far. */
  readonly runs: number;
  /** The run is being made and has not reported ready. */
  readonly loading: boolean;
  readonly job: Job | undefined;
  /** A pause has been asked for and not been answered. */
  readonly pausing: boolean;
  /** The number of the last command. */
  readonly number: number;
  /** The number of the last command that ends in a pause: a pause of an earlier one is past. */
  readonly awaited: number;
  /** Where the worker's trainer stands, as last heard. */
  readonly workerStep: number;
  readonly latestFrame: Frame | undefined;
  /** The step to go to when the run is made. */
  readonly seekTo: number | undefined;
  /** What was asked for and waits until the run can do it, in its order. */
  readonly wishes: readonly Wish[];
  /** The number of the last caller who is told when what he asked for is done. */
  readonly tickets: number;
  /** The last things done that can be taken back, the latest last. */
  readonly undoing: readonly Undoable[];
  /** How the run stood before its backends were timed. */
  readonly beforeTiming: Activity | undefined;
  readonly visible: boolean;
  /** What goes on when the demo is seen again. */
  readonly resume: Playing | undefined;
  /** Counts up with what takes back training that was asked for and has not begun: pausing, starting anew. */
  readonly intent: number;
  /** Crashes in a row, and the last step before the latest. */
  readonly crashes: number;
  readonly crashedAt: number;
}

/** What of the record decides how a session goes on. */
export type RecordView = Pick<Timeline, 'latest' | 'snapshotAt' | 'frameAt'>;

/** A state, and what is to be done on the way to it, in this order. */
export interface Next {
  readonly state: SessionState;
  readonly effects: readonly Effect[];
}

/** The same, gone on from: with other facts, and more to be done. */
export function goOn({ state, effects }: Next, change: Partial<SessionState>, ...more: readonly Effect[]): Next {
  return { state: { ...state, ...change }, effects: [...effects, ...more] };
}

/** Where a session begins. */
export function initialState({ recipe, parameters, backend = 'auto', seekTo, past }: SessionOptions): SessionState {
  const { values, interventions, ...origin } = recipe;
  return {
    origin,
    settings: { values, interventions, pending: [] },
    parameters,
    backend,
    activity: { kind: 'idle' },
    cursor: past?.cursor ?? 0,
    frame: past?.record.frameAt(past.cursor),
    spec: undefined,
    status: undefined,
    measured: [],
    notice: undefined,
    run: undefined,
    runs: 0,
    loading: false,
    job: undefined,
    pausing: false,
    number: 0,
    awaited: 0,
    workerStep: 0,
    latestFrame: undefined,
    seekTo: past?.cursor ?? seekTo,
    wishes: [],
    tickets: 0,
    undoing: [],
    beforeTiming: undefined,
    visible: true,
    resume: undefined,
    intent: 0,
    crashes: 0,
    crashedAt: 0,
  };
}

export function isTraining({ job }: SessionState): boolean {
  return job?.kind === 'play' || job?.kind === 'step';
}

/** True where a command in mid-training reaches the run as it trains, ahead of what is shown. */
export function isAhead(state: SessionState): boolean {
  return isTraining(state) && !state.pausing && state.run !== undefined;
}

export function isFailed({ activity }: SessionState): boolean {
  return activity.kind === 'failed';
}

/** The step whose values knobs show: in mid-training all that was turned so far counts, which the cursor may not have reached. */
export function reachOf(state: SessionState): number {
  return isTraining(state) ? Infinity : state.cursor;
}
