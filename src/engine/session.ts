/** A run as the page sees it: commands to the worker, the record of what it reports, and the cursor in that record. */
import { fill, type Text } from '../i18n/text';
import { engineText } from '../i18n/engine';
import type { Parameters, Values } from '../demos/spec';
import { sameValue } from '../demos/resolve';
import type { NetworkSpec } from '../ml/spec/network-spec';
import { pageConnection, type Connection } from './connection';
import { nextFrame, Waiters } from './waiting';
import type { BackendName, Frame, Measurement, Recipe, Report, RunId, Snapshot, Status, StopCondition } from './protocol';
import type { RunRecord, Session, SessionState } from './session-api';
import { LONGEST_RUN, Timeline } from './timeline';

export interface SessionOptions {
  readonly recipe: Recipe;
  readonly parameters: Parameters;
  readonly backend?: BackendName | 'auto';
  /** A step to go to as soon as the model is ready (a shared link). */
  readonly seekTo?: number;
  readonly connection?: Connection;
}

type Job = { readonly kind: 'play'; readonly pace: number; readonly stop: StopCondition | undefined } | { readonly kind: 'step'; readonly until: number; readonly stop: StopCondition | undefined } | { readonly kind: 'seek' };

/** A worker that crashes again before this many further steps is not started again by itself. */
const CRASHES_ALLOWED = 2;

class PageSession implements Session {
  recipe: Recipe;
  private timeline = new Timeline();
  state: SessionState = { kind: 'idle' };
  cursor = 0;
  frame: Frame | undefined;
  spec: NetworkSpec | undefined;
  status: Status | undefined;
  measured: readonly Measurement[] = [];
  notice: Text | undefined;
  ghost: RunRecord | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly parameters: Parameters;
  private readonly connection: Connection;
  private backend: BackendName | 'auto';
  private run: RunId | undefined;
  private job: Job | undefined;
  private resume: (() => void) | undefined;
  /** Where the worker's trainer stands, as last heard. */
  private workerStep = 0;
  private crashes = 0;
  private seekTo: number | undefined;
  private readonly waiters = new Waiters();

  constructor(options: SessionOptions) {
    this.recipe = options.recipe;
    this.parameters = options.parameters;
    this.backend = options.backend ?? 'auto';
    this.seekTo = options.seekTo;
    this.connection = options.connection ?? pageConnection();
  }

  get record(): RunRecord {
    return this.timeline;
  }

  get exact(): boolean {
    return this.frame?.step === this.cursor;
  }

