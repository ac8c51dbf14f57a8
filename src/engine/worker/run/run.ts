/** One run in the worker: a trainer, what it is to do next, and what the page has not been told yet. */
import { engine } from '@tensorflow/tfjs-core';
import type { PaceClock } from '../../pace';
import type { BackendName, Command, Action, Measurement, MetricsBlock, PauseReason, Report, RunId, Snapshot, Status } from '../../protocol';
import { joined, upTo } from './metrics-blocks';
import { Breakpoints } from './breakpoints';
import { checkWeights } from '../model/load-weights';
import type { Trainer } from './trainer';

/** What a run is busy with. */
export type Job =
  | {
      readonly kind: 'play';
      readonly clock: PaceClock;
      /** The step at which it pauses by itself. */
      readonly until: number;
    }
  | { readonly kind: 'step'; readonly until: number }
  | { readonly kind: 'seek'; readonly until: number; readonly from: number };

type Numbered = Pick<Extract<Command, { type: 'pause' }>, 'number'>;

/** Of the worker's time, frames may take at most this share: with slices, reading and records it stays under a tenth. */
const FRAME_SHARE = 0.06;

export class Run {
  job: Job | undefined;
  /** What pauses the run while it plays or takes steps. */
  breakpoints: Breakpoints | undefined;
  /** Counts up with every command that changes what the run does, so that a slice that was under way notices. */
  turn = 0;
  /** The number of the latest question of each name. */
  readonly asked = new Map<string, number>();
  private unsent: MetricsBlock | undefined;
  private waiting: (() => void) | undefined;
  private outstanding = false;
  private abandoned = false;
  private lastSnapshot = 0;
  private frameReadyAt = 0;
  private speed = 0;

  constructor(
    readonly id: RunId,
    /** The number of the last command heard that ends in a pause: a pause answers it. */
    private number: number,
    readonly trainer: Trainer,
    readonly backend: BackendName,
    private readonly send: (report: Report, transfer?: readonly ArrayBuffer[]) => void,
  ) {}

  get status(): Status {
    // A knob may have brought in what cannot be compiled.
    const backend = this.backend === 'compiled' && !this.trainer.isCompiled ? 'cpu' : this.backend;
    const { helping, tensorsKept } = this.trainer;
    return { backend, stepsPerSecond: this.speed, tensors: engine().memory().numTensors - tensorsKept, helping };
  }

  /** Steps a second, smoothed. */
  clocked(steps: number, milliseconds: number): void {
    const now = (1000 * steps) / Math.max(milliseconds, 0.01);
    this.speed = this.speed === 0 ? now : 0.8 * this.speed + 0.2 * now;
  }

  /** Adds what was trained to what the page will be told. Where it goes over steps again, the new word counts. */
  note(block: MetricsBlock): void {
    const { unsent } = this;
    const follows = unsent !== undefined && block.from >= unsent.from && block.from <= unsent.from + unsent.loss.length;
    this.unsent = follows ? joined(upTo(unsent, block.from), block) : block;
  }

  /** Forgets what has not been told: the run has gone elsewhere. */
  forget(): void {
    this.unsent = undefined;
    this.breakpoints?.forget();
  }

  /** From now on these conditions pause the run; what is known of those that were there stays known. */
  arm(conditions: readonly string[] = []): void {
    const { breakpoints } = this;
    this.breakpoints = conditions.length === 0 ? undefined : new Breakpoints(this.trainer.model, conditions, breakpoints);
  }

  /** A command takes the run over; whatever was under way notices. */
  begin({ number }: Numbered): void {
    this.number = number;
    this.turn++;
  }

  acknowledge(): void {
    this.outstanding = false;
    this.waiting?.();
    this.waiting = undefined;
  }

  /** Nobody listens any more: nothing waits to be read. */
  abandon(): void {
    this.abandoned = true;
    this.job = undefined;
    this.turn++;
    this.acknowledge();
  }

  /** Frees what a backend that is gone may still hold; it may fail to, its memory being gone with it. */
  discard(): void {
    try {
      this.trainer.dispose();
    } catch {
      return;
    }
  }

