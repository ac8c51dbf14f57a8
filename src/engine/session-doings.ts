/** What a session does to the inside of its run, and how it looks there. */
import type { Values } from '../demos/spec';
import { frozenAt, unitsOffAt, withIntervention, type UnitName } from './interventions';
import type { Doing, Intervention, Probe } from './protocol';
import { SessionReports } from './session-reports';
import type { SessionOptions } from './session-run';

/** The part of a session that the inspector speaks to. */
export abstract class SessionDoings extends SessionReports {
  /** Brings the worker to the cursor and acts; false where that cannot be. */
  protected abstract atCursor(act: () => void): Promise<boolean>;
  protected abstract afterBranching(act: () => void): Promise<boolean>;

  get frozen(): ReadonlySet<string> {
    return frozenAt(this.timeline.interventions, this.cursor);
  }

  get unitsOff(): readonly UnitName[] {
    return unitsOffAt(this.timeline.interventions, this.cursor);
  }

  get undoable(): readonly Intervention[] | undefined {
    return this.undoing.last?.done;
  }

  async intervene(doings: readonly Doing[]): Promise<void> {
    await this.sendDoing(() => this.post({ type: 'intervene', doings }));
  }

  async edit(edits: readonly { readonly variable: string; readonly index: number; readonly value: number }[]): Promise<void> {
    await this.sendDoing(() => this.post({ type: 'edit', edits }));
  }

  private async sendDoing(send: () => void): Promise<void> {
    const { run } = this;
    if (!(await this.afterBranching(send))) return;
    await this.waiters.wait('intervened');
    if (run === undefined || run === this.run) await this.waiters.wait('frame');
  }

  async undo(): Promise<void> {
    // Reports that are on their way belong to the branch that is left: they come before the pause.
    if (this.training) this.pause();
    const undone = await this.atCursor(() => {
      const entry = this.undoing.pop();
      if (entry === undefined) return;
      const { before, interventions } = entry;
      if (this.timeline.latest > before.step) this.ghost = this.timeline.ghost();
      this.timeline.truncate(before.step);
      this.timeline.interventions = [...interventions];
      this.timeline.addSnapshot(before);
      this.cursor = before.step;
      this.job = { kind: 'seek' };
      this.tell({ type: 'undo', snapshot: before, interventions });
      this.changed();
    });
    if (undone && this.job?.kind === 'seek') await this.waiters.wait('pause');
  }

  async probe(layers: readonly string[], snapshotStep?: number): Promise<Probe | undefined> {
    const snapshot = snapshotStep === undefined ? undefined : this.timeline.snapshotAt(snapshotStep);
    const ask = (): void => this.post({ type: 'probe', layers, ...(snapshot === undefined ? {} : { snapshot }) });
    // In mid-training the worker is ahead of what is shown: it looks where it stands.
    if (this.training && !this.pausing && this.run !== undefined) ask();
    else if (!(await this.atCursor(ask))) return undefined;
    return this.waiters.wait<Probe | undefined>('probed');
  }

  forkOptions(values: Values): SessionOptions {
    const { cursor, parameters, backend, connection } = this;
    const common = { parameters, backend, connection };
    const past = this.timeline.copy(cursor);
    const live = Object.keys(values).every((name) => parameters[name]?.effect === 'live');
    if (!live) {
      return { ...common, recipe: { ...this.recipe, values: { ...this.recipe.values, ...values }, interventions: past.interventions } };
    }
    past.interventions = withIntervention(past.interventions, { kind: 'set', step: cursor, values });
    return { ...common, recipe: { ...this.recipe, interventions: past.interventions }, past: { record: past, cursor } };
  }
}
