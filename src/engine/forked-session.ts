/** A run and its fork as one: commands go to both, in lockstep, and what is said of the run is said of the first. */
import type { Values } from '../demos/declaration';
import { isBroken, Lockstep } from './lockstep';
import type { BackendName, Action, Snapshot } from './protocol';
import { isStop } from './run-record';
import type { Activity, Change, Playing, Session } from './session-api';

type Edits = Parameters<Session['edit']>[0];

export class ForkedSession implements Session {
  private readonly lockstep: Lockstep;
  private readonly listeners = new Set<() => void>();
  private readonly stopListening: readonly (() => void)[];

  /** @param knob the parameter in which the fork differs: turning it turns it for the first run alone. */
  constructor(
    readonly main: Session,
    readonly fork: Session,
    readonly knob: string,
  ) {
    this.lockstep = new Lockstep([main, fork], () => this.changed());
    this.stopListening = [main, fork].map((side) => side.subscribe(() => this.changed()));
  }

  private get sides(): readonly Session[] {
    return [this.main, this.fork];
  }

  private both(act: (side: Session) => Promise<unknown>): Promise<unknown> {
    return Promise.all(this.sides.map(act));
  }

  private changed(): void {
    for (const listener of [...this.listeners]) listener();
  }

  /** The fork's frame at the cursor, or where it ends before. */
  get forkFrame(): Session['frame'] {
    return this.frameOf(this.fork);
  }

  /** True where the fork stopped being finite and cannot go on. */
  get forkBroke(): boolean {
    return isBroken(this.fork);
  }

  private frameOf(side: Session): Session['frame'] {
    const step = Math.min(this.cursor, side.last);
    // In mid-round a run is ahead of what is shown of both.
    return side.frame?.step === step ? side.frame : (side.record.frameAt(step) ?? side.frame);
  }

  get state(): Activity {
    const { main, fork, lockstep } = this;
    const failed = this.sides.find(({ state }) => state.kind === 'failed');
    if (failed !== undefined) return failed.state;
    if (lockstep.training) return { kind: 'running' };
    const working = this.sides.find(({ state }) => state.kind !== 'paused');
    if (working !== undefined) return working.state;
    // The one that paused by itself has something to say.
    const said = this.sides.find(({ state }) => state.kind === 'paused' && isStop(state.reason));
    if (said === undefined && lockstep.atLength) return { kind: 'paused', reason: { kind: 'length' } };
    return said === fork ? fork.state : main.state;
  }

