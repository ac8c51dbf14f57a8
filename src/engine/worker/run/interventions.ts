/** What the reader has done to a run besides training: the list of it, what of it is in force, and how it is done to the weights. */
import type { Value } from '../../../demos/declaration';
import { engineText } from '../../../i18n/engine';
import { drawVariable } from '../../../ml/initialisers/draw-variable';
import type { HostArray, Model, NamedVariable } from '../../../ml/model';
import { createRandom } from '../../../ml/random';
import { describeNetwork } from '../../../ml/blueprint/describe';
import type { VariableDescription } from '../../../ml/blueprint/layer-description';
import { silencing } from '../../../ml/blueprint/outgoing';
import type { WeightPart } from '../../../ml/blueprint/weight-parts';
import { frozenAt, unitsOffAt, withIntervention, type UnitName } from '../../interventions';
import type { Action, Intervention, Recipe } from '../../protocol';
import { keepingHeld, type HeldVariable, type MaskedWeights } from './frozen-weights';
import { ReaderError } from '../reader-error';
import { toTensor } from '../model/tensors';

const NOTHING_HELD: readonly HeldVariable[] = [];

export class Interventions {
  private list: readonly Intervention[] = [];
  /** Why interventions of the recipe that do not fit the model (an old or mistaken link) were left out. */
  readonly misfits: ReaderError[] = [];
  /** Weights of units that are off. Part of the run's state, as the weights are. */
  masked: MaskedWeights = new Map();
  private readonly all: ReadonlyMap<string, NamedVariable>;
  private held: readonly HeldVariable[] | undefined;

  constructor(
    private readonly recipe: Recipe,
    private readonly model: Model,
    private readonly values: Record<string, Value>,
  ) {
    this.all = new Map([...model.variables, ...model.state, ...model.optimiser.slots].map((named) => [named.name, named]));
    for (const one of recipe.interventions) {
      const problem = this.problemWith(one);
      if (problem === undefined) this.list = [...this.list, one];
      else this.misfits.push(problem);
    }
  }

  /** Why something cannot be done to this model; undefined where it can. */
  private problemWith(one: Action): ReaderError | undefined {
    switch (one.kind) {
      case 'set':
        return undefined;
      case 'edit': {
        const { variable: name, index } = one;
        const size = this.all.get(name)?.variable.size;
        if (size === undefined) return new ReaderError(engineText.noWeight, { name });
        return Number.isInteger(index) && index >= 0 && index < size
          ? undefined
          : new ReaderError(engineText.noElement, { name, count: size, index });
      }
      case 'freeze':
        return this.weightsOf(one.layer).length > 0 ? undefined : new ReaderError(engineText.noLayer, { name: one.layer });
      case 'unit':
        return this.partsOf(one) === undefined ? new ReaderError(engineText.noUnit, { name: one.layer, unit: one.unit + 1 }) : undefined;
      case 'reinitialise':
        return this.described(one.layer).length > 0 ? undefined : new ReaderError(engineText.noFresh, { name: one.layer });
    }
  }

  private weightsOf(layer: string): readonly NamedVariable[] {
    return this.model.variables.filter(({ name }) => name.startsWith(`${layer}/`));
  }

  private described(layer: string): readonly VariableDescription[] {
    const { spec } = this.model;
    return spec === undefined ? [] : (describeNetwork(spec).nodes[layer]?.variables ?? []);
  }

  private partsOf({ layer, unit }: UnitName): readonly WeightPart[] | undefined {
    return this.model.spec === undefined ? undefined : silencing(this.model.spec, layer, unit)?.parts;
  }

  /**
   * Does something to the run now; everything stamped later is forgotten, since the run takes another way.
   * @throws ReaderError where it does not fit the model; nothing is changed then.
   */
  add(actions: readonly Action[], step: number): readonly Intervention[] {
    for (const action of actions) {
      const problem = this.problemWith(action);
      if (problem !== undefined) throw problem;
    }
    const stamped = actions.map((action): Intervention => ({ ...action, step }));
    this.list = stamped.reduce(withIntervention, this.list);
    for (const one of stamped) this.apply(one);
    this.held = undefined;
    return stamped;
  }

  /** Puts another list in place of this one; its effects come with the state that is restored next. */
  replace(list: readonly Intervention[]): void {
    this.list = list;
    this.held = undefined;
  }

  /** Training goes on from a step: what was done later, on the branch left behind, no longer counts. */
  forgetLater(step: number): void {
    this.list = this.list.filter((one) => one.step <= step);
  }

  /** True where live values are changed somewhere in the run. */
  get changesValues(): boolean {
    return this.list.some(({ kind }) => kind === 'set');
  }

  /** True where something is stamped with a step. */
  touches(step: number): boolean {
    return this.list.length > 0 && this.list.some((one) => one.step === step);
  }

  /** The first step after `step` that something is stamped with; Infinity where there is none. */
  next(step: number): number {
    return this.list.reduce((next, one) => (one.step > step ? Math.min(next, one.step) : next), Infinity);
  }

