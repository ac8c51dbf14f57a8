/**
 * Sizes within a run that breakpoints ask for, at every step: computed beside the step, which stays what it is, bit for bit, and left
 * on the backend until many steps are read at once. What nobody asks for is not computed. As the loss of a step, all are those of its
 * batch at the weights before its update; `updateRatio` is of that update.
 */
import { abs, add, dispose, div, max, mul, scalar, sqrt, square, stack, sub, sum, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { Model } from '../../ml/model';
import { activationAsked, type Asked } from '../breakpoints/asked';
import type { Measured } from '../breakpoints/condition';
import { belongsTo } from '../breakpoints/quantities';
import { FlatUnits, type Flat, type FlatLook } from './flat-units';
import { activationsOf } from './samples';
import { inspectStep } from './training-step';

/** The least size that is told from 0. */
const LEAST = 1e-30;

/** The root of the sum of squares; the largest number is kept near 1 meanwhile, so that a norm of 1e25 does not overflow. */
function norm(one: Tensor): Tensor {
  const largest = add(max(abs(one)), LEAST);
  return mul(largest, sqrt(sum(square(div(one, largest)))));
}

type Kind = 'gradNorm' | 'largest' | 'weightNorm' | 'updateRatio';

/** One step's numbers, on the backend. */
interface Look {
  readonly sizes: ReadonlyMap<string, Tensor>;
  readonly flat: FlatLook;
}

/** A step under way: what is known before it, and the weights that it will change, as they were. */
interface Begun extends Look {
  readonly sizes: Map<string, Tensor>;
  readonly weights: ReadonlyMap<string, Tensor>;
}

export class Watch {
  private readonly looks: Look[] = [];
  private begun: Begun | undefined;
  private readonly flatUnits: FlatUnits;
  private readonly names: readonly string[];
  private readonly activations: ReadonlyMap<string, string | undefined>;

  constructor(
    { spec, variables }: Model,
    private readonly asked: readonly Asked[],
  ) {
    this.names = variables.map(({ name }) => name);
    this.activations = new Map(asked.map((one) => [one.written, activationAsked(one, spec)]));
    this.flatUnits = new FlatUnits(spec, new Set([...this.activations.values()]));
  }

  /** Names of the weights of a layer, or of all. */
  private weightsIn(layer: string | undefined): readonly string[] {
    return this.names.filter((name) => layer === undefined || belongsTo(name, layer));
  }

  /** Names of the weights that a kind of size is asked for of, each once. */
  private weightsAsked(kind: Kind): readonly string[] {
    return [...new Set(this.asked.flatMap(({ name, layer }) => (name === kind ? this.weightsIn(layer) : [])))];
  }

  /**
   * Looks at a step that is about to be trained.
   * @param model with its variables as they are now.
   */
  look(model: Model, step: number): void {
    const { flatUnits } = this;
    const variables = new Map(model.variables.map(({ name, variable }) => [name, variable]));
    const [graded, updated] = [this.weightsAsked('gradNorm'), this.weightsAsked('updateRatio')];
    const outputs = this.asked.flatMap(({ name, layer }) => (name === 'largest' && layer !== undefined ? [layer] : []));
    const seen = graded.length > 0 ? inspectStep(model, step) : undefined;
    const wanted = flatUnits.asked || outputs.length > 0;
    const activations = seen?.activations ?? (wanted ? activationsOf(model, model.inputs(step)) : {});
    const sizes = new Map<string, Tensor>();
    const measure = (key: string, of: Tensor | undefined, size: (one: Tensor) => Tensor): void => {
      if (of !== undefined)
        sizes.set(
          key,
          tidy(() => size(of)),
        );
    };
    for (const name of graded) measure(`gradNorm/${name}`, seen?.gradients[name], norm);
    for (const id of outputs) measure(`largest/${id}`, activations[id], (one) => max(abs(one)));
    for (const name of new Set([...this.weightsAsked('weightNorm'), ...updated])) measure(`weightNorm/${name}`, variables.get(name), norm);
    const flat = flatUnits.look(model, activations, step);
    dispose([...Object.values(activations), ...Object.values(seen?.gradients ?? {}), ...(seen === undefined ? [] : [seen.loss])]);
    const weights = updated.flatMap((name): [string, Tensor][] => {
      const variable = variables.get(name);
      return variable === undefined ? [] : [[name, variable.clone()]];
    });
    this.begun = { sizes, flat, weights: new Map(weights) };
  }

  /**
   * The step has been trained: what has changed is known now.
   * @param model asked for only where it is needed: its variables may first have to be brought up to date.
   */
  trained(model: () => Model): void {
    const { begun } = this;
    if (begun === undefined) return;
    this.begun = undefined;
    const { sizes, flat, weights } = begun;
    for (const { name, variable } of weights.size === 0 ? [] : model().variables) {
      const was = weights.get(name);
      if (was !== undefined)
        sizes.set(
          `updateRatio/${name}`,
          tidy(() => norm(sub(variable, was))),
        );
    }
    dispose([...weights.values()]);
    this.looks.push({ sizes, flat });
  }

  /** Reads what was looked at since the last reading, one number a step for each quantity. */
  async read(): Promise<Measured> {
    const looks = this.looks.splice(0);
    try {
      const steps = await Promise.all(looks.map((one) => this.numbersOf(one)));
      return Object.fromEntries(
        this.asked.map(({ written }) => [written, Float64Array.from(steps, (numbers) => numbers.get(written) ?? NaN)]),
      );
    } finally {
      looks.forEach(release);
    }
  }

  private async numbersOf({ sizes, flat }: Look): Promise<ReadonlyMap<string, number>> {
    const keys = [...sizes.keys()];
    // One reading for all of a step.
    const together = tidy(() => stack([scalar(0), ...sizes.values()]));
    const read = await together.data();
    together.dispose();
    const size = new Map(keys.map((key, i) => [key, read[i + 1] ?? NaN]));
    const units = await this.flatUnits.read(flat);
    return new Map(this.asked.map((one) => [one.written, this.numberOf(one, size, units)]));
  }

  private numberOf(one: Asked, size: ReadonlyMap<string, number>, units: ReadonlyMap<string, Flat>): number {
    const { written, name, layer } = one;
    const normOf = (kind: Kind): number => Math.hypot(...this.weightsIn(layer).map((weight) => size.get(`${kind}/${weight}`) ?? NaN));
    switch (name) {
      case 'dead':
      case 'saturated':
        return units.get(this.activations.get(written) ?? '')?.[name] ?? NaN;
      case 'largest':
        return size.get(`largest/${layer ?? ''}`) ?? NaN;
      case 'gradNorm':
      case 'weightNorm':
        return normOf(name);
      case 'updateRatio': {
        const change = normOf('updateRatio');
        return change === 0 ? 0 : change / normOf('weightNorm');
      }
    }
  }

  /** Frees what has not been read. */
  dispose(): void {
    if (this.begun !== undefined) {
      dispose([...this.begun.weights.values()]);
      release(this.begun);
    }
    this.begun = undefined;
    this.looks.splice(0).forEach(release);
  }
}

function release({ sizes, flat }: Look): void {
  dispose([...sizes.values(), ...Object.values(flat).flat()]);
}
