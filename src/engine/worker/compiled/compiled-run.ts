/** A model's step, evaluation and pictures, compiled: the same numbers as eagerly, without tfjs in the loop. */
import { compileInPieces, compileNow } from '../../compile/heads';
import { sameStructure } from '../../compile/graph/text';
import { atOnce, withPauses } from '../../compile/pieces';
import type { Compiled } from '../../compile/plan/compiled';
import type { HostArray, Model, NamedVariable } from '../../../ml/model';
import { CompiledLook, type Wanted } from './compiled-look';
import { heldOutOfMembers, lossOfMembers, metricsOfMembers } from './compiled-members';
import { answerCompiled, sameShapes, type AskedShapes } from './compiled-questions';
import { feed, feedsOf, readHead, type Feed, type Variables } from './head-arrays';
import { readNumbers } from './mixed-head';
import { CLIP, clips, recordModel, SCALAR, type RecordedModel } from './recorded-model';
import { alwaysWanted, type StillWanted } from '../still-wanted';

export function namedVariables(model: Model): readonly NamedVariable[] {
  return [...model.variables, ...model.state, ...model.optimiser.slots];
}

export class CompiledRun {
  private feeds: readonly Feed[] = [];
  private scalars: readonly Feed[] = [];
  private clip: Float32Array | undefined;
  private loss = new Float32Array(1);
  private stepOnce: () => void = () => undefined;
  private wanted: Wanted | undefined;
  private looker: CompiledLook | undefined;

  private constructor(
    private readonly model: Model,
    private readonly variables: Variables,
    private clipping: boolean,
    private recorded: RecordedModel,
    private compiled: Compiled,
    private readonly asked: Map<string, Readonly<Record<string, HostArray>>>,
  ) {
    this.connect();
  }

  /**
   * Records and compiles, in pieces.
   * @param asked what will be asked of the run: compiled with it, so that the first answer need not wait for the whole to be compiled again.
   * @param stillWanted asked between two of them; what it throws ends the work, and nothing of it is left.
   * @throws CannotRecord naming the kernel that is not known.
   */
  static async create(model: Model, stillWanted: StillWanted = alwaysWanted, asked: AskedShapes = new Map()): Promise<CompiledRun> {
    const variables = new Map(namedVariables(model).map(({ name, variable }) => [name, variable]));
    const clipping = clips(model.hyperparameters(0));
    const recorded = await withPauses(recordModel(model, variables, clipping, undefined, asked), stillWanted);
    const compiled = await compileInPieces(recorded.source, stillWanted);
    return new CompiledRun(model, variables, clipping, recorded, compiled, new Map(asked));
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
    const before = this.recorded.source.structure;
    this.recorded = atOnce(recordModel(this.model, this.variables, this.clipping, this.wanted, this.asked));
    const { source } = this.recorded;
    if (sameStructure(source.structure, before)) return;
    const state = this.compiled.stateBlock.slice();
    this.compiled = compileNow(source);
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

  /** The loss of the step that the members' losses and marks in the state are of, as the step itself gives it, bit for bit. */
  lossOfMembers(): number {
    return lossOfMembers(this.compiled);
  }
  /** What each member gives for what is held out; it changes with the next call. */
  heldOutOfMembers(): Float32Array {
    return heldOutOfMembers(this.compiled);
  }
  /** Held-out metrics from such numbers, [members], as `evaluate` gives them. */
  metricsOfMembers(heldOut: HostArray, step: number): Record<string, number> {
    const { members } = this.recorded;
    return members === undefined ? {} : metricsOfMembers(this.compiled, members, heldOut, step);
  }

  /** Looks at what is wanted from now on; undefined where that cannot be compiled. The same object says the same wish. */
  look(wanted: Wanted, step: number): CompiledLook | undefined {
    if (wanted !== this.wanted) {
      this.wanted = wanted;
      this.refresh(step);
    }
    // Compiled anew, the run's memory is another.
    if (this.looker?.isOf(this.compiled, wanted) !== true) {
      const { look } = this.recorded;
      this.looker = look === undefined ? undefined : new CompiledLook(this.compiled, this.model, look);
    }
    return this.looker;
  }

  /** One piece of a question; undefined where it has to be answered eagerly. Compiled when it is first asked. */
  ask(question: string, inputs: Readonly<Record<string, HostArray>>, step: number): Record<string, HostArray> | undefined {
    if (!sameShapes(this.asked.get(question), inputs)) {
      this.asked.set(question, inputs);
      this.refresh(step);
    }
    return answerCompiled(this.compiled, this.recorded.questions, question, inputs, step);
  }

  /** Held-out metrics at the present weights. */
  evaluate(): Record<string, number> {
    return readNumbers(this.compiled, 'evaluation', this.recorded.evaluation);
  }

  /** The arrays of the pictures; undefined where they have to be made eagerly. */
  frame(): Record<string, HostArray> | undefined {
    const { frame } = this.recorded;
    if (frame === undefined) return undefined;
    const { head, given } = frame;
    this.compiled.run('frame');
    const arrays: Record<string, HostArray> = {};
    for (const [name, value] of Object.entries(given)) {
      if (typeof value !== 'number') arrays[name] = { shape: value.shape, data: value.data.slice() };
    }
    return Object.assign(arrays, readHead(this.compiled, 'frame', head));
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