  /** Applies what is stamped with a step just reached: absolute settings, so applying it twice changes nothing. */
  settle(step: number): void {
    if (!this.touches(step)) return;
    for (const one of this.list) if (one.step === step) this.apply(one);
    this.held = undefined;
  }

  /** After a jump: values as they are in force at a step, then what is stamped with it. */
  arriveAt(step: number): void {
    for (const name of Object.keys(this.values)) if (!(name in this.recipe.values)) delete this.values[name];
    Object.assign(this.values, this.recipe.values);
    this.model.settingsChanged?.();
    for (const one of this.list) if (one.kind === 'set' && one.step <= step) this.apply(one);
    this.held = undefined;
    this.settle(step);
  }

  /** Trains a step with what is frozen and what is off held as it is. */
  around<T>(step: number, train: () => T): T {
    const held = this.heldNow(step);
    return held.length === 0 ? train() : keepingHeld(held, train);
  }

  /** What a step must not change. */
  heldNow(step: number): readonly HeldVariable[] {
    if (this.masked.size === 0 && !this.list.some(({ kind }) => kind === 'freeze')) return NOTHING_HELD;
    return (this.held ??= this.heldAt(step));
  }

  private heldAt(step: number): readonly HeldVariable[] {
    const frozen = [...frozenAt(this.list, step)].flatMap((layer) => this.weightsOf(layer));
    const whole = new Set(frozen.map(({ name }) => name));
    const partly = [...this.masked].filter(([name]) => !whole.has(name));
    const withSlots = (weight: string): NamedVariable[] =>
      [...this.all.values()].filter(({ name }) => name === weight || name.startsWith(`${weight}/`));
    return [
      ...[...whole].flatMap(withSlots),
      ...partly.flatMap(([weight, { mask }]) => withSlots(weight).map((named) => ({ ...named, mask }))),
    ];
  }

  private apply(one: Intervention): void {
    switch (one.kind) {
      case 'set':
        Object.assign(this.values, one.values);
        this.model.settingsChanged?.();
        return;
      case 'edit': {
        const data = this.read(one.variable);
        data[one.index] = one.value;
        return this.write(one.variable, data);
      }
      case 'unit':
        return one.on ? this.switchOn(one) : this.switchOff(one);
      case 'reinitialise':
        return this.reinitialise(one.layer, one.step, one.draw);
      case 'freeze':
        return;
    }
  }

  /** A weight as it is without any unit off. */
  private read(name: string): Float32Array {
    const data = Float32Array.from(this.all.get(name)?.variable.dataSync() ?? []);
    const masked = this.masked.get(name);
    return masked === undefined ? data : data.map((value, i) => (masked.mask[i] === 1 ? (masked.behind[i] ?? value) : value));
  }

  /** Sets a weight; where units are off, what is held stays zero, and the new values stand behind it. */
  write(name: string, data: HostArray['data'], mask = this.masked.get(name)?.mask): void {
    const variable = this.all.get(name)?.variable;
    if (variable === undefined) return;
    const masked = new Map(this.masked);
    if (mask?.includes(1) === true) masked.set(name, { mask, behind: Float32Array.from(data) });
    else masked.delete(name);
    this.masked = masked;
    const fresh = toTensor({
      shape: variable.shape,
      data: mask === undefined ? data : data.map((value, i) => (mask[i] === 1 ? 0 : value)),
    });
    variable.assign(fresh);
    fresh.dispose();
  }

  private switchOff(name: UnitName): void {
    for (const { variable, indices } of this.partsOf(name) ?? []) {
      const data = this.read(variable);
      const mask = this.masked.get(variable)?.mask.slice() ?? new Uint8Array(data.length);
      for (const index of indices) mask[index] = 1;
      this.write(variable, data, mask);
    }
  }

  private switchOn(name: UnitName & { readonly step: number }): void {
    const others = unitsOffAt(this.list, name.step).filter(({ layer, unit }) => layer !== name.layer || unit !== name.unit);
    const stillOff = others.flatMap((other) => this.partsOf(other) ?? []);
    for (const { variable, indices } of this.partsOf(name) ?? []) {
      const mask = this.masked.get(variable)?.mask.slice();
      if (mask === undefined) continue;
      const data = this.read(variable);
      for (const index of indices) mask[index] = 0;
      for (const other of stillOff) if (other.variable === variable) for (const index of other.indices) mask[index] = 1;
      this.write(variable, data, mask);
    }
  }

  private reinitialise(layer: string, step: number, draw: number): void {
    const stream = createRandom(this.recipe.seed).fork('reinitialise').fork(step).fork(draw).fork(layer);
    for (const one of this.described(layer)) {
      const weight = `${layer}/${one.role}`;
      this.write(weight, drawVariable(one, stream.fork(one.role)));
      for (const { name, variable } of this.model.optimiser.slots) {
        if (name.startsWith(`${weight}/`)) this.write(name, new Float32Array(variable.size));
      }
    }
  }
}
