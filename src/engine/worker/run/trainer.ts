/** A run: its model, where it stands, and how it gets to another step. No loop, no clock, no messages. */
import { tidy } from '@tensorflow/tfjs-core';
import type { HostArray, Model } from '../../../ml/model';
import type { Action, Frame, Intervention, MetricsBlock, Recipe, Snapshot } from '../../protocol';
import type { CompiledLook, Wanted } from '../compiled/compiled-look';
import { evaluationIsDue, nextEvaluation } from './evaluations';
import { arraysOfMasks, masksOf } from './frozen-weights';
import { Interventions } from './interventions';
import { Checkpoints } from './checkpoints';
import type { ReaderError } from '../reader-error';
import { buildModel, type AnyDefinition } from '../model/build-model';
import { frameArrays } from './frame-arrays';
import { trainingStep } from './training-step';
import { checkSnapshot, writeArrays } from './snapshots';
import { alwaysWanted, type StillWanted } from '../still-wanted';
import { PendingMetrics } from './pending-metrics';
import { usualShapes } from '../compiled/compiled-questions';
import { compiledStep, disposeModel, Weights } from '../compiled/weights';

export class Trainer {
  private at = 0;
  private pending = new PendingMetrics(0);
  private checkpoints = new Checkpoints();
  /** Where the weights are, for those who read them where they lie. */
  readonly weights: Weights;

  private constructor(
    readonly recipe: Recipe,
    private readonly source: Model,
    private readonly interventions: Interventions,
  ) {
    this.weights = new Weights(source);
    interventions.settle(0);
  }

  /**
   * Builds the model on the active backend; compiled, its steps need no backend. Errors come from the model and name node and cause.
   * @throws CannotRecord where it is to be compiled and cannot be; GivenUp.
   */
  static async create(
    recipe: Recipe,
    definition: AnyDefinition,
    { compiled = false, stillWanted = alwaysWanted }: { readonly compiled?: boolean; readonly stillWanted?: StillWanted } = {},
  ): Promise<Trainer> {
    const { model, values } = await buildModel(recipe, definition);
    try {
      const trainer = new Trainer(recipe, model, new Interventions(recipe, model, values));
      if (compiled) await trainer.weights.compile(stillWanted, usualShapes(model, recipe));
      trainer.evaluate();
      return trainer;
    } catch (error) {
      disposeModel(model);
      throw error;
    }
  }

  /** Steps trained so far. */
  get step(): number {
    return this.at;
  }
  /** The model, its variables as they are now. */
  get model(): Model {
    return this.weights.model;
  }
  get isCompiled(): boolean {
    return this.weights.isCompiled;
  }

  /** Looks beside the steps to come; undefined where that has to be done eagerly. */
  look(wanted: Wanted): CompiledLook | undefined {
    return this.weights.look(wanted, this.at);
  }

  /** Why interventions of the recipe were left out. */
  get misfits(): readonly ReaderError[] {
    return this.interventions.misfits;
  }

  /** Trains one step; its loss waits to be collected. */
  advance(): void {
    this.advanceUpTo(1);
  }

  /** Trains steps, many compiled ones at a stretch where nothing else is due between them. @returns how many of the `most` allowed. */
  advanceUpTo(most: number): number {
    const { at, interventions, pending, weights } = this;
    const run = weights.compiled(at);
    const held = interventions.heldNow(at);
    const due = run === undefined || held.length > 0 ? at : Math.min(nextEvaluation(at, this.source.evaluateEvery), interventions.next(at));
    const count = Math.max(1, Math.min(most, due - at));
    if (run === undefined) pending.addLoss(interventions.around(at, () => trainingStep(this.model, at)));
    else if (held.length > 0) pending.addLoss(compiledStep(run, at, held));
    else run.steps(at, pending.room(count));
    this.at += count;
    this.settle();
    this.evaluate();
    return count;
  }

  /** Does what is stamped with the present step, to the variables. */
  private settle(): void {
    if (!this.interventions.touches(this.at)) return;
    this.weights.changed();
    this.weights.toVariables();
    this.interventions.settle(this.at);
  }

