/**
 * The steps of many networks spread over helpers, each with a worker of its own and a share of the members. What they send back is put
 * together here, where the run is: it stands after whole steps of all members, with the bits that it would have without helpers.
 */
import { at } from '../../../base/at';
import type { Members, Model, Share } from '../../../ml/model';
import type { Recipe } from '../../protocol';
import { namedVariables, type CompiledRun } from '../compiled/compiled-run';
import type { FromHelper, Piece, ToHelper } from './share-messages';
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
/** Milliseconds of one work: far longer than what it takes to send it, short enough that the reader sees it move. */
const WORK = 60;
/** A work grows at most so many times from one to the next. */
const GROWTH = 2;
/** Steps of the first. */
const FIRST = 32;

interface Worker {
  readonly helper: Helper;
  readonly share: Share;
  /** Pieces that have come and were not put together yet. */
  readonly pieces: Piece[];
  made: boolean;
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
        const worker: Worker = { helper: this.make(), share, pieces: [], made: false };
        worker.helper.listen((message) => this.hear(worker, message));
        worker.helper.post({ type: 'make', recipe: this.recipe, share }, []);
        return worker;
      });
    } catch {
      // A browser may have no workers in workers.
      this.dispose();
    }
  }

  /** Steps of each piece of a work that takes about as long as it should: from one step up to another at most, cut where something is due. */
  piecesOf(from: number, to: number, nextDue: (step: number) => number): number[] {
    const end = Math.min(to, from + this.steps);
    const pieces: number[] = [];
    for (let at = from; at < end; at = Math.min(end, nextDue(at))) pieces.push(Math.min(end, nextDue(at)) - at);
    return pieces;
  }

  private hear(worker: Worker, message: FromHelper | undefined): void {
    if (message?.type === 'made') worker.made = true;
    else if (message?.type !== 'piece') this.dispose();
    else if (message.work === this.work) worker.pieces.push(message);
    this.wake();
  }

  /** The next piece of every helper; undefined where one is gone. */
  private async nextPieces(): Promise<readonly Piece[] | undefined> {
    while (this.state === 'on' && this.workers.some(({ pieces }) => pieces.length === 0)) {
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    if (this.state !== 'on') return undefined;
    return this.workers.map(({ pieces }) => pieces.shift() ?? { state: new Float32Array(), losses: new Float32Array() });
  }

  /**
   * Has steps trained, in pieces.
   * @param run all members, compiled; it stands after each piece as if it had trained it.
   * @param pieces steps of each. @param took told the losses of a piece; false: no more are wanted.
   * @returns false where a helper was lost before the first piece: nothing was trained.
   */
  async train(run: CompiledRun, from: number, pieces: readonly number[], took: (losses: Float32Array) => boolean): Promise<boolean> {
    const began = performance.now();
    const work = ++this.work;
    for (const { helper, share, pieces: kept } of this.workers) {
      kept.length = 0;
      const state = takeState(run, this.sizes, share);
      helper.post({ type: 'train', work, state, from, pieces }, [state.buffer]);
    }
    let trained = 0;
    for (const steps of pieces) {
      const shares = await this.nextPieces();
      if (shares === undefined) return trained > 0;
      const losses = this.losses(run, shares, steps);
      this.workers.forEach(({ share }, i) => putState(run, this.sizes, share, at(shares, i).state));
      trained += steps;
      if (!took(losses)) break;
    }
    this.work++;
    if (trained < pieces.reduce((sum, steps) => sum + steps, 0)) for (const { helper } of this.workers) helper.post({ type: 'stop' }, []);
    const fitting = (trained * WORK) / Math.max(performance.now() - began, 1);
    this.steps = Math.max(1, Math.round(Math.min(fitting, GROWTH * this.steps)));
    return true;
  }

  /** The loss of each step of a piece, from the members' own. Leaves their marks in the run's state as they are after the last. */
  private losses(run: CompiledRun, shares: readonly Piece[], steps: number): Float32Array {
    const { loss, going } = this.members;
    const [last, goes] = [run.array(loss), run.array(going)];
    return Float32Array.from({ length: steps }, (_, step) => {
      this.workers.forEach(({ share: { from, to } }, i) => {
        last.set(at(shares, i).losses.subarray(step * (to - from), (step + 1) * (to - from)), from);
      });
      last.forEach((one, member) => {
        if (!Number.isFinite(one)) goes[member] = 0;
      });
      return run.lossOfMembers();
    });
  }

  /** Ends the helpers. Steps are taken without from now on. */
  dispose(): void {
    this.state = 'off';
    for (const { helper } of this.workers) helper.end();
    this.workers = [];
    this.wake();
  }
}
