/** A run as the page sees it: commands to the worker, the record of what it reports, and the cursor in that record. */
import { engineText } from '../i18n/engine';
import { sameValue } from '../demos/resolve';
import type { BackendName, Recipe } from './protocol';
import { recipeAfter } from './recipe';
import type { RunRecord, Session } from './session-api';
import { SessionQuestions } from './session-questions';
import type { Playing, SessionOptions } from './session-run';
import { Timeline } from './timeline';

export type { SessionOptions } from './session-run';

class PageSession extends SessionQuestions implements Session {
  private visible = true;
  /** What goes on when the demo is seen again. */
  private resume: Playing | undefined;
  /** Counts up with what takes back training that was asked for and has not begun: pausing, starting anew. */
  private intent = 0;
  /** Counts up where a run is given up for another. */
  private life = 0;

  get record(): RunRecord {
    return this.timeline;
  }

  get last(): number {
    return this.timeline.latest;
  }

  get exact(): boolean {
    return this.frame?.step === this.cursor;
  }

  async prepare(): Promise<void> {
    if (this.run === undefined) {
      this.notice = undefined;
      this.create();
    }
    if (this.loading) await this.waiters.wait('ready');
  }

  /**
   * Brings the worker to the cursor, and acts in the same breath, so that nothing comes between.
   * @param act only begins something; false where that was taken back meanwhile or cannot be.
   */
  protected async atCursor(act: () => void, wanted = this.whileAlive()): Promise<boolean> {
    await this.prepare();
    while (this.run !== undefined && !this.isFailed() && wanted()) {
      if (this.pausing || this.job?.kind === 'seek') {
        await this.waiters.wait('pause');
      } else if (this.workerStep !== this.cursor) {
        await this.seek(this.cursor);
      } else {
        act();
        return true;
      }
    }
    return false;
  }

  private whileAlive(): () => boolean {
    const { life } = this;
    return () => life === this.life;
  }

  protected whileIntended(): () => boolean {
    const { intent } = this;
    return () => intent === this.intent;
  }

  play(options: Playing): void {
    const begin = (): void => {
      // It may have gone out of sight while it was loading.
      if (!this.visible) {
        this.resume = options;
        return;
      }
      this.branch();
      const { pace, breakpoints = [] } = options;
      const how = { pace, breakpoints };
      this.job = { kind: 'play', ...how };
      this.state = { kind: 'running' };
      this.tell({ type: 'play', ...how });
      this.changed();
    };
    if (this.visible) void this.atCursor(begin, this.whileIntended());
    else this.resume = options;
  }

  pause(): void {
    this.resume = undefined;
    this.intent++;
    if (this.job === undefined || this.pausing) return;
    this.pausing = true;
    this.tell({ type: 'pause' });
  }

  cancel(): void {
    if (this.state.kind !== 'busy') return;
    if (!this.loading) return this.state.phase === 'measuring' ? this.post({ type: 'cancel' }) : this.pause();
    this.post({ type: 'dispose' });
    if (this.run !== undefined) this.connection.leave(this.run);
    this.run = undefined;
    this.loading = false;
    this.job = undefined;
    this.resume = undefined;
    this.seekTo = this.cursor > 0 ? this.cursor : undefined;
    this.state = { kind: 'idle' };
    this.notice = engineText.cancelled;
    this.giveUp();
    this.changed();
  }

  async step(count = 1, breakpoints: readonly string[] = []): Promise<void> {
    const begin = (): void => {
      this.branch();
      const from = this.job?.kind === 'step' ? this.job.until : this.cursor;
      this.job = { kind: 'step', until: from + count, breakpoints };
      this.state = { kind: 'running' };
      this.tell({ type: 'step', count, breakpoints });
      this.changed();
    };
    if (await this.atCursor(begin, this.whileIntended())) await this.waiters.wait('pause');
  }

  async seek(step: number): Promise<void> {
    // At once where it can be: the cursor follows the reader's hand.
    if (this.run === undefined || this.loading) await this.prepare();
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
    const rest = Object.fromEntries(given.filter(([name]) => effect(name) !== 'view'));
    const names = Object.keys(rest);
    if (names.length === 0 && !restarts) return this.changed();
    if (restarts || this.run === undefined || this.isFailed() || names.some((name) => effect(name) === 'restart')) {
      return this.restart(recipeAfter(this.recipe, { ...this.values, ...rest }, change));
    }
    if (this.training && !this.pausing) this.turn(rest);
    else if (!(await this.afterBranching(() => this.turn(rest)))) return;
    this.changed();
    await this.waiters.wait('intervened');
  }

  protected afterBranching(act: () => void): Promise<boolean> {
    return this.atCursor(() => {
      this.branch();
      act();
    });
  }

  private async restart(recipe: Recipe): Promise<void> {
    this.post({ type: 'dispose' });
    if (this.timeline.latest > 0) this.ghost = this.timeline.ghost();
    this.timeline = new Timeline(recipe.interventions);
    this.undoing.clear();
    this.recipe = recipe;
    this.cursor = 0;
    this.frame = undefined;
    this.resume = undefined;
    this.notice = undefined;
    this.giveUp();
    this.create(undefined, undefined);
    await this.waiters.wait('ready');
  }

  /** Whatever is waited for will not come about. */
  private giveUp(): void {
    this.intent++;
    this.life++;
    this.waiters.settleAll(engineText.startedAnew);
  }

  async useBackend(backend: BackendName | 'auto'): Promise<void> {
    // After a failure the same backend is a new attempt.
    if (!this.isFailed() && backend === this.backend && this.status?.backend === backend) return;
    this.backend = backend;
    if (this.run === undefined && !this.isFailed()) return;
    const target = this.cursor;
    this.post({ type: 'dispose' });
    this.notice = undefined;
    this.giveUp();
    this.create(this.timeline.snapshotAt(target), target);
    await this.waiters.wait('ready');
    if (this.job !== undefined) await this.waiters.wait('pause');
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
    this.post({ type: 'fault', fault });
  }

  dispose(): void {
    this.post({ type: 'dispose' });
    if (this.run !== undefined) this.connection.leave(this.run);
    this.run = undefined;
    this.giveUp();
    this.forgetListeners();
  }
}

/** Creates a session; nothing is loaded before it is first used. */
export function createSession(options: SessionOptions): Session {
  return new PageSession(options);
}
