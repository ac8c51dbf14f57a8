/** A run as the page sees it: commands to the worker, the record of what it reports, and the cursor in that record. */
import { engineText } from '../i18n/engine';
import { sameValue } from '../demos/resolve';
import type { BackendName, Measurement, Recipe, Snapshot, StopCondition } from './protocol';
import { recipeAfter } from './recipe';
import type { RunRecord, Session } from './session-api';
import { SessionReports } from './session-reports';
import type { Playing, SessionOptions } from './session-run';
import { Timeline } from './timeline';
import { Refused } from './waiting';

export type { SessionOptions } from './session-run';

class PageSession extends SessionReports implements Session {
  private visible = true;
  /** What goes on when the demo is seen again. */
  private resume: Playing | undefined;
  /** Counts up with everything that takes back what was asked for before and has not begun: pausing, restarting. */
  private intent = 0;

  get record(): RunRecord {
    return this.timeline;
  }

  get exact(): boolean {
    return this.frame?.step === this.cursor;
  }

  async prepare(): Promise<void> {
    if (this.run === undefined) this.create();
    if (this.isLoading()) await this.waiters.wait('ready');
  }

  private isLoading(): boolean {
    return this.state.kind === 'busy' && this.state.phase !== 'replaying';
  }

  /** Leaves what comes after the cursor behind, as a ghost: training goes on from here another way. */
  private branch(): void {
    if (this.cursor >= this.timeline.latest) return;
    this.ghost = this.timeline.ghost();
    this.timeline.truncate(this.cursor);
  }

  /** Brings the worker to the cursor; false where that cannot be, or was taken back meanwhile. */
  private async settleAtCursor(): Promise<boolean> {
    const { intent } = this;
    await this.prepare();
    while (this.run !== undefined && (this.pausing || this.job?.kind === 'seek')) await this.waiters.wait('pause');
    if (this.isFailed() || intent !== this.intent) return false;
    if (this.workerStep !== this.cursor) await this.seek(this.cursor);
    return this.run !== undefined && !this.isFailed() && intent === this.intent;
  }

  play(options: Playing): void {
    if (!this.visible) {
      this.resume = options;
      return;
    }
    void this.settleAtCursor().then((ready) => {
      if (!ready) return;
      // It went out of sight while it was loading.
      if (!this.visible) {
        this.resume = options;
        return;
      }
      this.branch();
      const { pace, stop } = options;
      this.job = { kind: 'play', pace, ...(stop === undefined ? {} : { stop }) };
      this.state = { kind: 'running' };
      this.tell({ type: 'play', pace, ...(stop === undefined ? {} : { stop }) });
      this.changed();
    });
  }

  pause(): void {
    this.resume = undefined;
    this.intent++;
    if (this.job === undefined || this.pausing) return;
    this.pausing = true;
    this.tell({ type: 'pause' });
  }

  async step(count = 1, stop?: StopCondition): Promise<void> {
    if (!(await this.settleAtCursor())) return;
    this.branch();
    const from = this.job?.kind === 'step' ? this.job.until : this.cursor;
    this.job = { kind: 'step', until: from + count, stop };
    this.state = { kind: 'running' };
    this.tell({ type: 'step', count, ...(stop === undefined ? {} : { stop }) });
    this.changed();
    await this.waiters.wait('pause');
  }

  async seek(step: number): Promise<void> {
    // At once where it can be: the cursor follows the reader's hand.
    if (this.run === undefined || this.isLoading()) await this.prepare();
    if (this.run === undefined || this.isFailed()) return;
    this.cursor = Math.max(0, Math.min(Math.round(step), this.timeline.latest));
    this.frame = this.timeline.frameAt(this.cursor) ?? this.frame;
    const snapshot = this.timeline.snapshotAt(this.cursor);
    const stands = this.job === undefined && this.workerStep <= this.cursor;
    // Where the worker stands on the way, going on from there is shorter than any snapshot.
    const onTheWay = stands && (snapshot === undefined || this.workerStep >= snapshot.step);
    this.job = { kind: 'seek' };
    this.tell({ type: 'seek', step: this.cursor, ...(onTheWay || snapshot === undefined ? {} : { snapshot }) });
    this.changed();
    await this.waiters.wait('pause');
  }

  async reset(): Promise<void> {
    await this.restart({ ...this.recipe, values: this.values, interventions: [] });
  }