  get values(): Values {
    const values = { ...this.recipe.values };
    for (const one of this.timeline.interventions) if (one.kind === 'set' && one.step <= this.cursor) Object.assign(values, one.values);
    return values;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private changed(): void {
    for (const listener of [...this.listeners]) listener();
  }

  async prepare(): Promise<void> {
    if (this.run === undefined) this.create();
    if (this.state.kind === 'busy' && this.state.phase !== 'replaying') await this.waiters.wait('ready');
  }

  private create(snapshot?: Snapshot, seekTo = this.seekTo): void {
    if (this.run !== undefined) this.connection.leave(this.run);
    const run = this.connection.join({ receive: (report) => this.receive(report), crashed: () => this.crashed() });
    this.run = run;
    this.seekTo = undefined;
    this.state = { kind: 'busy', phase: 'loading' };
    this.workerStep = snapshot?.step ?? 0;
    const recipe = { ...this.recipe, interventions: snapshot === undefined && this.timeline.latest === 0 ? this.recipe.interventions : this.timeline.interventions };
    if (this.timeline.latest === 0) this.timeline.interventions = [...this.recipe.interventions];
    this.connection.post({
      type: 'create',
      run,
      recipe,
      backend: this.backend,
      ...(snapshot === undefined ? {} : { snapshot }),
      ...(seekTo === undefined ? {} : { seekTo }),
    });
    if (seekTo !== undefined) {
      this.cursor = seekTo;
      // Nothing is to be replayed where the snapshot is of that very step.
      if (seekTo > this.workerStep) this.job = { kind: 'seek' };
    }
    this.changed();
  }

  private receive(report: Report): void {
    switch (report.type) {
      case 'progress':
        this.state = { kind: 'busy', phase: report.phase, ...(report.fraction === undefined ? {} : { fraction: report.fraction }) };
        break;
      case 'ready':
        this.ready(report);
        break;
      case 'frame':
        this.takeFrame(report);
        nextFrame(() => this.connection.post({ type: 'ack', run: report.run }));
        break;
      case 'paused':
        this.job = undefined;
        this.workerStep = report.step;
        this.crashes = 0;
        this.state = { kind: 'paused', reason: report.reason };
        this.waiters.settle('pause');
        break;
      case 'intervened':
        this.timeline.interventions = [...this.timeline.interventions.filter(({ step }) => step <= this.cursor), ...report.interventions];
        this.waiters.settle('intervened');
        break;
      case 'measured':
        this.measured = report.measured;
        this.waiters.settle('measured');
        break;
      case 'exported':
        this.waiters.settle('exported', { topology: report.topology, weights: report.weights });
        break;
      case 'loaded':
        this.waiters.settle('load');
        break;
      case 'backend-lost':
        this.backendLost(report.backend, report.cause);
        break;
      case 'refused':
        this.waiters.refuse(report.command, report.message);
        break;
      case 'failed':
        this.job = undefined;
        this.state = { kind: 'failed', message: report.message, ...(report.layer === undefined ? {} : { layer: report.layer }) };
        this.waiters.settleAll();
        break;
      default:
        report satisfies never;
    }
    this.changed();
  }

  private ready(report: Extract<Report, { type: 'ready' }>): void {
    this.spec = report.spec;
    this.status = report.status;
    if (report.measured.length > 0) this.measured = report.measured;
    this.timeline.addSnapshot(report.snapshot);
    this.timeline.addFrame(report.frame);
    if (report.metrics.from <= this.timeline.latest) this.timeline.addMetrics(report.metrics);
    this.workerStep = report.frame.step;
    if (this.job === undefined) {
      this.cursor = report.frame.step;
      this.frame = report.frame;
      this.state = { kind: 'paused' };
    } else {
      this.state = { kind: 'busy', phase: 'replaying' };
    }
    this.waiters.settle('ready');
  }

  private takeFrame(report: Extract<Report, { type: 'frame' }>): void {
    this.timeline.addMetrics(report.metrics);
    this.timeline.addFrame(report.frame);
    if (report.snapshot !== undefined) this.timeline.addSnapshot(report.snapshot);
    this.status = report.status;
    this.workerStep = report.frame.step;
    if (this.job?.kind === 'play' || this.job?.kind === 'step') {
      this.cursor = report.frame.step;
      this.state = { kind: 'running' };
      if (this.timeline.latest >= LONGEST_RUN) this.pause();
    }
    if (report.frame.step === this.cursor || this.frame === undefined) this.frame = report.frame;
  }

  /** Leaves what comes after the cursor behind, as a ghost: training goes on from here another way. */
  private branch(): void {
    if (this.cursor >= this.timeline.latest) return;
    this.ghost = this.timeline.ghost();
    this.timeline.truncate(this.cursor);
  }

  /** Brings the worker to the cursor. */
  private async settleAtCursor(): Promise<boolean> {
    await this.prepare();
    if (this.state.kind === 'failed') return false;
    if (this.job?.kind === 'seek') await this.waiters.wait('pause');
    if (this.workerStep !== this.cursor) await this.seek(this.cursor);
    return !this.isFailed();
  }

  private isFailed(): boolean {
    return this.state.kind === 'failed';
  }

  play(options: { readonly pace: number; readonly stop?: StopCondition }): void {
    void this.settleAtCursor().then((ok) => {
      if (!ok || this.run === undefined) return;
      this.branch();
      this.job = { kind: 'play', pace: options.pace, stop: options.stop };
      this.state = { kind: 'running' };
      this.connection.post({ type: 'play', run: this.run, pace: options.pace, ...(options.stop === undefined ? {} : { stop: options.stop }) });
      this.changed();
    });
  }

  pause(): void {
    this.resume = undefined;
    if (this.run !== undefined && this.job !== undefined) this.connection.post({ type: 'pause', run: this.run });
  }

  async step(count = 1, stop?: StopCondition): Promise<void> {
    if (!(await this.settleAtCursor()) || this.run === undefined) return;
    this.branch();
    this.job = { kind: 'step', until: this.cursor + count, stop };
    this.state = { kind: 'running' };
    this.connection.post({ type: 'step', run: this.run, count, ...(stop === undefined ? {} : { stop }) });
    this.changed();
    await this.waiters.wait('pause');
  }

  async seek(step: number): Promise<void> {
    await this.prepare();
    if (this.run === undefined || this.isFailed()) return;
    this.cursor = Math.max(0, Math.min(Math.round(step), this.timeline.latest));
    this.frame = this.timeline.frameAt(this.cursor) ?? this.frame;
    const snapshot = this.timeline.snapshotAt(this.cursor);
    // Where the worker stands on the way, going on from there is shorter than any snapshot.
    const onTheWay = this.workerStep <= this.cursor && (snapshot === undefined || this.workerStep >= snapshot.step) && this.job === undefined;
    this.job = { kind: 'seek' };
    this.connection.post({ type: 'seek', run: this.run, step: this.cursor, ...(onTheWay || snapshot === undefined ? {} : { snapshot }) });
    this.changed();
    await this.waiters.wait('pause');
  }

  async reset(): Promise<void> {
    await this.restart({ ...this.recipe, values: this.values, interventions: [] });
  }

  async change(change: ArgumentOf<Session['change']>): Promise<void> {
    const current = this.values;
    const given = Object.entries(change.values ?? {}).filter(([name, value]) => !sameValue(current[name], value));
    const restarts = change.seed !== undefined || change.ownData !== undefined || change.interventions !== undefined;
    const effect = (name: string): string => this.parameters[name]?.effect ?? 'restart';
    const view = Object.fromEntries(given.filter(([name]) => effect(name) === 'view'));
    this.recipe = { ...this.recipe, values: { ...this.recipe.values, ...view } };
    const rest = given.filter(([name]) => effect(name) !== 'view');
    if (rest.length === 0 && !restarts) return this.changed();
    if (restarts || this.run === undefined || this.isFailed() || rest.some(([name]) => effect(name) === 'restart')) {
      const { ownData: _, ...recipe } = this.recipe;
      const ownData = change.ownData === undefined ? this.recipe.ownData : (change.ownData ?? undefined);
      return this.restart({
        ...recipe,
        values: { ...this.values, ...Object.fromEntries(rest) },
        seed: change.seed ?? this.recipe.seed,
        interventions: change.interventions ?? [],
        ...(ownData === undefined ? {} : { ownData }),
      });
    }
    if (this.job?.kind !== 'play' && this.job?.kind !== 'step') {
      if (!(await this.settleAtCursor())) return;
      this.branch();
    }
    this.connection.post({ type: 'set', run: this.run, values: Object.fromEntries(rest) });
    await this.waiters.wait('intervened');
  }

  private async restart(recipe: Recipe): Promise<void> {
    if (this.run !== undefined) this.connection.post({ type: 'dispose', run: this.run });
    if (this.timeline.latest > 0) this.ghost = this.timeline.ghost();
    this.timeline = new Timeline();
    this.recipe = recipe;
    this.cursor = 0;
    this.frame = undefined;
    this.job = undefined;
    this.resume = undefined;
    this.notice = undefined;
    this.waiters.settleAll();
    this.create(undefined, undefined);
    await this.waiters.wait('ready');
  }

  async edit(edits: ArgumentOf<Session['edit']>): Promise<void> {
    if (!(await this.settleAtCursor()) || this.run === undefined) return;
    this.branch();
    this.connection.post({ type: 'edit', run: this.run, edits });
    await this.waiters.wait('intervened');
  }

  async useBackend(backend: BackendName | 'auto'): Promise<void> {
    if (backend === this.backend && this.status?.backend === backend) return;
    this.backend = backend;
    if (this.run === undefined) return;
    const target = this.cursor;
    this.connection.post({ type: 'dispose', run: this.run });
    this.waiters.settleAll();
    this.job = undefined;
    this.create(this.timeline.snapshotAt(target), target);
    await this.waiters.wait('ready');
    if (this.job !== undefined) await this.waiters.wait('pause');
  }

  async measure(): Promise<readonly Measurement[]> {
    if (!(await this.settleAtCursor()) || this.run === undefined) return this.measured;
    this.connection.post({ type: 'measure', run: this.run });
    await this.waiters.wait('measured');
    return this.measured;
  }

  async snapshot(): Promise<Snapshot> {
    await this.settleAtCursor();
    if (this.timeline.snapshotAt(this.cursor)?.step !== this.cursor) await this.seek(this.cursor);
    const snapshot = this.timeline.snapshotAt(this.cursor);
    if (snapshot === undefined) throw new Error(engineText.failed.en);
    return snapshot;
  }

  async load(arrays: Snapshot['arrays']): Promise<void> {
    if (!(await this.settleAtCursor()) || this.run === undefined) return;
    this.branch();
    this.connection.post({ type: 'load', run: this.run, arrays });
    await this.waiters.wait('load');
  }

  async exportModel(): Promise<{ readonly topology: unknown; readonly weights: Snapshot['arrays'] }> {
    if (!(await this.settleAtCursor()) || this.run === undefined) throw new Error(engineText.failed.en);
    this.connection.post({ type: 'export', run: this.run, request: this.run });
    return this.waiters.wait('exported');
  }

  setVisible(visible: boolean): void {
    if (!visible && this.job?.kind === 'play') {
      const { pace, stop } = this.job;
      this.pause();
      this.resume = () => this.play({ pace, ...(stop === undefined ? {} : { stop }) });
    } else if (visible && this.resume !== undefined) {
      const { resume } = this;
      this.resume = undefined;
      resume();
    }
  }

  fault(fault: 'lose-context' | 'crash'): void {
    if (this.run !== undefined) this.connection.post({ type: 'fault', run: this.run, fault });
  }

  /** Goes on from the last snapshot, to where the run was, and takes up what it was doing. */
  private recover(notice: (step: number) => Text): void {
    const { job } = this;
    const step = this.timeline.latest;
    const snapshot = this.timeline.snapshotAt(step);
    this.notice = notice(snapshot?.step ?? 0);
    const target = job?.kind === 'play' || job?.kind === 'step' ? step : this.cursor;
    this.job = undefined;
    this.create(this.timeline.snapshotAt(target), target);
    if (job?.kind === 'play') {
      const { pace, stop } = job;
      this.play({ pace, ...(stop === undefined ? {} : { stop }) });
    } else if (job?.kind === 'step') {
      const waiting = this.waiters.take('pause');
      void this.step(Math.max(0, job.until - target), job.stop).then(waiting);
    }
  }

  private backendLost(backend: BackendName, cause: Text): void {
    this.backend = 'auto';
    this.recover((step) => ({
      zh: fill(engineText.goesOn.zh, { backend, cause: cause.zh, step, other: engineText.otherBackend.zh }),
      en: fill(engineText.goesOn.en, { backend, cause: cause.en, step, other: engineText.otherBackend.en }),
    }));
  }

  private crashed(): void {
    this.crashes++;
    if (this.crashes > CRASHES_ALLOWED) {
      this.state = { kind: 'failed', message: engineText.workerCrashedAgain };
      this.run = undefined;
      this.crashes = 0;
      this.waiters.settleAll();
    } else {
      this.recover((step) => ({ zh: fill(engineText.workerCrashed.zh, { step }), en: fill(engineText.workerCrashed.en, { step }) }));
    }
    this.changed();
  }

  dispose(): void {
    if (this.run !== undefined) {
      this.connection.post({ type: 'dispose', run: this.run });
      this.connection.leave(this.run);
    }
    this.run = undefined;
    this.waiters.settleAll();
    this.listeners.clear();
  }
}

type ArgumentOf<F extends (argument: never) => unknown> = F extends (argument: infer A) => unknown ? A : never;

/** Creates a session; nothing is loaded before it is first used. */
export function createSession(options: SessionOptions): Session {
  return new PageSession(options);
}
