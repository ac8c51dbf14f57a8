/**
 * A run as the page sees it: commands to the worker, the record of what it reports, and the cursor in that record. What follows from
 * a command or a report is said by `on-command.ts` and `on-report.ts`, and done by `work.ts`.
 */
import { engineText } from '../../i18n/engine';
import type { Values } from '../../demos/declaration';
import { frozenAt, unitsOffAt, withIntervention } from '../interventions';
import type { Measurement, Probe, Recipe, Snapshot } from '../protocol';
import type { Answered, Playing, Session, SessionOptions } from '../session-api';
import { valuesAt } from '../settings';
import { Refused, type Outcome } from '../waiting';
import type { Answer } from './effects';
import { reachOf, type SessionState } from './state';
import type { Asked } from './wish';
import { SessionWork } from './work';

type AnswerOf<T extends Answer['type']> = Extract<Answer, { readonly type: T }>;

/** The answer of a kind; undefined where there was none. */
function answerOf<T extends Answer['type']>(type: T, { answer }: Outcome): AnswerOf<T> | undefined {
  const isIt = (one: Answer): one is AnswerOf<T> => one.type === type;
  return answer !== undefined && isIt(answer) ? answer : undefined;
}

class PageSession implements Session {
  private readonly work: SessionWork;

  constructor(options: SessionOptions) {
    this.work = new SessionWork(options);
  }

  private get now(): SessionState {
    return this.work.now;
  }
  get state(): Session['state'] {
    return this.now.activity;
  }
  get settings(): Session['settings'] {
    return this.now.settings;
  }
  get recipe(): Recipe {
    const { origin, settings } = this.now;
    return { ...origin, values: settings.values, interventions: settings.interventions };
  }
  get record(): Session['record'] {
    return this.work.recorded.timeline;
  }
  get ghost(): Session['ghost'] {
    return this.work.recorded.ghost;
  }
  get reach(): number {
    return reachOf(this.now);
  }
  get values(): Values {
    return valuesAt(this.now.settings, this.reach);
  }
  get cursor(): number {
    return this.now.cursor;
  }
  get last(): number {
    return this.work.recorded.timeline.latest;
  }
  get frame(): Session['frame'] {
    return this.now.frame;
  }
  get exact(): boolean {
    return this.now.frame?.step === this.now.cursor;
  }
  get spec(): Session['spec'] {
    return this.now.spec;
  }
  get status(): Session['status'] {
    return this.now.status;
  }
  get measured(): Session['measured'] {
    return this.now.measured;
  }
  get notice(): Session['notice'] {
    return this.now.notice;
  }
  get frozen(): Session['frozen'] {
    return frozenAt(this.now.settings.interventions, this.now.cursor);
  }
  get unitsOff(): Session['unitsOff'] {
    return unitsOffAt(this.now.settings.interventions, this.now.cursor);
  }
  get undoable(): Session['undoable'] {
    return this.now.undoing.at(-1)?.done;
  }

  subscribe(listener: () => void): () => void {
    return this.work.subscribe(listener);
  }

  async prepare(): Promise<void> {
    await this.work.ask({ kind: 'prepare' });
  }
  play(options: Playing): void {
    void this.work.ask({ kind: 'play', ...options });
  }
  pause(): void {
    void this.work.ask({ kind: 'pause' });
  }
  cancel(): void {
    void this.work.ask({ kind: 'cancel' });
  }
  async step(count = 1, breakpoints: readonly string[] = []): Promise<void> {
    await this.work.ask({ kind: 'step', count, breakpoints });
  }
  async seek(step: number): Promise<void> {
    await this.work.ask({ kind: 'seek', step });
  }
  async reset(): Promise<void> {
    await this.work.ask({ kind: 'reset' });
  }
  async change(change: Parameters<Session['change']>[0]): Promise<void> {
    await this.work.ask({ kind: 'change', change });
  }
  async edit(edits: Parameters<Session['edit']>[0]): Promise<void> {
    await this.seen({ kind: 'edit', edits });
  }
  async intervene(actions: Parameters<Session['intervene']>[0]): Promise<void> {
    await this.seen({ kind: 'intervene', actions });
  }

  /** Resolves when what was done to the weights is seen. */
  private async seen(command: Asked): Promise<void> {
    const { runs } = this.now;
    const { done } = await this.work.ask(command);
    if (done && (runs === 0 || runs === this.now.runs)) await this.work.wait('frame');
  }

  async undo(): Promise<void> {
    await this.work.ask({ kind: 'undo' });
  }

