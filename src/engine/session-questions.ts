/** What a session asks of its run as a whole: how fast each backend is, its state in full, a file of its model. */
import { engineText } from '../i18n/engine';
import type { Measurement, Snapshot } from './protocol';
import { SessionDoings } from './session-doings';
import { Refused } from './waiting';

export abstract class SessionQuestions extends SessionDoings {
  abstract seek(step: number): Promise<void>;
  /** True until pausing, or starting anew, takes back what was asked for before. */
  protected abstract whileIntended(): () => boolean;

  async measure(): Promise<readonly Measurement[]> {
    // Training would share the processor with what is timed: it waits.
    const playing = this.job?.kind === 'play' && !this.pausing ? this.job : undefined;
    if (playing !== undefined) this.pause();
    const intended = this.whileIntended();
    if (!(await this.atCursor(() => this.post({ type: 'measure' })))) return this.measured;
    try {
      await this.waiters.wait('measured');
    } catch (error) {
      // A backend that breaks while it is timed: the run goes on, the reader is told.
      if (!(error instanceof Refused)) throw error;
      this.notice = error.text;
      this.changed();
    }
    if (playing !== undefined && intended()) this.play(playing);
    return this.measured;
  }

  async snapshot(): Promise<Snapshot> {
    let snapshot: Snapshot | undefined;
    const take = (): void => void (snapshot = this.timeline.snapshotAt(this.cursor));
    if ((await this.atCursor(take)) && snapshot?.step !== this.cursor) await this.seek(this.cursor).then(take);
    if (snapshot === undefined) throw new Refused(engineText.startedAnew);
    return snapshot;
  }

  async fits(arrays: Snapshot['arrays']): Promise<void> {
    if (await this.atCursor(() => this.post({ type: 'load', arrays, check: true }))) await this.waiters.wait('load');
  }

  async load(arrays: Snapshot['arrays']): Promise<void> {
    // Before what comes after the cursor is left behind: what does not fit changes nothing.
    await this.fits(arrays);
    if (await this.afterBranching(() => this.post({ type: 'load', arrays }))) await this.waiters.wait('load');
  }

  async exportModel(): Promise<{ readonly topology: unknown; readonly weights: Snapshot['arrays'] }> {
    if (!(await this.atCursor(() => this.post({ type: 'export', request: 1 })))) throw new Refused(engineText.startedAnew);
    return this.waiters.wait('exported');
  }
}
