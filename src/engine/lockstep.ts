/** Two runs trained in lockstep: in rounds of the same steps, so that whenever they are seen both stand at the same one. */
import { endOf, PaceClock } from './pace';
import type { Playing, Session } from './session-api';

/** Milliseconds that a round should take: short enough to be felt as one movement, long enough that going to and fro costs little. */
const ROUND = 90;
/** A round grows at most so many times from one to the next. */
const GROWTH = 3;

interface Job extends Playing {
  /** Steps to take; Infinity for as long as nobody stops it. */
  count: number;
  /** The step at which it ends, known when it begins: after the round that is under way then. */
  until?: number;
}

/** True for a run that cannot go on from its last step: the next one breaks it. */
export function isBroken({ record, last }: Session): boolean {
  return record.stops.some(({ step, reason }) => reason.kind === 'non-finite' && step === last);
}

export class Lockstep {
  /** The step under the cursor of both. A run that has not come so far, or broke before, is shown where it ends. */
  cursor: number;
  private job: Job | undefined;
  private visible = true;
  /** Both stand where a run that was played has come to the end of its pace. */
  private ended = false;
  /** The rounds under way. */
  private rounds: Promise<void> = Promise.resolve();
  private size = 1;
  /** Counts up where the cursor is moved by hand: what a round was to do is past then. */
  private moves = 0;

  constructor(
    private readonly sides: readonly Session[],
    private readonly changed: () => void,
  ) {
    this.cursor = Math.max(...sides.map(({ cursor }) => cursor));
  }

  /** True from when it is told to train until it is told to stop or has come to its end. */
  get training(): boolean {
    return this.job !== undefined;
  }

  /** True where playing has come to its end by itself: at the declared length of a run. */
  get atLength(): boolean {
    return this.ended;
  }

  get last(): number {
    return Math.max(...this.sides.map(({ last }) => last));
  }

  play(playing: Playing): void {
    this.begin({ ...playing, count: Infinity });
  }

  /** Resolves when so many steps are trained, or where one of the runs paused before. Asked for while steps are taken: so many more. */
  async step(count: number, breakpoints: readonly string[] = []): Promise<void> {
    const { job } = this;
    const left = job === undefined || job.count === Infinity ? 0 : job.until === undefined ? job.count : job.until - this.cursor;
    this.begin({ pace: Infinity, breakpoints, count: left + count });
    await this.rounds;
  }

  /** Stops after the round under way. */
  pause(): void {
    this.job = undefined;
    this.changed();
  }

  async seek(step: number): Promise<void> {
    this.moves++;
    this.ended = false;
    this.job = undefined;
    this.cursor = Math.max(0, Math.min(Math.round(step), this.last));
    this.changed();
    await Promise.all(this.sides.map((side) => side.seek(this.cursor)));
  }

  /**
   * Does something to both where both stand still at the same step, then goes on as before.
   * @param goesOn asked afterwards: false where a run alone would stand still by now, too.
   */
  async still<T>(act: () => Promise<T>, goesOn: () => boolean = () => true): Promise<T> {
    const { job } = this;
    this.job = undefined;
    await this.rounds;
    const { moves } = this;
    try {
      return await act();
    } finally {
      if (job !== undefined && this.job === undefined && moves === this.moves && goesOn()) this.begin(job);
    }
  }

  /** Both were started anew, or taken elsewhere: the cursor is where they are. */
  follow(): void {
    this.ended = false;
    this.cursor = Math.max(...this.sides.map(({ cursor }) => cursor));
  }

  setVisible(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    if (visible && this.job !== undefined) this.begin(this.job);
  }

  private begin(job: Job): void {
    this.ended = false;
    this.job = job;
    this.rounds = this.rounds.then(() => this.work(job));
    this.changed();
  }

  private async work(job: Job): Promise<void> {
    const clock = new PaceClock(job.pace, this.cursor, performance.now());
    const until = (job.until ??= job.count === Infinity ? endOf(job.pace, this.cursor) : this.cursor + job.count);
    while (this.job === job && this.visible) {
      const count = Math.min(this.size, clock.due(this.cursor, performance.now()), until - this.cursor);
      if (count <= 0) await new Promise((resolve) => setTimeout(resolve, 4));
      else if (!(await this.round(count, job)) && this.job === job) this.job = undefined;
      if (this.cursor >= until && this.job === job) {
        this.job = undefined;
        this.ended = job.count === Infinity;
      }
    }
    this.changed();
  }

  /** One round; false where one of the runs ended before it. */
  private async round(count: number, { breakpoints }: Playing): Promise<boolean> {
    const { moves } = this;
    const target = this.cursor + count;
    const began = performance.now();
    const able = this.sides.filter((side) => side.last >= target || !isBroken(side));
    await Promise.all(this.sides.map((side) => this.bring(side, able.includes(side) ? target : side.last, breakpoints)));
    if (moves !== this.moves) return false;
    const reached = Math.min(...able.map(({ cursor }) => cursor));
    if (able.length === 0 || reached <= this.cursor - count) return false;
    // Where one paused before the other, both are seen there.
    if (reached < target) await Promise.all(able.filter(({ cursor }) => cursor > reached).map((side) => side.seek(reached)));
    if (moves !== this.moves) return false;
    this.cursor = Math.max(this.cursor, reached);
    const factor = ROUND / Math.max(1, performance.now() - began);
    this.size = Math.max(1, Math.round(count * Math.min(GROWTH, factor)));
    this.changed();
    // A condition may come true at the very end of the round.
    return reached >= target && !able.some(({ state }) => state.kind === 'paused' && state.reason?.kind === 'breakpoint');
  }

  /** Brings a run to a step: along what is recorded of it, and beyond that by training. */
  private async bring(side: Session, target: number, breakpoints: readonly string[] = []): Promise<void> {
    const { moves } = this;
    if (side.cursor < target && side.cursor < side.last) await side.seek(Math.min(target, side.last));
    if (moves === this.moves && side.cursor < target) await side.step(target - side.cursor, breakpoints);
  }
}