  async probe(layers: readonly string[], snapshotStep?: number): Promise<Probe | undefined> {
    return answerOf('probed', await this.work.ask({ kind: 'probe', layers, snapshotStep }))?.probe;
  }

  async ask(question: string, values: Values, at?: number): Promise<Answered | undefined> {
    const known = this.answered(question, values, at);
    if (known !== undefined) return known;
    const { seed } = this.now.origin;
    const { along } = this.work.recorded;
    const { way } = along;
    const answer = answerOf('answered', await this.work.ask({ kind: 'ask', question, values, seed, at }));
    if (answer?.arrays === undefined) return undefined;
    const { step, arrays } = answer;
    if (at !== undefined) {
      if (step !== at || along.way !== way) return undefined;
      along.keep(question, values, { step, arrays });
      return { step, arrays };
    }
    const frame = this.now.frame?.step === step ? this.now.frame : this.work.recorded.timeline.frameAt(step);
    if (frame?.step === step) this.work.recorded.answers.keep(frame, question, values, { step, arrays });
    return { step, arrays };
  }

  answered(question: string, values: Values, at?: number): Answered | undefined {
    if (at !== undefined) return this.work.recorded.along.of(question, values, at);
    const { frame } = this.now;
    return frame === undefined ? undefined : this.work.recorded.answers.of(frame, question, values);
  }

  async measure(): Promise<readonly Measurement[]> {
    // Training would share the processor with what is timed: it waits.
    const { job, pausing } = this.now;
    const playing = job?.kind === 'play' && !pausing ? job : undefined;
    if (playing !== undefined) this.pause();
    const { intent } = this.now;
    try {
      await this.work.ask({ kind: 'measure' });
    } catch (error) {
      // The reader is told of it by the state.
      if (!(error instanceof Refused)) throw error;
    }
    if (playing !== undefined && intent === this.now.intent) this.play(playing);
    return this.now.measured;
  }

  async snapshot(): Promise<Snapshot> {
    const { done } = await this.work.ask({ kind: 'stand' });
    const kept = (): Snapshot | undefined => this.work.recorded.timeline.snapshotAt(this.now.cursor);
    if (done && kept()?.step !== this.now.cursor) await this.seek(this.now.cursor);
    const snapshot = done ? kept() : undefined;
    if (snapshot === undefined) throw new Refused(engineText.startedAnew);
    return snapshot;
  }

  async fits(arrays: Snapshot['arrays']): Promise<void> {
    await this.work.ask({ kind: 'load', arrays, check: true });
  }

  async load(arrays: Snapshot['arrays']): Promise<void> {
    // Before what comes after the cursor is left behind: what does not fit changes nothing.
    const { done } = await this.work.ask({ kind: 'load', arrays, check: true });
    if (done) await this.work.ask({ kind: 'load', arrays, check: false });
  }

  async exportModel(): ReturnType<Session['exportModel']> {
    const exported = answerOf('exported', await this.work.ask({ kind: 'export' }));
    if (exported === undefined) throw new Refused(engineText.startedAnew);
    return { topology: exported.topology, weights: exported.weights };
  }

  async useBackend(backend: SessionState['backend']): Promise<void> {
    await this.work.ask({ kind: 'use-backend', backend });
    if (this.now.job !== undefined) await this.work.wait('pause');
  }

  forkOptions(values: Values): SessionOptions {
    const { cursor, parameters, backend } = this.now;
    const common = { parameters, backend, connection: this.work.connection };
    const recipe = this.recipe;
    const past = recipe.interventions.filter(({ step }) => step <= cursor);
    const live = Object.keys(values).every((name) => parameters[name]?.effect === 'live');
    if (!live) return { ...common, recipe: { ...recipe, values: { ...recipe.values, ...values }, interventions: past } };
    const interventions = withIntervention(past, { kind: 'set', step: cursor, values });
    return { ...common, recipe: { ...recipe, interventions }, past: { record: this.work.recorded.timeline, cursor } };
  }

  setVisible(visible: boolean): void {
    void this.work.ask({ kind: 'show', visible });
  }
  fault(fault: 'lose-context' | 'crash'): void {
    void this.work.ask({ kind: 'fault', fault });
  }
  dispose(): void {
    this.work.forgetListeners();
    void this.work.ask({ kind: 'dispose' });
  }
}

/** Creates a session; nothing is loaded before it is first used. */
export function createSession(options: SessionOptions): Session {
  return new PageSession(options);
}
