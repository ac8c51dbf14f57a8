/**
 * The record of a run of any length within a bound of memory: its metrics, at every step at first, and frames and snapshots, close
 * together near now and wide apart far back.
 */
import { LossRecord } from './loss-record';
import type { Frame, Intervention, MetricsBlock, Snapshot } from './protocol';
import type { RunRecord, Stop } from './session-api';
import { Trail, type Trace } from './trail';

/** Bytes of all frames and of all snapshots, each at most; metrics come on top, which are thinned as well. */
export const FRAME_BYTES = 20e6;
export const SNAPSHOT_BYTES = 20e6;
/** So many numbers of all evaluations together are kept at most. */
const MOST_EVALUATED = 1e6;
/** So many items at most, however small they are. */
const MOST_ITEMS = 300;
interface Item {
  readonly step: number;
}

function bytesOf(item: { readonly arrays: Readonly<Record<string, { readonly data: { readonly byteLength: number } }>> }): number {
  return Object.values(item.arrays).reduce((sum, { data }) => sum + data.byteLength + 64, 64);
}

/**
 * Which item to drop: not the first and not the last, but the one whose absence leaves the smallest gap for its age.
 * @param items sorted by step.
 * @param pinned steps whose items stay.
 * @returns its index, or undefined where none may go.
 */
export function leastMissed(items: readonly Item[], pinned: ReadonlySet<number> = new Set()): number | undefined {
  const latest = items.at(-1)?.step ?? 0;
  let best: number | undefined;
  let least = Infinity;
  for (let i = 1; i < items.length - 1; i++) {
    if (pinned.has(items[i]?.step ?? 0)) continue;
    const gap = (items[i + 1]?.step ?? 0) - (items[i - 1]?.step ?? 0);
    const missed = gap / (latest - (items[i]?.step ?? 0) + 1);
    if (missed < least) {
      least = missed;
      best = i;
    }
  }
  return best;
}

/** Items by step within a bound of bytes. */
class Thinned<T extends Item & Parameters<typeof bytesOf>[0]> {
  readonly items: T[] = [];
  /** Steps whose items are never dropped. */
  readonly pinned = new Set<number>();
  bytes = 0;
  constructor(private readonly bound: number) {}

  add(item: T): void {
    const at = this.items.findIndex(({ step }) => step >= item.step);
    const place = at < 0 ? this.items.length : at;
    const replaced = this.items[place]?.step === item.step ? this.items.splice(place, 1) : [];
    for (const old of replaced) this.bytes -= bytesOf(old);
    this.items.splice(place, 0, item);
    this.bytes += bytesOf(item);
    while (this.bytes > this.bound || this.items.length > MOST_ITEMS) {
      const index = leastMissed(this.items, this.pinned);
      if (index === undefined) return;
      for (const dropped of this.items.splice(index, 1)) this.bytes -= bytesOf(dropped);
    }
  }

  truncate(step: number): void {
    for (const pinned of this.pinned) if (pinned > step) this.pinned.delete(pinned);
    while ((this.items.at(-1)?.step ?? -1) > step) for (const dropped of this.items.splice(-1, 1)) this.bytes -= bytesOf(dropped);
  }

  atOrBefore(step: number): T | undefined {
    return this.items.findLast((item) => item.step <= step);
  }

  nearest(step: number): T | undefined {
    const before = this.atOrBefore(step);
    const after = this.items.find((item) => item.step >= step);
    if (before === undefined || after === undefined) return before ?? after;
    return step - before.step <= after.step - step ? before : after;
  }
}

export class Timeline implements RunRecord {
  private losses = new LossRecord();
  private count = 0;
  private readonly frameStore: Thinned<Frame>;
  private readonly snapshots: Thinned<Snapshot>;
  readonly trail = new Trail();
  evaluatedAt: number[] = [];
  evaluated: Record<string, number[]> = {};
  interventions: Intervention[];
  stops: readonly Stop[] = [];

  /** @param lean keeps metrics, and of frames and snapshots the first and the last alone. */
  constructor(interventions: readonly Intervention[] = [], lean = false) {
    this.interventions = [...interventions];
    this.frameStore = new Thinned<Frame>(lean ? 0 : FRAME_BYTES);
    this.snapshots = new Thinned<Snapshot>(lean ? 0 : SNAPSHOT_BYTES);
  }

  get latest(): number {
    return this.count;
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
    this.interventions = this.interventions.filter((one) => one.step <= step);
    this.stops = this.stops.filter((one) => one.step <= step);
  }

  /** The metrics as they are now, without frames and snapshots: a ghost in the curves. */
  ghost(): RunRecord {
    const ghost = new Timeline(this.interventions);
    ghost.losses = this.losses.copy();
    ghost.count = this.count;
    ghost.evaluatedAt = [...this.evaluatedAt];
    ghost.evaluated = Object.fromEntries(Object.entries(this.evaluated).map(([name, values]) => [name, [...values]]));
    return ghost;
  }

  /** The record up to a step, for a second run that goes on from there; frames and snapshots, which nobody changes, are shared. */
  copy(step: number): Timeline {
    const copy = new Timeline(this.interventions);
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
