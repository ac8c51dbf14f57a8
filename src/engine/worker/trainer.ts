/** A run: its model, where it stands, and how it gets to another step. No loop, no clock, no messages. */
import { tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { Value, Values } from '../../demos/spec';
import { engineText } from '../../i18n/engine';
import { createRandom } from '../../ml/random';
import type { HostArray, Model, NamedVariable } from '../../ml/model';
import { describeNetwork } from '../../ml/spec/describe';
import { withIntervention } from '../interventions';
import type { Frame, Intervention, MetricsBlock, Recipe, Snapshot } from '../protocol';
import { Marks } from './marks';
import { ReaderError } from './reader-error';
import { isHostArray, readAll, toHost, toTensor } from './tensors';
import { trainingStep } from './training-step';
import { Unread } from './unread';

/** Weights up to this many elements travel with every frame, for pictures of weights. */
const WEIGHTS_IN_FRAME = 4096;

type Change =
  | { readonly kind: 'set'; readonly values: Values }
  | { readonly kind: 'edit'; readonly variable: string; readonly index: number; readonly value: number };

export class Trainer {
  private at = 0;
  private unread = new Unread(0);
  private readonly marks = new Marks();
  private interventions: Intervention[] = [];
  /** Why interventions of the recipe that do not fit the model (an old or mistaken link) were left out. */
  readonly misfits: ReaderError[] = [];

  private constructor(
    readonly recipe: Recipe,
    readonly model: Model,
    private readonly values: Record<string, Value>,
  ) {
    for (const one of recipe.interventions) {
      const problem = this.problemWith(one);
      if (problem === undefined) this.interventions.push(one);
      else this.misfits.push(problem);
    }
    this.settle();
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

  /** Everything that makes up the state, by name. */
  private get all(): readonly NamedVariable[] {
    return [...this.model.variables, ...this.model.state, ...this.model.optimiser.slots];
  }

  /** Trains one step; its loss waits to be collected. */
  advance(): void {
    this.unread.addLoss(trainingStep(this.model, this.at));
    this.at++;
    this.settle();
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

  /** Applies the interventions stamped with the present step: absolute settings, so doing it twice changes nothing. */
  private settle(): void {
    for (const one of this.interventions) if (one.step === this.at) this.apply(one);
  }

  /** Why an intervention cannot be done to this model; undefined where it can. */
  private problemWith(one: Change): ReaderError | undefined {
    if (one.kind === 'set') return undefined;
    const { variable: name, index } = one;
    const size = this.all.find((named) => named.name === name)?.variable.size;
    if (size === undefined) return new ReaderError(engineText.noWeight, { name });
    return Number.isInteger(index) && index >= 0 && index < size
      ? undefined
      : new ReaderError(engineText.noElement, { name, count: size, index });
  }

  private apply(one: Change): void {
    if (one.kind === 'set') {
      Object.assign(this.values, one.values);
      return;
    }
    const target = this.all.find(({ name }) => name === one.variable);
    if (target === undefined) return;
    const data = Float32Array.from(target.variable.dataSync());
    data[one.index] = one.value;
    this.write(target, { shape: target.variable.shape, data });
  }

  private write({ variable }: NamedVariable, array: HostArray): void {
    const fresh = toTensor({ shape: variable.shape, data: array.data });
    variable.assign(fresh);
    fresh.dispose();
  }

  /**
   * Does something to the run now; everything stamped later is forgotten, since the run takes another way.
   * @throws ReaderError where the model has no such weight; nothing is changed then.
   */
  intervene(changes: readonly Change[]): readonly Intervention[] {
    for (const change of changes) {
      const problem = this.problemWith(change);
      if (problem !== undefined) throw problem;
    }
    const stamped = changes.map((change): Intervention => ({ ...change, step: this.at }));
    for (const one of stamped) this.apply(one);
    this.interventions = stamped.reduce(withIntervention, this.interventions);
    this.evaluate();
    return stamped;
  }

  /** Training goes on from here: what was done later, on the branch left behind, no longer counts. */
  forgetLater(): void {
    this.interventions = this.interventions.filter(({ step }) => step <= this.at);
  }

  /** Keeps the present state, and the two kept before, for going back a little way. */
  remember(): void {
    this.marks.keep(this.at, this.all);
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
    this.arriveAt(from);
    while (this.at < step) this.advance();
    this.dropUnread();
    return true;
  }

  /** The state as plain arrays. */
  async snapshot(): Promise<Snapshot> {
    const step = this.at;
    const entries = await Promise.all(this.all.map(async ({ name, variable }) => [name, await toHost(variable)] as const));
    return { step, arrays: Object.fromEntries(entries) };
  }

  /** Restores a snapshot of this model, bit for bit. Throws where it is another model's. */
  restore(snapshot: Snapshot): void {
    for (const named of this.all) {
      const array = snapshot.arrays[named.name];
      if (array === undefined || array.data.length !== named.variable.size) {
        throw new ReaderError(engineText.snapshotMisfit, { name: named.name });
      }
    }
    this.writeAll(snapshot.arrays);
    this.arriveAt(snapshot.step);
  }

  /** Sets weights by name, shapes checked by the caller. There is no going back to before. */
  load(arrays: Readonly<Record<string, HostArray>>): void {
    this.writeAll(arrays);
    this.evaluate();
  }

  private writeAll(arrays: Readonly<Record<string, HostArray>>): void {
    this.marks.forget();
    for (const named of this.all) {
      const array = arrays[named.name];
      if (array !== undefined) this.write(named, array);
    }
  }

  private arriveAt(step: number): void {
    this.at = step;
    this.dropUnread();
    for (const name of Object.keys(this.values)) if (!(name in this.recipe.values)) delete this.values[name];
    Object.assign(this.values, this.recipe.values);
    for (const one of this.interventions) if (one.kind === 'set' && one.step <= step) this.apply(one);
    this.settle();
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
