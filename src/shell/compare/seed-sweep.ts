/** The same run from several seeds, one after the other: at any time one more model is held, however many seeds there are. */
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
  /** Makes the run of a seed, which nobody looks back into. */
  readonly make: (seed: number) => Session;
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
  private current: Session | undefined;
  private readonly bands = new Map<string, Band>();
  private end: (() => void) | undefined;

  constructor(
    private readonly options: SweepOptions,
    visible = true,
  ) {
    this.seeds = seedsFrom(options.first, options.count);
    this.steps = options.steps;
    this.visible = visible;
  }

  /** The seed being trained. */
  get seed(): number | undefined {
    return this.running ? this.seeds[this.runs.length + this.failures.length] : undefined;
  }

  /** How much of all is done, from 0 to 1. */
  get fraction(): number {
    const done = this.runs.length + this.failures.length + (this.current?.last ?? 0) / this.steps;
    return Math.min(1, done / this.seeds.length);
  }

  /** Trains all seeds; resolves when that is done or cancelled. */
  async train(): Promise<void> {
    for (const seed of this.seeds) if (this.running) await this.trainOne(seed);
    this.running = false;
    this.options.changed();
  }

  private async trainOne(seed: number): Promise<void> {
    const session = this.options.make(seed);
    this.current = session;
    session.setVisible(this.visible);
    const ended = new Promise<void>((resolve) => {
      this.end = resolve;
      session.subscribe(() => {
        if (this.isOver(session)) resolve();
        this.options.changed();
      });
    });
    session.play({ pace: Infinity, breakpoints: [`step == ${this.steps}`] });
    await ended;
    this.end = undefined;
    this.current = undefined;
    const { state, record } = session;
    if (state.kind === 'failed') {
      this.failures = [...this.failures, { seed, cause: state.message }];
    } else if (this.isOver(session)) {
      const broke = record.latest < this.steps;
      this.runs = [
        ...this.runs,
        { seed, steps: record.latest, curves: curvesOf(session, true), metrics: record.metricsAt(record.latest), broke },
      ];
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
    this.end?.();
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    this.current?.setVisible(visible);
  }
}
