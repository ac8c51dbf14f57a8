/** A run: its model, its steps, what is done to it on the way. No loop, no clock, no messages. */
import { tidy } from '@tensorflow/tfjs-core';
import type { HostArray, Model } from '../../../ml/model';
import type { Action, Frame, Intervention, MetricsBlock, Recipe, Snapshot } from '../../protocol';
import type { CompiledLook, Wanted } from '../compiled/compiled-look';
import { evaluationIsDue, lastEvaluation, nextEvaluation } from './evaluations';
import { Interventions } from './interventions';
import { RunState } from './run-state';
import type { ReaderError } from '../reader-error';
import { buildModel, type AnyDefinition } from '../model/build-model';
import { frameArrays } from './frame-arrays';
import { trainingStep } from './training-step';
import type { TrainerOptions } from './trainer-options';
import { alwaysWanted } from '../still-wanted';
import { usualShapes } from '../compiled/compiled-questions';
import { compiledStep, disposeModel, Weights } from '../compiled/weights';
import { Spread } from '../spread/spread';

/** Fewer steps than these are trained here, without helpers: sending them would take longer. */
const LEAST_STEPS = 32;

export class Trainer {
  private readonly state: RunState;
  /** Where the weights are, for those who read them where they lie. */
  readonly weights: Weights;
  /** Evaluations before this step are left out. */
  private evaluatedFrom = 0;

  private constructor(
    readonly recipe: Recipe,
    private readonly source: Model,
    private readonly interventions: Interventions,
    private readonly spread: Spread | undefined,
  ) {
    this.weights = new Weights(source);
    this.state = new RunState(this.weights, interventions);
  }