  /** Held-out metrics where they are due: after a step, and again after anything else that changed what they are of. */
  private evaluate(): void {
    if (!evaluationIsDue(this.at, this.source.evaluateEvery)) return;
    const run = this.weights.compiled(this.at);
    this.pending.addEvaluation(this.at, run?.evaluate() ?? tidy(() => this.model.evaluate()));
  }

  /**
   * Does something to the run now; everything stamped later is forgotten, since the run takes another way.
   * @throws ReaderError where it does not fit the model; nothing is changed then.
   */
  intervene(actions: readonly Action[]): readonly Intervention[] {
    this.weights.changed();
    this.weights.toVariables();
    const stamped = this.interventions.add(actions, this.at);
    this.evaluate();
    return stamped;
  }

  /** Training goes on from here: what was done later, on the branch left behind, no longer counts. */
  forgetLater(): void {
    this.interventions.forgetLater(this.at);
  }

  /** Goes back to a state with other interventions before it. Throws where the snapshot is another model's. */
  undo(snapshot: Snapshot, interventions: readonly Intervention[]): void {
    this.interventions.replace(interventions);
    this.restore(snapshot);
    this.evaluate();
  }

  /** Keeps the present state, and the two kept before, for going back a little way. */
  remember(): void {
    const { masked } = this.interventions;
    const { block } = this.weights;
    if (block === undefined) this.checkpoints.keep(this.at, this.weights.all, masked);
    else this.checkpoints.keepBlock(this.at, block, masked);
  }

  /** Tensors held for going back, besides those of the model. */
  get tensorsKept(): number {
    return this.checkpoints.tensors;
  }

  /**
   * Goes back to a step a little way past, through the state kept at or before it; what has not been read is dropped.
   * @returns false, and changes nothing, where no such state is kept.
   */
  goBackTo(step: number): boolean {
    const from = this.checkpoints.restore(step, () => this.weights.all);
    if (from === undefined) return false;
    if (from.block !== undefined) this.weights.setBlock(from.block);
    this.interventions.masked = from.masked;
    this.arriveAt(from.step);
    while (this.at < step) this.advance();
    this.dropPending();
    return true;
  }

  /** The state as plain arrays. */
  async snapshot(): Promise<Snapshot> {
    const step = this.at;
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

  /** Sets weights by name, shapes checked by the caller. There is no going back to before. */
  load(arrays: Readonly<Record<string, HostArray>>): void {
    this.checkpoints.forget();
    for (const { name } of this.weights.all) {
      const array = arrays[name];
      if (array !== undefined) this.interventions.write(name, array.data);
    }
    this.evaluate();
  }

  private arriveAt(step: number): void {
    this.at = step;
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
    const { at, pending, checkpoints } = this;
    const { masked } = this.interventions;
    const here = new Checkpoints();
    here.keep(at, this.weights.all, masked);
    this.pending = new PendingMetrics(at);
    this.checkpoints = new Checkpoints();
    try {
      if (snapshot !== undefined) this.restore(snapshot);
      return await look();
    } finally {
      this.checkpoints.forget();
      this.arriveAt(at);
      this.pending.dispose();
      // After what arriving does to the weights: they are to be what they were, weights that were loaded among them.
      here.restore(at, () => this.weights.all);
      here.forget();
      this.interventions.masked = masked;
      [this.pending, this.checkpoints] = [pending, checkpoints];
    }
  }

  /** Reads all losses and evaluations that have not been read, in one go. */
  async collect(): Promise<MetricsBlock> {
    const { pending } = this;
    this.pending = new PendingMetrics(this.at);
    return pending.read();
  }

  private dropPending(): void {
    this.pending.dispose();
    this.pending = new PendingMetrics(this.at);
  }

  /** The arrays for the pictures, at the present weights. */
  async frame(): Promise<Frame> {
    return { step: this.at, arrays: await frameArrays(this.source, this.weights, this.at) };
  }

  dispose(): void {
    this.checkpoints.forget();
    this.dropPending();
    disposeModel(this.source);
  }
}
