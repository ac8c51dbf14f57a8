/**
 * Where a run's weights are: in tfjs's variables, or ahead of them in the memory of a compiled run. Whoever asks for variables gets them
 * as they are now; from then on they count, until the compiled run takes its next step.
 */
import { CannotRecord } from '../../compile/record/recorder';
import type { HostArray, Model, NamedVariable } from '../../../ml/model';
import type { CompiledLook, Wanted } from './compiled-look';
import type { AskedShapes } from './compiled-questions';
import { CompiledRun, namedVariables } from './compiled-run';
import type { StillWanted } from '../still-wanted';
import { toHost, toTensor } from '../model/tensors';

/** Elements that a step must not change: all of a weight, or those of a mask. */
export interface HeldName {
  readonly name: string;
  readonly mask?: Uint8Array;
}

/** Puts numbers into a variable. */
export function writeVariable({ variable }: NamedVariable, data: HostArray['data']): void {
  const fresh = toTensor({ shape: variable.shape, data });
  variable.assign(fresh);
  fresh.dispose();
}

export class Weights {
  private compiledRun: CompiledRun | undefined;
  private readonly named: readonly NamedVariable[];
  /** True while the compiled run's memory is what counts. */
  private ahead = false;
  private stale = false;
  /** Why steps are not compiled, though they were to be. */
  refusal: string | undefined;

  constructor(private readonly source: Model) {
    this.named = namedVariables(source);
  }

  /** Compiles the model and what will be asked of it, in pieces. @throws CannotRecord where it cannot be, GivenUp where it is no longer wanted. */
  async compile(stillWanted: StillWanted, asked?: AskedShapes): Promise<void> {
    this.compiledRun = await CompiledRun.create(this.source, stillWanted, asked);
  }

  /** Everything that makes up the state, by name; up to date. */
  get all(): readonly NamedVariable[] {
    this.toVariables();
    return this.named;
  }
  /** The model, its variables up to date. */
  get model(): Model {
    this.toVariables();
    return this.source;
  }

  /** Makes tfjs's variables what counts. */
  toVariables(): void {
    if (!this.ahead || this.compiledRun === undefined) return;
    this.ahead = false;
    for (const one of this.named) writeVariable(one, this.compiledRun.read(one.name).data);
  }

  /** A live value has changed: what is compiled is checked before it is next used. */
  changed(): void {
    this.stale = true;
  }

  /** The compiled run with the present weights; undefined where the model is run eagerly. */
  compiled(step: number): CompiledRun | undefined {
    if (this.compiledRun === undefined) return undefined;
    if (this.stale) {
      this.stale = false;
      try {
        this.compiledRun.refresh(step);
      } catch (error) {
        if (!(error instanceof CannotRecord)) throw error;
        this.toVariables();
        this.compiledRun = undefined;
        this.refusal = error.reason;
        return undefined;
      }
    }
    if (!this.ahead) this.compiledRun.take();
    this.ahead = true;
    return this.compiledRun;
  }

  /** What is wanted, looked at in the compiled run; undefined where the model is run eagerly, or looked into eagerly. */
  look(wanted: Wanted, step: number): CompiledLook | undefined {
    return this.compiled(step)?.look(wanted, step);
  }

  /** True where steps are compiled. */
  get isCompiled(): boolean {
    return this.compiledRun !== undefined;
  }

  /** A copy of the compiled memory; undefined where the variables count. */
  get block(): Float32Array | undefined {
    return this.ahead ? this.compiledRun?.state.slice() : undefined;
  }
  /** Puts such a copy back. */
  setBlock(block: Float32Array): void {
    if (this.compiledRun === undefined) return;
    this.compiledRun.state.set(block);
    this.ahead = true;
  }

  /** Copies of all arrays by name. */
  async arrays(): Promise<Record<string, HostArray>> {
    const { compiledRun } = this;
    if (this.ahead && compiledRun !== undefined) return Object.fromEntries(this.named.map(({ name }) => [name, compiledRun.read(name)]));
    return Object.fromEntries(await Promise.all(this.named.map(async ({ name, variable }) => [name, await toHost(variable)] as const)));
  }
}

/** Takes a compiled step and puts back what is held, bit for bit. @returns the loss. */
export function compiledStep(run: CompiledRun, step: number, held: readonly HeldName[]): number {
  const before = held.map(({ name }) => run.array(name).slice());
  const loss = run.step(step);
  held.forEach(({ name, mask }, index) => {
    const was = before[index];
    const now = run.array(name);
    if (was === undefined) return;
    if (mask === undefined) now.set(was);
    else mask.forEach((one, i) => (now[i] = one === 1 ? (was[i] ?? 0) : (now[i] ?? 0)));
  });
  return loss;
}

/** Frees a model with its variables and its optimiser's slots. */
export function disposeModel(model: Model): void {
  for (const { variable } of [...model.variables, ...model.state]) variable.dispose();
  model.optimiser.dispose();
  model.dispose();
}