  get recipe(): Session['recipe'] {
    return this.main.recipe;
  }
  get record(): Session['record'] {
    return this.main.record;
  }
  get settings(): Session['settings'] {
    return this.main.settings;
  }
  get reach(): number {
    return this.main.reach;
  }
  get values(): Values {
    return this.main.values;
  }
  get cursor(): number {
    return this.lockstep.cursor;
  }
  get last(): number {
    return this.lockstep.last;
  }
  get frame(): Session['frame'] {
    return this.frameOf(this.main);
  }
  get exact(): boolean {
    return this.frame?.step === Math.min(this.cursor, this.main.last);
  }
  get spec(): Session['spec'] {
    return this.main.spec;
  }
  get status(): Session['status'] {
    return this.main.status;
  }
  get measured(): Session['measured'] {
    return this.main.measured;
  }
  get notice(): Session['notice'] {
    return this.main.notice ?? this.fork.notice;
  }
  get ghost(): Session['ghost'] {
    return this.main.ghost;
  }
  get frozen(): Session['frozen'] {
    return this.main.frozen;
  }
  get unitsOff(): Session['unitsOff'] {
    return this.main.unitsOff;
  }
  get undoable(): Session['undoable'] {
    return this.main.undoable;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async prepare(): Promise<void> {
    await this.both((side) => side.prepare());
  }

  play(options: Playing): void {
    this.lockstep.play(options);
  }

  pause(): void {
    this.lockstep.pause();
    // A replay under way is given up, as in a run alone.
    for (const side of this.sides) if (side.state.kind === 'busy') side.pause();
  }

  cancel(): void {
    this.lockstep.pause();
    for (const side of this.sides) side.cancel();
  }

  async step(count = 1, breakpoints: readonly string[] = []): Promise<void> {
    await this.lockstep.step(count, breakpoints);
  }

  async seek(step: number): Promise<void> {
    await this.lockstep.seek(step);
  }

  async reset(): Promise<void> {
    await this.anew(() => this.both((side) => side.reset()));
  }

  /** What is turned is turned for both, but for the knob in which they differ. */
  async change(change: Change): Promise<void> {
    const { [this.knob]: own, ...shared } = change.values ?? {};
    const forks: Change = { ...change, values: shared };
    const concernsFork = Object.keys(forks).length > 1 || Object.keys(shared).length > 0 || own === undefined;
    await this.anew(() => Promise.all([this.main.change(change), ...(concernsFork ? [this.fork.change(forks)] : [])]));
  }

  async edit(edits: Edits): Promise<void> {
    await this.lockstep.still(() => this.both((side) => side.edit(edits)));
  }

  async intervene(actions: readonly Action[]): Promise<void> {
    await this.lockstep.still(() => this.both((side) => side.intervene(actions)));
  }

  async undo(): Promise<void> {
    await this.anew(() => this.both((side) => side.undo()), false);
  }

  async fits(arrays: Snapshot['arrays']): Promise<void> {
    await this.lockstep.still(() => this.both((side) => side.fits(arrays)));
  }

  async load(arrays: Snapshot['arrays']): Promise<void> {
    await this.lockstep.still(async () => {
      await this.both((side) => side.fits(arrays));
      await this.both((side) => side.load(arrays));
    });
  }

  async useBackend(backend: BackendName | 'auto'): Promise<void> {
    await this.lockstep.still(() => this.both((side) => side.useBackend(backend)));
  }

  /** After this both may stand at another step, or be other runs: those stand still until they are told to train, as a run alone does. */
  private async anew(act: () => Promise<unknown>, mayGoOn = true): Promise<void> {
    const before = this.sides.map(({ record }) => record);
    await this.lockstep.still(
      async () => {
        await act();
        this.lockstep.follow();
        this.changed();
      },
      () => mayGoOn && this.sides.every((side, i) => side.record === before[i]),
    );
  }

  probe(layers: readonly string[], snapshotStep?: number): ReturnType<Session['probe']> {
    return this.main.probe(layers, snapshotStep);
  }
  ask(question: string, values: Values, at?: number): ReturnType<Session['ask']> {
    return this.main.ask(question, values, at);
  }
  answered(question: string, values: Values, at?: number): ReturnType<Session['answered']> {
    return this.main.answered(question, values, at);
  }
  measure(): ReturnType<Session['measure']> {
    return this.main.measure();
  }
  snapshot(): Promise<Snapshot> {
    return this.main.snapshot();
  }
  exportModel(): ReturnType<Session['exportModel']> {
    return this.main.exportModel();
  }
  forkOptions(values: Values): ReturnType<Session['forkOptions']> {
    return this.main.forkOptions(values);
  }
  fault(fault: 'lose-context' | 'crash'): void {
    this.main.fault(fault);
  }

  setVisible(visible: boolean): void {
    this.lockstep.setVisible(visible);
    for (const side of this.sides) side.setVisible(visible);
  }

  /**
   * One of the two goes on alone.
   * @returns the other, which is the caller's to dispose of.
   */
  part(kept: 'main' | 'fork'): { readonly kept: Session; readonly left: Session } {
    this.pause();
    for (const stop of this.stopListening) stop();
    this.listeners.clear();
    return kept === 'main' ? { kept: this.main, left: this.fork } : { kept: this.fork, left: this.main };
  }

  dispose(): void {
    this.part('main');
    for (const side of this.sides) side.dispose();
  }
}