  /** True when a report may be sent now: none is unread, and frames have not taken more than their share of the time. */
  get mayReport(): boolean {
    return !this.outstanding && performance.now() >= this.frameReadyAt;
  }

  private async read(): Promise<void> {
    if (this.outstanding && !this.abandoned) await new Promise<void>((resolve) => (this.waiting = resolve));
  }

  /** A snapshot now and then: close together early in a run, wider apart as it grows. */
  private async dueSnapshot(force: boolean): Promise<Snapshot | undefined> {
    const { step } = this.trainer;
    const spacing = Math.max(1, Math.ceil(step / 64));
    if (!force && Math.abs(step - this.lastSnapshot) < spacing) return undefined;
    this.lastSnapshot = step;
    return this.trainer.snapshot();
  }

  /** Sends the state to the page; with `wait`, only after the page has read the last one. */
  async report(options: { readonly wait: boolean; readonly snapshot: boolean }): Promise<void> {
    if (options.wait) await this.read();
    const start = performance.now();
    this.outstanding = true;
    const snapshot = await this.dueSnapshot(options.snapshot);
    const frame = await this.trainer.frame();
    const metrics = this.unsent ?? { from: frame.step, loss: new Float32Array(), evaluatedAt: new Float64Array(), evaluated: {} };
    this.unsent = undefined;
    this.send({ type: 'frame', run: this.id, frame, metrics, status: this.status, ...(snapshot === undefined ? {} : { snapshot }) });
    const cost = performance.now() - start;
    this.frameReadyAt = performance.now() + cost * (1 / FRAME_SHARE - 1);
  }

  /** The first report: everything the page needs to begin. */
  async ready(measured: readonly Measurement[], metrics: MetricsBlock): Promise<void> {
    const { trainer } = this;
    const { spec } = trainer.model;
    const frame = await trainer.frame();
    const snapshot = await trainer.snapshot();
    this.lastSnapshot = trainer.step;
    this.send({
      type: 'ready',
      run: this.id,
      status: this.status,
      frame,
      metrics,
      snapshot,
      measured,
      ...(spec === undefined ? {} : { spec }),
    });
  }

  /** Sets live values, now. */
  async turnKnobs({ number, values }: Extract<Command, { type: 'set' }>): Promise<void> {
    const interventions = this.trainer.intervene([{ kind: 'set', values }]);
    this.note(await this.trainer.collect());
    this.send({ type: 'intervened', run: this.id, number, interventions });
  }

  /** Does something to the weights, now, and tells what they were before and what has become of the run. */
  async intervene({ number }: Numbered, actions: readonly Action[]): Promise<void> {
    const before = await this.trainer.snapshot();
    const interventions = this.trainer.intervene(actions);
    this.note(await this.trainer.collect());
    this.send({ type: 'intervened', run: this.id, number, interventions, before });
    await this.report({ wait: true, snapshot: true });
  }

  /** Takes other weights on, by name, or only checks them. Throws where they do not fit. */
  async load(arrays: Snapshot['arrays'], only = false): Promise<void> {
    const { trainer } = this;
    checkWeights(trainer.model, arrays);
    if (only) return;
    trainer.load(arrays);
    this.note(await trainer.collect());
    await this.report({ wait: true, snapshot: true });
  }

  /** Stands again where it stood before something was done. */
  async undo({ snapshot, interventions }: Extract<Command, { type: 'undo' }>): Promise<void> {
    this.forget();
    this.trainer.undo(snapshot, interventions);
    this.note(await this.trainer.collect());
    await this.pause({ kind: 'command' });
  }

  /** Pauses because the page asks for it. */
  async stand({ number }: Numbered): Promise<void> {
    this.number = number;
    await this.pause({ kind: 'command' });
  }

  /** Ends the job: the last state first, then why. */
  async pause(reason: PauseReason): Promise<void> {
    this.job = undefined;
    const { turn } = this;
    await this.report({ wait: true, snapshot: true });
    if (turn === this.turn) this.send({ type: 'paused', run: this.id, number: this.number, step: this.trainer.step, reason });
  }
}
