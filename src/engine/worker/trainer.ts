/** A run: its model, where it stands, and how it gets to another step. No loop, no clock, no messages. */
import { dispose, tidy, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { Value, Values } from '../../demos/spec';
import { createRandom } from '../../ml/random';
import type { HostArray, Model, NamedVariable } from '../../ml/model';
import { describeNetwork } from '../../ml/spec/describe';
import type { Frame, Intervention, MetricsBlock, Recipe, Snapshot } from '../protocol';
import { isHostArray, readAll, toHost, toTensor } from './tensors';
import { trainingStep } from './training-step';

/** Weights up to this many elements travel with every frame, for pictures of weights. */
const WEIGHTS_IN_FRAME = 4096;

/** A state kept on the backend, without reading anything back. */
export interface Mark {
  readonly step: number;
  readonly tensors: ReadonlyMap<string, Tensor>;
}

export interface Pending {
  readonly from: number;
  readonly losses: Scalar[];
  readonly evaluatedAt: number[];
  readonly evaluations: Readonly<Record<string, Scalar | number>>[];
}

export class Trainer {
  private at = 0;
  private pending: Pending;
  private constructor(
    readonly recipe: Recipe,
    readonly model: Model,
    private readonly values: Record<string, Value>,
    private interventions: Intervention[],
  ) {
    this.pending = { from: 0, losses: [], evaluatedAt: [], evaluations: [] };
    this.evaluate();
  }

  /** Builds the model on the active backend. Errors come from the model and name node and cause. */
  static async create(recipe: Recipe, definition: { create: (options: never) => Model | Promise<Model> }): Promise<Trainer> {
    const values: Record<string, Value> = { ...recipe.values };
    const options = { values, random: createRandom(recipe.seed), ...(recipe.ownData === undefined ? {} : { ownData: recipe.ownData }) };
    const model = await definition.create(options as never);
    const trainer = new Trainer(recipe, model, values, [...recipe.interventions]);
    trainer.settle();
    return trainer;
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
    this.pending.losses.push(trainingStep(this.model, this.at));
    this.at++;
    this.settle();
    this.evaluate();
  }

  private evaluate(): void {
    if (this.at % this.model.evaluateEvery !== 0) return;
    this.pending.evaluatedAt.push(this.at);
    this.pending.evaluations.push(tidy(() => this.model.evaluate()));
  }

  /** Applies the interventions stamped with the present step: absolute settings, so doing it twice changes nothing. */
  private settle(): void {
    for (const one of this.interventions) if (one.step === this.at) this.apply(one);
  }

  private apply(one: Intervention): void {
    if (one.kind === 'set') {
      Object.assign(this.values, one.values);
      return;
    }
    const target = this.all.find(({ name }) => name === one.variable);
    if (target === undefined) throw new Error(`there is no weight "${one.variable}"`);
    const data = Float32Array.from(target.variable.dataSync());
    if (!(one.index >= 0 && one.index < data.length))
      throw new Error(`"${one.variable}" has ${data.length} elements; there is no element ${one.index}`);
    data[one.index] = one.value;
    this.write(target, { shape: target.variable.shape, data });
  }

  private write({ variable }: NamedVariable, array: HostArray): void {
    const fresh = toTensor({ shape: variable.shape, data: array.data });
    variable.assign(fresh);
    fresh.dispose();
  }

  /** Does something to the run now; everything stamped later is forgotten, since the run takes another way. */
  intervene(
    change:
      | { readonly kind: 'set'; readonly values: Values }
      | { readonly kind: 'edit'; readonly variable: string; readonly index: number; readonly value: number },
  ): Intervention {
    const stamped: Intervention = { ...change, step: this.at };
    this.apply(stamped);
    this.forgetLater();
    this.interventions.push(stamped);
    return stamped;
  }

  /** Training goes on from here: what was done later, on the branch left behind, no longer counts. */
  forgetLater(): void {
    this.interventions = this.interventions.filter(({ step }) => step <= this.at);
  }

  /** All interventions of the run, in order. */
  get marks(): readonly Intervention[] {
    return this.interventions;
  }

  /** Keeps the present state on the backend; costs no copy, since weights are replaced, never overwritten. */
  mark(): Mark {
    return { step: this.at, tensors: new Map(this.all.map(({ name, variable }) => [name, variable.clone()])) };
  }

  release(mark: Mark): void {
    dispose([...mark.tensors.values()]);
  }

  /** Back to a mark; what was pending is dropped. */
  backTo(mark: Mark): void {
    for (const { name, variable } of this.all) {
      const kept = mark.tensors.get(name);
      if (kept !== undefined) variable.assign(kept);
    }
    this.arriveAt(mark.step);
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
      if (array === undefined || array.data.length !== named.variable.size) throw new Error(`the snapshot does not fit: "${named.name}"`);
      this.write(named, array);
    }
    this.arriveAt(snapshot.step);
  }

  /** Sets weights by name, shapes checked by the caller. */
  load(arrays: Readonly<Record<string, HostArray>>): void {
    for (const named of this.all) {
      const array = arrays[named.name];
      if (array !== undefined) this.write(named, array);
    }
  }

  private arriveAt(step: number): void {
    this.drop();
    this.at = step;
    this.pending = { from: step, losses: [], evaluatedAt: [], evaluations: [] };
    for (const name of Object.keys(this.values)) if (!(name in this.recipe.values)) delete this.values[name];
    Object.assign(this.values, this.recipe.values);
    for (const one of this.interventions) if (one.kind === 'set' && one.step <= step) this.apply(one);
    this.settle();
  }

  /** Reads all pending losses and evaluations in one go. */
  async collect(): Promise<MetricsBlock> {
    const { from, losses, evaluatedAt, evaluations } = this.pending;
    this.pending = { from: this.at, losses: [], evaluatedAt: [], evaluations: [] };
    const read = async (value: Scalar | number): Promise<number> => (typeof value === 'number' ? value : ((await value.data())[0] ?? NaN));
    const loss = Float32Array.from(await Promise.all(losses.map(read)));
    const names = Object.keys(evaluations[0] ?? {});
    const evaluated: Record<string, Float32Array> = {};
    for (const name of names) evaluated[name] = Float32Array.from(await Promise.all(evaluations.map((one) => read(one[name] ?? NaN))));
    dispose(losses);
    dispose(evaluations.flatMap((one) => Object.values(one).filter((value) => typeof value !== 'number')));
    return { from, loss, evaluatedAt: Float64Array.from(evaluatedAt), evaluated };
  }

  private drop(): void {
    dispose(this.pending.losses);
    dispose(this.pending.evaluations.flatMap((one) => Object.values(one).filter((value) => typeof value !== 'number')));
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
    this.drop();
    this.pending = { from: this.at, losses: [], evaluatedAt: [], evaluations: [] };
    for (const { variable } of this.all) variable.dispose();
    this.model.optimiser.dispose();
    this.model.dispose();
  }
}
