/** A run: its model, where it stands, and how it gets to another step. No loop, no clock, no messages. */
import { tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { Value } from '../../demos/spec';
import { engineText } from '../../i18n/engine';
import { createRandom } from '../../ml/random';
import type { HostArray, Model, NamedVariable } from '../../ml/model';
import { describeNetwork } from '../../ml/spec/describe';
import type { Doing, Frame, Intervention, MetricsBlock, Recipe, Snapshot } from '../protocol';
import { arraysOfMasks, masksOf } from './holding';
import { Interventions } from './interventions';
import { Marks } from './marks';
import { ReaderError } from './reader-error';
import { isHostArray, readAll, toHost, toTensor } from './tensors';
import { trainingStep } from './training-step';
import { Unread } from './unread';

/** Weights up to this many elements travel with every frame, for pictures of weights. */
const WEIGHTS_IN_FRAME = 4096;

export class Trainer {
  private at = 0;
  private unread = new Unread(0);
  private marks = new Marks();
  private readonly interventions: Interventions;

  private constructor(
    readonly recipe: Recipe,
    readonly model: Model,
    values: Record<string, Value>,
  ) {
    this.interventions = new Interventions(recipe, model, values);
    this.interventions.settle(0);
    this.evaluate();
  }

  /** Builds the model on the active backend. Errors come from the model and name node and cause. */
  static async create(recipe: Recipe, definition: { create: (options: never) => Model | Promise<Model> }): Promise<Trainer> {
    const values: Record<string, Value> = { ...recipe.values };
    const options = { values, random: createRandom(recipe.seed), ...(recipe.ownData === undefined ? {} : { ownData: recipe.ownData }) };
    const model = await definition.create(options as never);
    return new Trainer(recipe, model, values);
  }

  /** Steps trained so far. */
  get step(): number {
    return this.at;
  }

  /** Multiply-adds of one sample forwards, 0 where the model has no specification. */
  get multiplyAdds(): number {
    return this.model.spec === undefined ? 0 : describeNetwork(this.model.spec).multiplyAdds;
  }

  /** Why interventions of the recipe were left out. */
  get misfits(): readonly ReaderError[] {
    return this.interventions.misfits;
  }

  /** Everything that makes up the state, by name. */
  private get all(): readonly NamedVariable[] {
    return [...this.model.variables, ...this.model.state, ...this.model.optimiser.slots];
  }

  /** Trains one step; its loss waits to be collected. */
  advance(): void {
    this.unread.addLoss(this.interventions.around(this.at, () => trainingStep(this.model, this.at)));
    this.at++;
    this.interventions.settle(this.at);
    this.evaluate();
  }

  /** Held-out metrics where they are due: after a step, and again after anything else that changed what they are of. */
  private evaluate(): void {
    if (this.at % this.model.evaluateEvery !== 0) return;
    this.unread.addEvaluation(
      this.at,
      tidy(() => this.model.evaluate()),
    );
  }

  private write({ variable }: NamedVariable, array: HostArray | undefined): void {
    if (array === undefined) return;
    const fresh = toTensor({ shape: variable.shape, data: array.data });
    variable.assign(fresh);
    fresh.dispose();
  }

  /**
   * Does something to the run now; everything stamped later is forgotten, since the run takes another way.
   * @throws ReaderError where it does not fit the model; nothing is changed then.
   */
  intervene(doings: readonly Doing[]): readonly Intervention[] {
    const stamped = this.interventions.add(doings, this.at);
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
    this.marks.keep(this.at, this.all, this.interventions.masked);
  }

  /** Tensors held for going back, besides those of the model. */
  get tensorsKept(): number {
    return this.marks.tensors;
  }

  /**
   * Goes back to a step a little way past, through the state kept at or before it; what has not been read is dropped.
   * @returns false, and changes nothing, where no such state is kept.
   */
  goBackTo(step: number): boolean {
    const from = this.marks.restore(step, this.all);
    if (from === undefined) return false;
    this.interventions.masked = from.masked;
    this.arriveAt(from.step);
    while (this.at < step) this.advance();
    this.dropUnread();
    return true;
  }

  /** The state as plain arrays. */
  async snapshot(): Promise<Snapshot> {
    const step = this.at;
    const entries = await Promise.all(this.all.map(async ({ name, variable }) => [name, await toHost(variable)] as const));
    return { step, arrays: { ...Object.fromEntries(entries), ...arraysOfMasks(this.interventions.masked) } };
  }

  /** Restores a snapshot of this model, bit for bit. Throws where it is another model's. */
  restore(snapshot: Snapshot): void {
    for (const named of this.all) {
      const array = snapshot.arrays[named.name];
      if (array === undefined || array.data.length !== named.variable.size) {
        throw new ReaderError(engineText.snapshotMisfit, { name: named.name });
      }
    }
    this.marks.forget();
    for (const named of this.all) this.write(named, snapshot.arrays[named.name]);
    this.interventions.masked = masksOf(snapshot.arrays);
    this.arriveAt(snapshot.step);
  }

  /** Sets weights by name, shapes checked by the caller. There is no going back to before. */
  load(arrays: Readonly<Record<string, HostArray>>): void {
    this.marks.forget();
    for (const { name } of this.all) {
      const array = arrays[name];
      if (array !== undefined) this.interventions.write(name, array.data);
    }
    this.evaluate();
  }

  private arriveAt(step: number): void {
    this.at = step;
    this.dropUnread();
    this.interventions.arriveAt(step);
  }

  /**
   * Looks at the run, or at another state of it, and leaves it as it was, bit for bit: step, weights, and what is unread.
   * @param look may train; what it trains is not recorded.
   */
  async aside<T>(snapshot: Snapshot | undefined, look: () => Promise<T>): Promise<T> {
    const { at, unread, marks } = this;
    const { masked } = this.interventions;
    const here = new Marks();
    here.keep(at, this.all, masked);
    this.unread = new Unread(at);
    this.marks = new Marks();
    try {
      if (snapshot !== undefined) this.restore(snapshot);
      return await look();
    } finally {
      this.marks.forget();
      this.arriveAt(at);
      this.unread.dispose();
      // After what arriving does to the weights: they are to be what they were, weights that were loaded among them.
      here.restore(at, this.all);
      here.forget();
      this.interventions.masked = masked;
      [this.unread, this.marks] = [unread, marks];
    }
  }

  /** Reads all losses and evaluations that have not been read, in one go. */
  async collect(): Promise<MetricsBlock> {
    const { unread } = this;
    this.unread = new Unread(this.at);
    return unread.read();
  }

  private dropUnread(): void {
    this.unread.dispose();
    this.unread = new Unread(this.at);
  }

  /** The arrays for the pictures, at the present weights. */
  async frame(): Promise<Frame> {
    const step = this.at;
    const arrays: Record<string, HostArray> = {};
    const tensors = tidy(() => {
      const made: Record<string, Tensor> = {};
      for (const [name, value] of Object.entries(this.model.frame(step))) {
        if (isHostArray(value)) arrays[name] = { shape: value.shape, data: value.data.slice() };
        // A clone, for a model may show a variable itself, which must outlive the reading.
        else made[name] = value.clone();
      }
      for (const { name, variable } of this.model.variables) {
        if (variable.size <= WEIGHTS_IN_FRAME) made[`weights/${name}`] = variable.clone();
      }
      return made;
    });
    return { step, arrays: { ...arrays, ...(await readAll(tensors)) } };
  }

  dispose(): void {
    this.marks.forget();
    this.dropUnread();
    for (const { variable } of this.all) variable.dispose();
    this.model.optimiser.dispose();
    this.model.dispose();
  }
}