  /**
   * Builds the model on the active backend; compiled, its steps need no backend. Errors come from the model and name node and cause.
   * @throws CannotRecord where it is to be compiled and cannot be; GivenUp.
   */
  static async create(
    recipe: Recipe,
    definition: AnyDefinition,
    { compiled = false, stillWanted = alwaysWanted, helpers }: TrainerOptions = {},
  ): Promise<Trainer> {
    const { model, values } = await buildModel(recipe, definition);
    try {
      const spread = compiled ? Spread.of(recipe, model, helpers) : undefined;
      const trainer = new Trainer(recipe, model, new Interventions(recipe, model, values), spread);
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
    return this.state.step;
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
    return this.weights.look(wanted, this.step);
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
    const { interventions, state, weights } = this;
    const { step: at, pending } = state;
    const run = weights.compiled(at);
    const held = interventions.heldNow(at);
    const due = run === undefined || held.length > 0 ? at : Math.min(this.nextEvaluation(at), interventions.next(at));
    const count = Math.max(1, Math.min(most, due - at));
    if (run === undefined) pending.addLoss(interventions.around(at, () => trainingStep(this.model, at)));
    else if (held.length > 0) pending.addLoss(compiledStep(run, at, held));
    else run.steps(at, pending.room(count));
    state.step += count;
    this.settle();
    this.evaluate();
    return count;
  }

  /** Helpers that train shares of the run's members. */
  get helping(): number {
    return this.spread?.helping ?? 0;
  }

  /**
   * Trains steps of many networks in several workers, at least one and at most so many, with the same bits as here.
   * @returns false, and nothing is trained, where that cannot be or is not worth it.
   */
  async advanceSpread(most: number): Promise<boolean> {
    const { interventions, spread, state, step: at, weights } = this;
    // Where something is done to the run, what is evaluated is what comes of it.
    const end = Math.min(at + most, interventions.next(at) - 1);
    // What a knob has changed in mid-run, and what is frozen, helpers are not told.
    if (end - at < LEAST_STEPS || interventions.changesValues || interventions.heldNow(at).length > 0) return false;
    const run = spread?.start() === true ? weights.compiled(at) : undefined;
    if (spread === undefined || run === undefined) return false;
    const trained = await spread.train(run, spread.workOf(at, end, this.nextEvaluation));
    if (trained === undefined) return false;
    state.pending.room(trained.losses.length).set(trained.losses);
    for (const [step, metrics] of trained.evaluations) state.pending.addEvaluation(step, metrics);
    state.step += trained.losses.length;
    return true;
  }

  /** Does what is stamped with the present step, to the variables. */
  private settle(): void {
    if (!this.interventions.touches(this.step)) return;
    this.weights.changed();
    this.weights.toVariables();
    this.interventions.settle(this.step);
  }

  /** Held-out metrics where they are due: after a step, and again after anything else that changed what they are of. */
  private evaluate(): void {
    if (this.step < this.evaluatedFrom || !evaluationIsDue(this.step, this.source.evaluateEvery)) return;
    const run = this.weights.compiled(this.step);
    this.state.pending.addEvaluation(this.step, run?.evaluate() ?? tidy(() => this.model.evaluate()));
  }

  private readonly nextEvaluation = (step: number): number =>
    nextEvaluation(Math.max(step, this.evaluatedFrom - 1), this.source.evaluateEvery);

  /**
   * For runs of which only the end counts: evaluates no more until the last evaluation that is due at or before `step`. What is
   * trained is the same, bit for bit.
   */
  evaluateOnlyFor(step: number): void {
    this.evaluatedFrom = lastEvaluation(step, this.source.evaluateEvery);
  }

  /**
   * Does something to the run now; everything stamped later is forgotten, since the run takes another way.
   * @throws ReaderError where it does not fit the model; nothing is changed then.
   */
  intervene(actions: readonly Action[]): readonly Intervention[] {
    this.weights.changed();
    this.weights.toVariables();
    const stamped = this.interventions.add(actions, this.step);
    this.evaluate();
    return stamped;
  }

  /** Training goes on from here: what was done later, on the branch left behind, no longer counts. */
  forgetLater(): void {
    this.interventions.forgetLater(this.step);
  }

  /** Goes back to a state with other interventions before it. Throws where the snapshot is another model's. */
  undo(snapshot: Snapshot, interventions: readonly Intervention[]): void {
    this.interventions.replace(interventions);
    this.restore(snapshot);
    this.evaluate();
  }

  /** Keeps the present state, and the two kept before, for going back a little way. */
  remember(): void {
    this.state.remember();
  }

  /** Tensors held for going back, besides those of the model. */
  get tensorsKept(): number {
    return this.state.tensorsKept;
  }

  /**
   * Goes back to a step a little way past, through the state kept at or before it; what has not been read is dropped.
   * @returns false, and changes nothing, where no such state is kept.
   */
  goBackTo(step: number): boolean {
    if (!this.state.goBackBefore(step)) return false;
    while (this.step < step) this.advance();
    this.state.dropPending();
    return true;
  }

  /** The state as plain arrays. */
  async snapshot(): Promise<Snapshot> {
    return this.state.snapshot();
  }

  /** Restores a snapshot of this model, bit for bit. Throws where it is another model's. */
  restore(snapshot: Snapshot): void {
    this.state.restore(snapshot);
  }

  /** Sets weights by name, shapes checked by the caller. There is no going back to before. */
  load(arrays: Readonly<Record<string, HostArray>>): void {
    this.state.forgetCheckpoints();
    for (const { name } of this.weights.all) {
      const array = arrays[name];
      if (array !== undefined) this.interventions.write(name, array.data);
    }
    this.evaluate();
  }

  /**
   * Looks at the run, or at another state of it, and leaves it as it was, bit for bit: step, weights, and what is pending.
   * @param look may train; what it trains is not recorded, and not evaluated.
   */
  async aside<T>(snapshot: Snapshot | undefined, look: () => Promise<T>): Promise<T> {
    const { evaluatedFrom } = this;
    this.evaluatedFrom = Infinity;
    try {
      return await this.state.aside(snapshot, look);
    } finally {
      this.evaluatedFrom = evaluatedFrom;
    }
  }

  /** Reads all losses and evaluations that have not been read, in one go. */
  async collect(): Promise<MetricsBlock> {
    return this.state.takePending().read();
  }

  /** The arrays for the pictures, at the present weights. */
  async frame(): Promise<Frame> {
    return { step: this.step, arrays: await frameArrays(this.source, this.weights, this.step) };
  }

  dispose(): void {
    this.spread?.dispose();
    this.state.dispose();
    disposeModel(this.source);
  }
}