  async change(change: Parameters<Session['change']>[0]): Promise<void> {
    const current = this.values;
    const given = Object.entries(change.values ?? {}).filter(([name, value]) => !sameValue(current[name], value));
    const restarts = change.seed !== undefined || change.ownData !== undefined || change.interventions !== undefined;
    const effect = (name: string): string => this.parameters[name]?.effect ?? 'restart';
    const view = Object.fromEntries(given.filter(([name]) => effect(name) === 'view'));
    this.recipe = { ...this.recipe, values: { ...this.recipe.values, ...view } };
    const rest = given.filter(([name]) => effect(name) !== 'view');
    if (rest.length === 0 && !restarts) return this.changed();
    if (restarts || this.run === undefined || this.isFailed() || rest.some(([name]) => effect(name) === 'restart')) {
      return this.restart(recipeAfter(this.recipe, { ...this.values, ...Object.fromEntries(rest) }, change));
    }
    if (!this.training || this.pausing) {
      if (!(await this.settleAtCursor())) return;
      this.branch();
    }
    this.turn(Object.fromEntries(rest));
    this.changed();
    await this.waiters.wait('intervened');
  }

  private async restart(recipe: Recipe): Promise<void> {
    if (this.run !== undefined) this.connection.post({ type: 'dispose', run: this.run });
    if (this.timeline.latest > 0) this.ghost = this.timeline.ghost();
    this.timeline = new Timeline(recipe.interventions);
    this.recipe = recipe;
    this.cursor = 0;
    this.frame = undefined;
    this.resume = undefined;
    this.notice = undefined;
    this.intent++;
    this.waiters.settleAll(engineText.startedAnew);
    this.create(undefined, undefined);
    await this.waiters.wait('ready');
  }

  async edit(edits: Parameters<Session['edit']>[0]): Promise<void> {
    if (!(await this.settleAtCursor()) || this.run === undefined) return;
    this.branch();
    this.connection.post({ type: 'edit', run: this.run, edits });
    await this.waiters.wait('intervened');
    await this.waiters.wait('frame');
  }

  async useBackend(backend: BackendName | 'auto'): Promise<void> {
    // After a failure the same backend is a new attempt.
    if (!this.isFailed() && backend === this.backend && this.status?.backend === backend) return;
    this.backend = backend;
    if (this.run === undefined && !this.isFailed()) return;
    const target = this.cursor;
    if (this.run !== undefined) this.connection.post({ type: 'dispose', run: this.run });
    this.intent++;
    this.notice = undefined;
    this.waiters.settleAll(engineText.startedAnew);
    this.create(this.timeline.snapshotAt(target), target);
    await this.waiters.wait('ready');
    if (this.job !== undefined) await this.waiters.wait('pause');
  }

  async measure(): Promise<readonly Measurement[]> {
    if (!(await this.settleAtCursor()) || this.run === undefined) return this.measured;
    this.connection.post({ type: 'measure', run: this.run });
    try {
      await this.waiters.wait('measured');
    } catch (error) {
      // A backend that breaks while it is timed: the run goes on, the reader is told.
      if (error instanceof Refused) this.notice = error.text;
      this.changed();
    }
    return this.measured;
  }

  async snapshot(): Promise<Snapshot> {
    await this.settleAtCursor();
    if (this.timeline.snapshotAt(this.cursor)?.step !== this.cursor) await this.seek(this.cursor);
    const snapshot = this.timeline.snapshotAt(this.cursor);
    if (snapshot === undefined) throw new Error(engineText.startedAnew.en);
    return snapshot;
  }

  async load(arrays: Snapshot['arrays']): Promise<void> {
    if (!(await this.settleAtCursor()) || this.run === undefined) return;
    this.branch();
    this.connection.post({ type: 'load', run: this.run, arrays });
    await this.waiters.wait('load');
  }

  async exportModel(): Promise<{ readonly topology: unknown; readonly weights: Snapshot['arrays'] }> {
    if (!(await this.settleAtCursor()) || this.run === undefined) throw new Error(engineText.startedAnew.en);
    this.connection.post({ type: 'export', run: this.run, request: this.run });
    return this.waiters.wait('exported');
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    if (!visible && this.job?.kind === 'play' && !this.pausing) {
      const { job } = this;
      this.pause();
      this.resume = job;
    } else if (visible && this.resume !== undefined) {
      const { resume } = this;
      this.resume = undefined;
      this.play(resume);
    }
  }

  fault(fault: 'lose-context' | 'crash'): void {
    if (this.run !== undefined) this.connection.post({ type: 'fault', run: this.run, fault });
  }

  dispose(): void {
    if (this.run !== undefined) {
      this.connection.post({ type: 'dispose', run: this.run });
      this.connection.leave(this.run);
    }
    this.run = undefined;
    this.intent++;
    this.waiters.settleAll(engineText.startedAnew);
    this.forgetListeners();
  }
}

/** Creates a session; nothing is loaded before it is first used. */
export function createSession(options: SessionOptions): Session {
  return new PageSession(options);
}
