/**
 * The record of a run of any length within a bound of memory: its metrics, at every step at first, and frames and snapshots, close
 * together near now and wide apart far back.
 */
import { LossRecord } from './loss-record';
import type { Frame, Intervention, MetricsBlock, Snapshot } from './protocol';
import type { RunRecord, Stop } from './run-record';
import { Thinned } from './thinned';
import { Trail, type Trace } from './trail';

/** Bytes of all frames and of all snapshots, each at most; metrics come on top, which are thinned as well. */
export const FRAME_BYTES = 20e6;
export const SNAPSHOT_BYTES = 20e6;
/** So many numbers of all evaluations together are kept at most. */
const MOST_EVALUATED = 1e6;
export class Timeline implements RunRecord {
  private losses = new LossRecord();
  private count = 0;
  private readonly frameStore: Thinned<Frame>;
  private readonly snapshots: Thinned<Snapshot>;
  readonly trail = new Trail();
  evaluatedAt: number[] = [];
  evaluated: Record<string, number[]> = {};
  stops: readonly Stop[] = [];

  /**
   * @param done what was done to the run, as its settings say.
   * @param lean keeps metrics, and of frames and snapshots the first and the last alone.
   */
  constructor(
    private readonly done: () => readonly Intervention[] = () => [],
    lean = false,
  ) {
    this.frameStore = new Thinned<Frame>(lean ? 0 : FRAME_BYTES);
    this.snapshots = new Thinned<Snapshot>(lean ? 0 : SNAPSHOT_BYTES);
  }

  get latest(): number {
    return this.count;
  }

  get interventions(): readonly Intervention[] {
    return this.done();
  }

  get loss(): Float32Array {
    return this.losses.loss;
  }

  get lossAt(): Float64Array {
    return this.losses.at;
  }

  get frames(): readonly Frame[] {
    return this.frameStore.items;
  }

  get traces(): readonly Trace[] {
    return this.trail.traces;
  }

  get snapshotSteps(): readonly number[] {
    return this.snapshots.items.map(({ step }) => step);
  }

  private get numbersEvaluated(): number {
    return this.evaluatedAt.length * (1 + Object.keys(this.evaluated).length);
  }

  get bytes(): number {
    return 8 * this.numbersEvaluated + this.losses.bytes + this.frameStore.bytes + this.snapshots.bytes;
  }

  /** Adds what was trained. What overlaps is replaced (a replay gives the same); a gap cannot be and is refused. */
  addMetrics(block: MetricsBlock): void {
    if (block.from > this.count) throw new Error(`metrics from step ${block.from} leave a gap after step ${this.count}`);
    this.losses.add(block.from, block.loss);
    this.count = Math.max(this.count, block.from + block.loss.length);
    block.evaluatedAt.forEach((step, i) => this.addEvaluation(step, block.evaluated, i));
    if (this.numbersEvaluated > MOST_EVALUATED) this.thinEvaluations();
  }

  private addEvaluation(step: number, evaluated: MetricsBlock['evaluated'], index: number): void {
    const last = this.evaluatedAt.at(-1) ?? -1;
    const place = step > last ? this.evaluatedAt.length : this.evaluatedAt.indexOf(step);
    if (place < 0) return;
    this.evaluatedAt[place] = step;
    for (const [name, values] of Object.entries(evaluated)) {
      const series = (this.evaluated[name] ??= []);
      series[place] = values[index] ?? NaN;
    }
  }

  /** Keeps every second, and the last. */
  private thinEvaluations(): void {
    const last = this.evaluatedAt.length - 1;
    const kept = (_: number, i: number): boolean => i % 2 === 0 || i === last;
    this.evaluatedAt = this.evaluatedAt.filter(kept);
    this.evaluated = Object.fromEntries(Object.entries(this.evaluated).map(([name, values]) => [name, values.filter(kept)]));
  }

  addFrame(frame: Frame): void {
    this.frameStore.add(frame);
  }

  addSnapshot(snapshot: Snapshot): void {
    this.snapshots.add(snapshot);
  }

  /** Marks where the run paused by itself; what was marked there before is past. */
  addStop(stop: Stop): void {
    this.stops = [...this.stops.filter(({ step }) => step !== stop.step), stop].sort((a, b) => a.step - b.step);
  }

  /** Keeps the snapshot of a step whatever happens: weights put there from outside, which no replay from before it brings about. */
  pinSnapshot(step: number): void {
    this.snapshots.pinned.add(step);
  }

  frameAt(step: number): Frame | undefined {
    return this.frameStore.nearest(step);
  }

  /** The latest snapshot at or before a step. */
  snapshotAt(step: number): Snapshot | undefined {
    return this.snapshots.atOrBefore(step);
  }

  metricsAt(step: number): Readonly<Record<string, number>> {
    const metrics: Record<string, number> = {};
    const loss = this.losses.valueAt(step);
    if (loss !== undefined) metrics['loss'] = loss;
    const place = this.evaluatedAt.findLastIndex((at) => at <= step);
    for (const [name, values] of Object.entries(this.evaluated)) {
      const value = values[place];
      if (value !== undefined) metrics[name] = value;
    }
    return metrics;
  }

  /** Forgets everything after a step: the run goes on from there another way. */
  truncate(step: number): void {
    this.count = Math.min(this.count, step);
    this.losses.truncate(step);
    this.frameStore.truncate(step);
    this.trail.truncate(step);
    this.snapshots.truncate(step);
    const kept = this.evaluatedAt.filter((at) => at <= step).length;
    this.evaluatedAt.length = kept;
    for (const series of Object.values(this.evaluated)) series.length = Math.min(series.length, kept);
    this.stops = this.stops.filter((one) => one.step <= step);
  }

  /** The metrics as they are now, without frames and snapshots: a ghost in the curves. */
  ghost(): RunRecord {
    const { interventions } = this;
    const ghost = new Timeline(() => interventions);
    ghost.losses = this.losses.copy();
    ghost.count = this.count;
    ghost.evaluatedAt = [...this.evaluatedAt];
    ghost.evaluated = Object.fromEntries(Object.entries(this.evaluated).map(([name, values]) => [name, [...values]]));
    return ghost;
  }

  /**
   * The record up to a step, for a second run that goes on from there; frames and snapshots, which nobody changes, are shared.
   * @param done what was done to that run.
   */
  copy(step: number, done?: () => readonly Intervention[]): Timeline {
    const copy = new Timeline(done);
    copy.losses = this.losses.copy();
    copy.count = this.count;
    copy.evaluatedAt = [...this.evaluatedAt];
    copy.evaluated = Object.fromEntries(Object.entries(this.evaluated).map(([name, values]) => [name, [...values]]));
    for (const frame of this.frames) copy.addFrame(frame);
    for (const pinned of this.snapshots.pinned) copy.pinSnapshot(pinned);
    for (const snapshot of this.snapshots.items) copy.addSnapshot(snapshot);
    copy.truncate(step);
    return copy;
  }
}
