/** What is recorded along a run, as it is read. Kept by `timeline.ts`. */
import type { Frame, Intervention, PauseReason } from './protocol';
import type { Trace } from './trail';

/** Where a run paused by itself, and why: a mark on the timeline. */
export interface Stop {
  readonly step: number;
  readonly reason: Extract<PauseReason, { kind: 'breakpoint' | 'non-finite' }>;
}

/** True of a pause that is a stop: something has happened in the run. */
export function isStop(reason: PauseReason | undefined): reason is Stop['reason'] {
  return reason?.kind === 'breakpoint' || reason?.kind === 'non-finite';
}

/** Everything recorded along a run; read by views, never changed by them. */
export interface RunRecord {
  /** Latest step trained. */
  readonly latest: number;
  /** Losses, and the steps they are of, rising: of every step at first, of fewer as a run grows beyond hundreds of thousands of them. */
  readonly loss: Float32Array;
  readonly lossAt: Float64Array;
  /** Held-out metrics by name, at the steps of `evaluatedAt`. */
  readonly evaluatedAt: readonly number[];
  readonly evaluated: Readonly<Record<string, readonly number[]>>;
  readonly interventions: readonly Intervention[];
  /** Where the run paused by itself, by step. */
  readonly stops: readonly Stop[];
  /** Steps at which something can be seen exactly without replaying. */
  readonly snapshotSteps: readonly number[];
  /** The recorded frames, by step. */
  readonly frames: readonly Frame[];
  /** What was seen inside the run, by step. */
  readonly traces: readonly Trace[];
  /** The recorded frame nearest to a step. */
  frameAt(step: number): Frame | undefined;
  /** Metrics in force at a step: `loss` and the last evaluation at or before it. */
  metricsAt(step: number): Readonly<Record<string, number>>;
  /** Bytes held; at most 64 MB whatever the run's length. */
  readonly bytes: number;
}
