/** How a session takes the worker's reports, and how it goes on after a loss. */
import { fill, type Text } from '../i18n/text';
import { engineText } from '../i18n/engine';
import type { Values } from '../demos/spec';
import { withIntervention } from './interventions';
import { nextFrame } from './waiting';
import type { BackendName, Frame, Report } from './protocol';
import type { SessionState } from './session-api';
import { SessionRun, type Playing } from './session-run';

/** Crashes in a row after which a run is not started again by itself. */
const CRASHES_ALLOWED = 2;
/** Steps past the place of a crash after which the next one is not counted as the same again. */
const STEPS_TO_TRUST = 50;

/** The half of a session that listens. */
export abstract class SessionReports extends SessionRun {
  private crashes = 0;
  private crashedAt = 0;
  private latestFrame: Frame | undefined;
  /** How the run stood before its backends were timed. */
  private beforeTiming: SessionState | undefined;

  abstract play(options: Playing): void;
  abstract pause(): void;
  abstract step(count: number, breakpoints?: readonly string[]): Promise<void>;
  abstract change(change: { readonly values: Values }): Promise<void>;

  protected receive(report: Report): void {
    switch (report.type) {
      case 'progress':
        if (report.phase === 'measuring' && !this.loading) this.beforeTiming ??= this.state;
        this.state = {
          kind: 'busy',
          phase: report.phase,
          ...(report.fraction === undefined ? {} : { fraction: report.fraction }),
          ...(report.left === undefined ? {} : { left: report.left }),
        };
        break;
      case 'ready':
        this.ready(report);
        break;
      case 'frame':
        this.takeFrame(report);
        nextFrame(() => this.connection.post({ type: 'ack', run: report.run }));
        break;
      case 'paused':
        this.paused(report);
        break;
      case 'intervened':
        if (report.before !== undefined) {
          this.undoing.push({ before: report.before, interventions: this.timeline.interventions, done: report.interventions });
        }
        this.timeline.interventions = report.interventions.reduce(withIntervention, this.timeline.interventions);
        if (report.interventions.some(({ kind }) => kind === 'set')) this.turned();
        this.waiters.settle('intervened');
        break;
      case 'probed':
        // One that comes late may be of a branch left behind.
        if (this.training || report.probe.step <= this.timeline.latest) this.timeline.trail.add(report.probe);
        this.waiters.settle('probed', report.probe);
        break;
      case 'measured':
        if (report.measured.length > 0) this.measured = report.measured;
        this.timed();
        this.waiters.settle('measured');
        break;
      case 'exported':
        this.waiters.settle('exported', { topology: report.topology, weights: report.weights });
        break;
      case 'loaded':
        this.timeline.pinSnapshot(this.cursor);
        this.waiters.settle('load');
        break;
      case 'backend-lost':
        this.backendLost(report.backend, report.cause);
        break;
      case 'refused':
        if (report.command === 'set') this.turned();
        if (report.command === 'measure') this.timed();
        if (report.command === 'create') this.notice = report.message;
        this.waiters.refuse(report.command, report.message);
        break;
      case 'failed':
        this.job = undefined;
        this.pausing = false;
        this.loading = false;
        this.state = { kind: 'failed', message: report.message, ...(report.layer === undefined ? {} : { layer: report.layer }) };
        this.waiters.settleAll(report.message);
        break;
      case 'pong':
        return;
      default:
        report satisfies never;
    }
    this.changed();
  }

  /** Goes back from timing backends to what was before, or to what was begun meanwhile. */
  private timed(): void {
    if (this.training) this.state = { kind: 'running' };
    else if (this.state.kind === 'busy' && this.beforeTiming !== undefined) this.state = this.beforeTiming;
    this.beforeTiming = undefined;
  }

