/** A model's step, evaluation and pictures, compiled: the same numbers as eagerly, without tfjs in the loop. */
import { type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { compileHeads, recordHead, textOf, type Head } from '../compile/heads';
import type { Compiled } from '../compile/plan/compiled';
import { CannotRecord } from '../compile/record/recorder';
import type { HostArray, Hyperparameters, Model, NamedVariable } from '../../ml/model';
import { isHostArray } from './tensors';
import { CompiledLook, recordedInputs, recordLook, type LookHeads, type Wanted } from './compiled-look';
import { feed, feedsOf, type Feed } from './feeds';
import { assignUpdates, stepOperations } from './training-step';

/** Scalars of the optimiser and the bound of the gradient come in under these names. */
const SCALAR = 'scalar/';
const CLIP = 'scalar/clipNorm';

export function namedVariables(model: Model): readonly NamedVariable[] {
  return [...model.variables, ...model.state, ...model.optimiser.slots];
}

function clips({ clipNorm }: Hyperparameters): boolean {
  return clipNorm !== undefined && Number.isFinite(clipNorm);
}

function recordStep(model: Model, variables: ReadonlyMap<string, Variable>, clipping: boolean): Head {
  const inputs = model.inputs(0);
  const scalars = Object.keys(model.optimiser.scalars(0, model.hyperparameters(0)));
  return recordHead(variables, (collector) => {
    const { recorded } = collector;
    const tensors = recordedInputs(collector, inputs);
    const numbers = Object.fromEntries(scalars.map((name) => [name, recorded.scalar(SCALAR + name)]));
    const { loss, updates } = stepOperations(model, tensors, numbers, clipping ? recorded.scalar(CLIP) : undefined);
    assignUpdates(updates);
    collector.give('loss', loss);
    for (const [name, variable] of variables) collector.give(`state/${name}`, variable);
  });
}

/** A picture's or evaluation's arrays: those that are tensors, recorded, and those that are not. */
interface Mixed {
  readonly head: Head;
  readonly given: Readonly<Record<string, HostArray | number>>;
}

function recordMixed(variables: ReadonlyMap<string, Variable>, make: () => Readonly<Record<string, Tensor | HostArray | number>>): Mixed {
  const given: Record<string, HostArray | number> = {};
  const head = recordHead(variables, (collector) => {
    for (const [name, value] of Object.entries(make())) {
      if (typeof value === 'number') given[name] = value;
      else if (isHostArray(value)) given[name] = { shape: value.shape, data: value.data.slice() };
      else collector.give(name, value);
    }
  });
  return { head, given };
}

function sameGiven(a: Mixed['given'], b: Mixed['given']): boolean {
  return Object.entries(a).every(([name, one]) => {
    const other = b[name];
    if (typeof one === 'number' || typeof other === 'number' || other === undefined) return one === other;
    return one.data.length === other.data.length && one.data.every((value, i) => Object.is(value, other.data[i]));
  });
}

/** All that is compiled of a model. */
interface Recorded {
  readonly frame: Mixed | undefined;
  readonly evaluation: Mixed;
  readonly look: LookHeads | undefined;
  /** Two with the same text compute the same. */
  readonly text: string;
  compile(): Compiled;
}

/** Records a model's pictures; undefined where they depend on the step itself, since then no one recording holds for all. */
function recordFrame(model: Model, variables: ReadonlyMap<string, Variable>): Mixed | undefined {
  try {
    const first = recordMixed(variables, () => model.frame(0));
    const later = recordMixed(variables, () => model.frame(7919));
    return textOf(first.head) === textOf(later.head) && sameGiven(first.given, later.given) ? first : undefined;
  } catch (error) {
    // A picture may read numbers as it is made; it is then made eagerly.
    if (error instanceof CannotRecord) return undefined;
    throw error;
  }
}

export class CompiledRun {
  private compiled: Compiled;
  private text: string;
  private frameOf: Mixed | undefined;
  private evaluationOf: Mixed;
  private feeds: readonly Feed[] = [];
  private scalars: readonly Feed[] = [];
  private clip: Float32Array | undefined;
  private loss = new Float32Array(1);
  private stepOnce: () => void = () => undefined;
  private clipping: boolean;
  private wanted: Wanted | undefined;
  private lookHeads: LookHeads | undefined;
  private looker: CompiledLook | undefined;
  private readonly variables: ReadonlyMap<string, Variable>;

  /** Records and compiles. @throws CannotRecord naming the kernel that is not known. */
  constructor(private readonly model: Model) {
    this.variables = new Map(namedVariables(model).map(({ name, variable }) => [name, variable]));
    this.clipping = clips(model.hyperparameters(0));
    const recorded = this.record();
    ({ frame: this.frameOf, evaluation: this.evaluationOf, look: this.lookHeads, text: this.text } = recorded);
    this.compiled = recorded.compile();
    this.connect();
  }

  private record(): Recorded {
    const step = recordStep(this.model, this.variables, this.clipping);
    const evaluation = recordMixed(this.variables, () => this.model.evaluate());
    const frame = recordFrame(this.model, this.variables);
    const look = this.wanted === undefined ? undefined : recordLook(this.model, this.variables, this.wanted);
    const heads: Record<string, Head> = {
      step,
      evaluation: evaluation.head,
      ...(frame === undefined ? {} : { frame: frame.head }),
      ...look?.heads,
    };
    const text = Object.entries(heads)
      .map(([name, head]) => `${name}\n${textOf(head)}`)
      .join('\n');
    return { frame, evaluation, look, text, compile: () => compileHeads(this.variables, heads) };
  }

  private connect(): void {
    const { compiled, model } = this;
    this.feeds = feedsOf(compiled, 'step', Object.keys(model.inputs(0)));
    this.scalars = feedsOf(compiled, 'step', Object.keys(model.optimiser.scalars(0, model.hyperparameters(0))), SCALAR);
    this.clip = compiled.has(`step/input/${CLIP}`) ? compiled.array(`step/input/${CLIP}`) : undefined;
    this.loss = compiled.array('step/loss');
    this.stepOnce = compiled.entry('step');
  }

  /**
   * After a live value was changed: what the model computes may have changed with it. The state stays.
   * @throws CannotRecord where it can no longer be compiled; the state must then be taken from here first.
   */
  refresh(step: number): void {
    this.clipping = clips(this.model.hyperparameters(step));
    const recorded = this.record();
    ({ frame: this.frameOf, evaluation: this.evaluationOf, look: this.lookHeads } = recorded);
    if (recorded.text === this.text) return;
    const state = this.compiled.stateBlock.slice();
    this.text = recorded.text;
    this.compiled = recorded.compile();
    this.compiled.stateBlock.set(state);
    this.connect();
  }

  /** Trains step `step` (0-based). @returns the batch's loss before the update. */
  step(step: number): number {
    const hyperparameters = this.model.hyperparameters(step);
    if (clips(hyperparameters) !== this.clipping) this.refresh(step);
    feed(this.feeds, this.model.inputs(step), step);
    const scalars = this.model.optimiser.scalars(step, hyperparameters);
    for (const { name, target } of this.scalars) target[0] = scalars[name] ?? NaN;
    if (this.clip !== undefined) this.clip[0] = hyperparameters.clipNorm ?? Infinity;
    this.stepOnce();
    return this.loss[0] ?? NaN;
  }

  /** Trains the steps from `from` on, one for each place of `losses`, which are filled. */
  steps(from: number, losses: Float32Array): void {
    for (let i = 0; i < losses.length; i++) losses[i] = this.step(from + i);
  }

  /** Looks at what is wanted from now on; undefined where that cannot be compiled. The same object says the same wish. */
  look(wanted: Wanted, step: number): CompiledLook | undefined {
    if (wanted !== this.wanted) {
      this.wanted = wanted;
      this.refresh(step);
    }
    // Compiled anew, the run's memory is another.
    if (this.looker?.isOf(this.compiled, wanted) !== true) {
      this.looker = this.lookHeads === undefined ? undefined : new CompiledLook(this.compiled, this.model, this.lookHeads);
    }
    return this.looker;
  }

  /** Held-out metrics at the present weights. */
  evaluate(): Record<string, number> {
    const { head, given } = this.evaluationOf;
    if (head.outputs.size > 0) this.compiled.run('evaluation');
    const metrics: Record<string, number> = {};
    for (const name of head.outputs.keys()) metrics[name] = this.compiled.array(`evaluation/${name}`)[0] ?? NaN;
    for (const [name, value] of Object.entries(given)) if (typeof value === 'number') metrics[name] = value;
    return metrics;
  }

  /** The arrays of the pictures; undefined where they have to be made eagerly. */
  frame(): Record<string, HostArray> | undefined {
    if (this.frameOf === undefined) return undefined;
    const { head, given } = this.frameOf;
    this.compiled.run('frame');
    const arrays: Record<string, HostArray> = {};
    for (const [name, value] of Object.entries(given)) {
      if (typeof value !== 'number') arrays[name] = { shape: value.shape, data: value.data.slice() };
    }
    for (const [name, dtype] of head.types) {
      const data = this.compiled.array(`frame/${name}`);
      arrays[name] = { shape: this.compiled.shape(`frame/${name}`), data: dtype === 'float32' ? data.slice() : Int32Array.from(data) };
    }
    return arrays;
  }

  /** A copy of a weight, slot or running statistic. */
  read(name: string): HostArray {
    return { shape: this.compiled.shape(`state/${name}`), data: this.compiled.array(`state/${name}`).slice() };
  }
  /** The same, in place. */
  array(name: string): Float32Array {
    return this.compiled.array(`state/${name}`);
  }
  /** Takes the state from tfjs's variables. */
  take(): void {
    for (const [name, variable] of this.variables) this.compiled.array(`state/${name}`).set(variable.dataSync());
  }
  /** The whole state, to be copied or set. */
  get state(): Float32Array {
    return this.compiled.stateBlock;
  }
  get facts(): Compiled['facts'] {
    return this.compiled.facts;
  }
}
