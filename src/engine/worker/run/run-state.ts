/** Where a run stands: its step, its weights, what is frozen, what has not been read. How it gets to another stand without training. */
import type { Snapshot } from '../../protocol';
import type { Weights } from '../compiled/weights';
import { Checkpoints } from './checkpoints';
import { arraysOfMasks, masksOf } from './frozen-weights';
import type { Interventions } from './interventions';
import { PendingMetrics } from './pending-metrics';
import { checkSnapshot, writeArrays } from './snapshots';

export class RunState {
  /** Steps trained so far. */
  step = 0;
  /** Losses and evaluations that nobody has read yet. */
  pending = new PendingMetrics(0);
  private checkpoints = new Checkpoints();

  constructor(
    readonly weights: Weights,
    private readonly interventions: Interventions,
  ) {
    interventions.settle(0);
  }

  /** Tensors held for going back, besides those of the model. */
  get tensorsKept(): number {
    return this.checkpoints.tensors;
  }

  /** Keeps the present state, and the two kept before, for going back a little way. */
  remember(): void {
    const { masked } = this.interventions;
    const { block } = this.weights;
    if (block === undefined) this.checkpoints.keep(this.step, this.weights.all, masked);
    else this.checkpoints.keepBlock(this.step, block, masked);
  }

  /**
   * Goes back to the state kept at or before a step; the way from there is for the trainer to go again.
   * @returns false, and changes nothing, where no such state is kept.
   */
  goBackBefore(step: number): boolean {
    const from = this.checkpoints.restore(step, () => this.weights.all);
    if (from === undefined) return false;
    if (from.block !== undefined) this.weights.setBlock(from.block);
    this.interventions.masked = from.masked;
    this.arriveAt(from.step);
    return true;
  }

  /** The state as plain arrays. */
  async snapshot(): Promise<Snapshot> {
    const { step } = this;
    const masks = arraysOfMasks(this.interventions.masked);
    return { step, arrays: { ...(await this.weights.arrays()), ...masks } };
  }

  /** Restores a snapshot of this model, bit for bit. Throws where it is another model's. */
  restore(snapshot: Snapshot): void {
    checkSnapshot(snapshot, this.weights.all);
    this.checkpoints.forget();
    writeArrays(this.weights.all, snapshot.arrays);
    this.interventions.masked = masksOf(snapshot.arrays);
    this.arriveAt(snapshot.step);
  }

  /** There is no going back to before. */
  forgetCheckpoints(): void {
    this.checkpoints.forget();
  }

  private arriveAt(step: number): void {
    this.step = step;
    this.dropPending();
    if (this.interventions.changesValues) this.weights.changed();
    // What is stamped with the step is done to the variables.
    if (this.interventions.touches(step)) this.weights.toVariables();
    this.interventions.arriveAt(step);
  }

  /**
   * Looks at the run, or at another state of it, and leaves it as it was, bit for bit: step, weights, and what is pending.
   * @param look may train; what it trains is not recorded.
   */
  async aside<T>(snapshot: Snapshot | undefined, look: () => Promise<T>): Promise<T> {
    const { step, pending, checkpoints } = this;
    const { masked } = this.interventions;
    const here = new Checkpoints();
    here.keep(step, this.weights.all, masked);
    this.pending = new PendingMetrics(step);
    this.checkpoints = new Checkpoints();
    try {
      if (snapshot !== undefined) this.restore(snapshot);
      return await look();
    } finally {
      this.checkpoints.forget();
      this.arriveAt(step);
      this.pending.dispose();
      // After what arriving does to the weights: they are to be what they were, weights that were loaded among them.
      here.restore(step, () => this.weights.all);
      here.forget();
      this.interventions.masked = masked;
      [this.pending, this.checkpoints] = [pending, checkpoints];
    }
  }

  /** Takes what is pending away to be read; what comes from now on waits anew. */
  takePending(): PendingMetrics {
    const { pending } = this;
    this.pending = new PendingMetrics(this.step);
    return pending;
  }

  dropPending(): void {
    this.takePending().dispose();
  }

  dispose(): void {
    this.checkpoints.forget();
    this.dropPending();
  }
}