  private ready(report: Extract<Report, { type: 'ready' }>): void {
    this.loading = false;
    this.beforeTiming = undefined;
    this.spec = report.spec;
    this.status = report.status;
    if (report.measured.length > 0) this.measured = report.measured;
    const failure = report.measured.find(({ backend }) => backend === this.backend)?.failure;
    if (failure !== undefined) {
      const words = { backend: this.backend, other: report.status.backend };
      const inWords = (lang: 'zh' | 'en'): string => fill(engineText.usesOther[lang], { ...words, cause: failure[lang] });
      this.notice = { zh: inWords('zh'), en: inWords('en') };
    }
    this.timeline.addSnapshot(report.snapshot);
    this.timeline.addFrame(report.frame);
    if (report.metrics.from <= this.timeline.latest) this.timeline.addMetrics(report.metrics);
    this.workerStep = report.frame.step;
    this.latestFrame = report.frame;
    if (this.job === undefined) {
      this.cursor = report.frame.step;
      this.frame = report.frame;
      this.state = { kind: 'paused' };
      this.waiters.settle('pause');
    } else {
      this.state = { kind: 'busy', phase: 'replaying' };
    }
    this.waiters.settle('ready');
  }

  private takeFrame(report: Extract<Report, { type: 'frame' }>): void {
    this.timeline.addMetrics(report.metrics);
    this.timeline.addFrame(report.frame);
    if (report.snapshot !== undefined) this.timeline.addSnapshot(report.snapshot);
    if (report.frame.step > this.crashedAt + STEPS_TO_TRUST) this.crashes = 0;
    this.status = report.status;
    this.workerStep = report.frame.step;
    this.latestFrame = report.frame;
    if (this.training) {
      this.cursor = report.frame.step;
      this.state = { kind: 'running' };
    }
    if (report.frame.step === this.cursor || this.frame === undefined) this.frame = report.frame;
    this.waiters.settle('frame');
  }

  private paused(report: Extract<Report, { type: 'paused' }>): void {
    this.workerStep = report.step;
    if (report.heard < this.told) return;
    this.job = undefined;
    this.pausing = false;
    // Also where a replay was cut short: what is shown is then where it stands.
    this.cursor = report.step;
    if (this.latestFrame?.step === report.step) this.frame = this.latestFrame;
    const { reason, step } = report;
    if (reason.kind !== 'command') this.timeline.addStop({ step, reason });
    this.state = { kind: 'paused', reason: report.reason };
    this.waiters.settle('pause');
  }

  /** Goes on from the last snapshot, to where the run was, and takes up what it was doing. */
  private recover(notice: (step: number) => Text): void {
    const { job, pausing, turning } = this;
    const target = this.training ? this.timeline.latest : this.cursor;
    const snapshot = this.timeline.snapshotAt(target);
    this.notice = notice(snapshot?.step ?? 0);
    this.waiters.settleAll(this.notice, ['ready', 'pause']);
    this.create(snapshot, target);
    if (Object.keys(turning).length > 0) void this.change({ values: turning });
    if (pausing || job === undefined) return;
    if (job.kind === 'play') {
      this.play(job);
    } else if (job.kind === 'step') {
      const waiting = this.waiters.take('pause');
      void this.step(Math.max(0, job.until - target), job.breakpoints).then(waiting);
    }
  }

  private backendLost(backend: BackendName, cause: Text): void {
    this.backend = 'auto';
    const inWords = (lang: 'zh' | 'en', step: number): string => fill(engineText.goesOn[lang], { backend, cause: cause[lang], step });
    this.recover((step) => ({ zh: inWords('zh', step), en: inWords('en', step) }));
  }

  protected crashed(spoke: boolean): void {
    this.crashes++;
    this.crashedAt = this.timeline.latest;
    // Where its script does not arrive, another backend mends nothing.
    if (!spoke || this.crashes > CRASHES_ALLOWED) {
      const message = engineText[spoke ? 'workerCrashedAgain' : 'workerNotLoaded'];
      this.state = { kind: 'failed', message };
      if (this.run !== undefined) this.connection.leave(this.run);
      this.run = undefined;
      this.loading = false;
      this.job = undefined;
      this.crashes = 0;
      this.waiters.settleAll(message);
    } else {
      // Twice in a row: what it ran on is suspect. Plain JavaScript has no driver and no memory of its own to break.
      if (this.crashes > 1) this.backend = 'cpu';
      this.recover((step) => ({ zh: fill(engineText.workerCrashed.zh, { step }), en: fill(engineText.workerCrashed.en, { step }) }));
    }
    this.changed();
  }
}
