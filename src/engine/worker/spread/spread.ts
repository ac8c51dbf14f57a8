/**
 * The steps of many networks spread over helpers, each with a worker of its own and a share of the members. What they send back is put
 * together here, where the run is: it stands after whole steps of all members, with the bits that it would have without helpers.
 */
import { at } from '../../../base/at';
import type { Members, Model, Share } from '../../../ml/model';
import type { Recipe } from '../../protocol';
import { namedVariables, type CompiledRun } from '../compiled/compiled-run';
import type { FromHelper, ToHelper, Trained, Work } from './share-messages';
import { putState, sizesOf, takeState } from './share-state';

/** What is needed of a worker; a parameter so that tests can give one that is none. */
export interface Helper {
  post(message: ToHelper, transfer: readonly ArrayBuffer[]): void;
  /** Says what the helper sends; undefined where it is gone. */
  listen(hear: (message: FromHelper | undefined) => void): void;
  end(): void;
}

export interface Helpers {
  /** How many can work at once: the cores there are. */
  readonly most: number;
  /** Makes one. Throws where that cannot be. */
  readonly make: () => Helper;
}

/** Fewer members than these are no work for a helper. */
const LEAST_MEMBERS = 16;
/** Milliseconds of one work: far longer than what it takes to send it, short enough that a pause is felt at once. */
const WORK = 60;
/** A work grows at most so many times from one to the next. */
const GROWTH = 2;
/** Steps of the first. */
const FIRST = 32;

interface Worker {
  readonly helper: Helper;
  readonly share: Share;
  made: boolean;
  /** What has come of the present work. */
  trained: Trained | undefined;
}

/** The members cut into so many shares, whose sizes differ by one at most. */
export function sharesOf(members: number, count: number): Share[] {
  const cut = (i: number): number => Math.round((members * i) / count);
  return Array.from({ length: count }, (_, i) => ({ from: cut(i), to: cut(i + 1) }));
}

export class Spread {
  private workers: readonly Worker[] = [];
  private state: 'idle' | 'on' | 'off' = 'idle';
  private readonly sizes: ReturnType<typeof sizesOf>;
  private work = 0;
  private steps = FIRST;
  private wake: () => void = () => undefined;

  /** @param count helpers that there are to be. */
  private constructor(
    private readonly recipe: Recipe,
    private readonly members: Members,
    model: Model,
    private readonly count: number,
    private readonly make: Helpers['make'],
  ) {
    this.sizes = sizesOf(namedVariables(model), members.count);
  }

  /** For a model whose members are worth it; undefined where one worker is as good. No helper is made yet. */
  static of(recipe: Recipe, model: Model, helpers: Helpers | undefined): Spread | undefined {
    const { members } = model;
    if (members === undefined || helpers === undefined) return undefined;
    const count = Math.min(helpers.most, Math.floor(members.count / LEAST_MEMBERS));
    return count < 2 ? undefined : new Spread(recipe, members, model, count, helpers.make);
  }

  /** Helpers that are at work; 0 while there are none yet, or none any more. */
  get helping(): number {
    return this.state === 'on' && this.workers.every(({ made }) => made) ? this.workers.length : 0;
  }

  /**
   * Makes the helpers where there are none yet.
   * @returns false until they are ready, and where they cannot be had: steps are taken without them.
   */
  start(): boolean {
    if (this.state === 'idle') this.makeAll();
    return this.helping > 0;
  }

  private makeAll(): void {
    this.state = 'on';
    try {
      this.workers = sharesOf(this.members.count, this.count).map((share) => {
        const worker: Worker = { helper: this.make(), share, made: false, trained: undefined };
        worker.helper.listen((message) => this.hear(worker, message));
        worker.helper.post({ type: 'make', recipe: this.recipe, share }, []);
        return worker;
      });
    } catch {
      // A browser may have no workers in workers.
      this.dispose();
    }
  }

  /** Work that takes about as long as it should: from one step up to another at most, with the steps at which something is due. */
  workOf(from: number, most: number, nextDue: (step: number) => number): Work {
    const to = Math.min(most, from + this.steps);
    const due: number[] = [];
    for (let step = nextDue(from); step <= to; step = nextDue(step)) due.push(step);
    return { from, to, due };
  }

  private hear(worker: Worker, message: FromHelper | undefined): void {
    if (message?.type === 'made') worker.made = true;
    else if (message?.type !== 'trained') this.dispose();
    else if (message.work === this.work) worker.trained = message;
    this.wake();
  }

  /** What has come of the work from every helper; undefined where one is gone. */
  private async all(): Promise<readonly Trained[] | undefined> {
    for (;;) {
      if (this.state !== 'on') return undefined;
      const trained = this.workers.flatMap((worker) => worker.trained ?? []);
      if (trained.length === this.workers.length) return trained;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  /**
   * Has a work done.
   * @param run all members, compiled; it then stands as if it had trained the steps itself.
   * @returns the loss of every step, and the metrics of those at which they are due; undefined, and nothing is trained, where a helper was lost.
   */
  async train(
    run: CompiledRun,
    work: Work,
  ): Promise<{ readonly losses: Float32Array; readonly evaluations: readonly (readonly [number, Record<string, number>])[] } | undefined> {
    const began = performance.now();
    this.work++;
    for (const worker of this.workers) {
      worker.trained = undefined;
      const state = takeState(run, this.sizes, worker.share);
      worker.helper.post({ type: 'train', work: this.work, state, ...work }, [state.buffer]);
    }
    const shares = await this.all();
    if (shares === undefined) return undefined;
    const done = this.putTogether(run, work, shares);
    this.workers.forEach(({ share }, i) => putState(run, this.sizes, share, at(shares, i).state));
    const steps = work.to - work.from;
    const fitting = (steps * WORK) / Math.max(performance.now() - began, 1);
    this.steps = Math.max(1, Math.round(Math.min(fitting, GROWTH * Math.max(steps, FIRST))));
    return done;
  }

  /** The losses and metrics of all members together, step by step: what a step marks in the run's state is there when they are made. */
  private putTogether(run: CompiledRun, { from, to, due }: Work, shares: readonly Trained[]) {
    const { count, loss, going } = this.members;
    const [last, goes, heldOut] = [run.array(loss), run.array(going), new Float32Array(count)];
    const row = (all: Float32Array, place: number, share: Share): Float32Array => {
      const size = share.to - share.from;
      return all.subarray(place * size, (place + 1) * size);
    };
    const losses = new Float32Array(to - from);
    const evaluations: (readonly [number, Record<string, number>])[] = [];
    for (let step = from; step < to; step++) {
      this.workers.forEach(({ share }, i) => last.set(row(at(shares, i).losses, step - from, share), share.from));
      for (let member = 0; member < count; member++) if (!Number.isFinite(last[member])) goes[member] = 0;
      losses[step - from] = run.lossOfMembers();
      const place = due.indexOf(step + 1);
      if (place < 0) continue;
      this.workers.forEach(({ share }, i) => heldOut.set(row(at(shares, i).heldOut, place, share), share.from));
      evaluations.push([step + 1, run.metricsOfMembers({ shape: [count], data: heldOut }, step + 1)]);
    }
    return { losses, evaluations };
  }

  /** Ends the helpers. Steps are taken without from now on. */
  dispose(): void {
    this.state = 'off';
    for (const { helper } of this.workers) helper.end();
    this.workers = [];
    this.wake();
  }
}
