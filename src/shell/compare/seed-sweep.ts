/** The same run from several seeds, as many at once as there are lanes for them: so many more models are held, however many seeds there are. */
import type { Session } from '../../engine/session-api';
import type { Text } from '../../i18n/text';
import type { Recorded } from '../pictures/source';
import { bandOf, type Band } from './band';
import { curvesOf } from './kept-run';

const SEEDS = 2 ** 32;

export interface SeedRun {
  readonly seed: number;
  readonly steps: number;
  readonly curves: Recorded;
  readonly metrics: Readonly<Record<string, number>>;
  /** It stopped being finite before its last step. */
  readonly broke: boolean;
}

export interface SweepOptions {
  readonly first: number;
  readonly count: number;
  readonly steps: number;
  /** Seeds trained at once, each in a worker of its own. */
  readonly lanes: number;
  /** Makes the run of a seed, which nobody looks back into. @param lane from 0: no two runs of one are there at a time. */
  readonly make: (seed: number, lane: number) => Session;
  readonly changed: () => void;
}

/** The seeds of a sweep: the reader's own and those that follow it. */
export function seedsFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (first + i) % SEEDS);
}

export class SeedSweep {
  readonly seeds: readonly number[];
  readonly steps: number;
  runs: readonly SeedRun[] = [];
  /** Seeds that could not be trained, and why. */
  failures: readonly { readonly seed: number; readonly cause: Text }[] = [];
  running = true;
  visible: boolean;
  /** The runs under way, by their seeds, and what ends the waiting for each. */
  private readonly current = new Map<number, { readonly session: Session; readonly end: () => void }>();
  private readonly bands = new Map<string, Band>();
  /** The place of the seed that is next. */
  private next = 0;

  constructor(
    private readonly options: SweepOptions,
    visible = true,
  ) {
    this.seeds = seedsFrom(options.first, options.count);
    this.steps = options.steps;
    this.visible = visible;
  }

  /** The seeds being trained. */
  get under(): readonly number[] {
    return [...this.current.keys()].sort((a, b) => this.seeds.indexOf(a) - this.seeds.indexOf(b));
  }

  /** Seeds that are done, or could not be trained. */
  get done(): number {
    return this.runs.length + this.failures.length;
  }

  /** How much of all is done, from 0 to 1. */
  get fraction(): number {
    const under = [...this.current.values()].reduce((sum, { session }) => sum + session.last, 0);
    return Math.min(1, (this.done + under / this.steps) / this.seeds.length);
  }

  /** Trains all seeds; resolves when that is done or cancelled. */
  async train(): Promise<void> {
    await Promise.all(Array.from({ length: this.options.lanes }, (_, lane) => this.trainIn(lane)));
    this.running = false;
    this.options.changed();
  }

  /** Trains one seed after the other, of those that nobody has begun. */
  private async trainIn(lane: number): Promise<void> {
    for (;;) {
      const seed = this.seeds[this.next];
      if (seed === undefined || !this.running) return;
      this.next++;
      await this.trainOne(seed, lane);
    }
  }

  private async trainOne(seed: number, lane: number): Promise<void> {
    const session = this.options.make(seed, lane);
    session.setVisible(this.visible);
    const ended = new Promise<void>((resolve) => {
      this.current.set(seed, { session, end: resolve });
      session.subscribe(() => {
        if (this.isOver(session)) resolve();
        this.options.changed();
      });
    });
    session.play({ pace: Infinity, breakpoints: [`step == ${this.steps}`] });
    await ended;
    this.current.delete(seed);
    const { state, record } = session;
    if (state.kind === 'failed') {
      this.failures = [...this.failures, { seed, cause: state.message }];
    } else if (this.isOver(session)) {
      const broke = record.latest < this.steps;
      const run = { seed, steps: record.latest, curves: curvesOf(session, true), metrics: record.metricsAt(record.latest), broke };
      this.runs = [...this.runs, run].sort((a, b) => this.seeds.indexOf(a.seed) - this.seeds.indexOf(b.seed));
    }
    this.bands.clear();
    session.dispose();
    this.options.changed();
  }

  private isOver({ state, record }: Session): boolean {
    if (state.kind === 'failed') return true;
    return state.kind === 'paused' && (record.latest >= this.steps || state.reason?.kind === 'non-finite');
  }

  /** The middle and the range of a metric over the seeds trained so far; undefined before there are any. */
  band(metric: string): Band | undefined {
    if (this.runs.length === 0) return undefined;
    const known = this.bands.get(metric);
    if (known !== undefined) return known;
    const band = bandOf(
      this.runs.map(({ curves }) => curves),
      metric,
    );
    this.bands.set(metric, band);
    return band;
  }

  /** Stops; what is trained so far stays. */
  cancel(): void {
    this.running = false;
    for (const { end } of this.current.values()) end();
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    for (const { session } of this.current.values()) session.setVisible(visible);
  }
}
