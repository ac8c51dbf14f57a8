/** What a frame does: all commands of its transport, knobs, pictures and script interface. No markup, no document. */
import type { Values } from '../demos/spec';
import type { BackendName, Doing } from '../engine/protocol';
import { createSession } from '../engine/session/session';
import type { Session, SessionOptions } from '../engine/session-api';
import { Refused } from '../engine/waiting';
import { dataText } from '../i18n/own-data';
import type { Text } from '../i18n/text';
import { Arriving } from './arriving';
import { presetValues, sessionOptionsOf } from './choices';
import { Comparison, type ComparisonHost } from './compare/comparison';
import type { ControllerOptions, WeightEdit } from './controller-options';
import { FrameState, type Inspected } from './frame-state';
import type { LinkState } from './link';
import { ownDataOf, type Own } from './own-data';
import type { Rows } from './own-data/rows/own-rows';
import type { PanelName } from './panels';

export class Controller extends FrameState implements ComparisonHost {
  readonly comparison: Comparison = new Comparison(this);
  private readonly makeSession: typeof createSession;
  private visible = true;
  private readonly arriving = new Arriving(() => this.need());

  constructor(options: ControllerOptions) {
    super(options);
    this.makeSession = options.makeSession ?? createSession;
  }

  protected get pending(): Values | undefined {
    return this.arriving.turning.pending;
  }

  /** Lets a command run for somebody who does not wait for it: a refusal is shown. Anything else that goes wrong is a fault of ours. */
  attempt(work: Promise<unknown>): void {
    this.refusal = undefined;
    void work.catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      this.refusal = error.text;
      this.changed();
    });
  }

  /** The session, made at the first need: nothing is loaded before. */
  need(): Session {
    return this.session ?? this.exchange(this.makeSession(sessionOptionsOf(this.loaded, this.choices)));
  }

  makeOther(options: SessionOptions): Session {
    return this.makeSession(options);
  }

  get isVisible(): boolean {
    return this.visible;
  }

  /** From now on this session is the run: a new one, or one of several that were compared. */
  exchange(session: Session): Session {
    this.session = session;
    this.choices = { ...this.choices, values: { ...this.choices.values, ...session.values }, seed: session.recipe.seed };
    if (!this.visible) session.setVisible(false);
    session.subscribe(() => {
      if (this.session === session) this.changed();
    });
    this.changed();
    return session;
  }

  /** Takes a link's state over; where no recording shows that state, the run is made, and brought to the link's step. */
  open(state: LinkState, problems: readonly Text[]): void {
    this.session?.dispose();
    this.session = undefined;
    this.problems = problems;
    const { seed, interventions, own, step } = state;
    this.inspected = state.inspected ?? { open: false };
    this.watches = state.watches;
    this.breakpoints = state.breakpoints.map((condition) => ({ condition, on: true }));
    this.choices = {
      values: { ...this.choices.values, ...state.values },
      seed,
      backend: state.backend ?? 'auto',
      interventions,
      own,
      seekTo: Math.max(step ?? 0, state.fork?.step ?? 0) || undefined,
    };
    const looking = this.inspected.open || this.watches.length > 0;
    this.comparison.seeds = state.seeds;
    this.panels = new Set(state.panels);
    if (state.fork !== undefined) this.attempt(this.comparison.openFork(state.fork, step ?? 0));
    else if ((step ?? 0) > 0 || looking || this.recording === undefined) this.attempt(this.need().prepare());
    this.changed();
  }

  play(): void {
    if (this.refusesTraining()) return;
    void this.arriving.afterwards(() => {
      this.need().play({ pace: this.speed, breakpoints: this.conditions });
      this.changed();
    });
  }

  pause(): void {
    this.arriving.takeBack();
    this.session?.pause();
  }

  toggle(): void {
    if (this.running) this.pause();
    else this.play();
  }

  async step(count = 1): Promise<void> {
    await this.arriving.afterwards(async () => {
      const session = this.need();
      // Inside what is recorded, a step forward only moves the cursor.
      const within = this.comparison.forked === undefined && session.cursor < session.last;
      await (count === 1 && within ? session.seek(session.cursor + 1) : this.train(count));
    });
  }

  async train(count: number): Promise<void> {
    if (this.nothingToLearn) throw new Refused(dataText.nothingToLearn);
    await this.arriving.afterwards(() => this.need().step(count, this.conditions));
  }

  async seek(step: number): Promise<void> {
    await this.need().seek(step);
  }

  async stepBack(): Promise<void> {
    if (this.session !== undefined && this.cursor > 0) await this.session.seek(this.cursor - 1);
  }

  async reset(): Promise<void> {
    this.arriving.takeBack();
    await this.need().reset();
  }

  /** After a failure: goes on from what is recorded, at the step shown. */
  async retry(): Promise<void> {
    await this.need().useBackend(this.backend);
  }

  async setSeed(seed: number): Promise<void> {
    this.choices = { ...this.choices, seed };
    await this.need().change({ seed });
  }

  /** Turns knobs. What only changes pictures loads nothing; anything else makes the run, so that the knob is seen to do something. */
  async set(values: Values): Promise<void> {
    const { parameters } = this.loaded.demo;
    this.choices = { ...this.choices, values: { ...this.choices.values, ...values } };
    const picturesOnly = Object.keys(values).every((name) => parameters[name]?.effect === 'view');
    if (this.session !== undefined) await this.arriving.turning.add(values);
    else if (picturesOnly) this.changed();
    else await this.need().prepare();
  }

  async usePreset(name: string): Promise<void> {
    await this.set(presetValues(this.loaded.demo, name));
  }

  setSpeed(speed: number): void {
    this.speed = speed;
    if (this.running) this.play();
    this.changed();
  }

  /** Adds a breakpoint, or switches one that is there on or off; it counts at once. */
  setBreakpoint(condition: string, on: boolean): void {
    const there = this.breakpoints.some((one) => one.condition === condition);
    const set = { condition, on };
    this.useBreakpoints(there ? this.breakpoints.map((one) => (one.condition === condition ? set : one)) : [...this.breakpoints, set]);
  }

  removeBreakpoint(condition: string): void {
    this.useBreakpoints(this.breakpoints.filter((one) => one.condition !== condition));
  }

  private useBreakpoints(breakpoints: FrameState['breakpoints']): void {
    this.breakpoints = breakpoints;
    if (this.running) this.play();
    this.changed();
  }

  /**
   * Own points in place of the built-in data, or back to those with `undefined`; without a point, an empty plane.
   * @param classNames the words that were their labels; those that are there already stay where points are only added.
   */
  async setRows(rows: Rows | undefined, classNames = rows === undefined ? undefined : this.classNames): Promise<void> {
    await this.setOwnData(rows === undefined ? undefined : { kind: 'rows', rows, classNames });
  }

  /** The same for data of whichever kind the demo takes. */
  async setOwnData(own: Own | undefined): Promise<void> {
    this.choices = { ...this.choices, own };
    await this.need().change({ ownData: ownDataOf(own) ?? null });
  }

  async setBackend(backend: BackendName | 'auto'): Promise<void> {
    this.choices = { ...this.choices, backend };
    await this.need().useBackend(backend);
  }

  async measure(): Promise<void> {
    await this.need().measure();
  }

  /** Sets weights, now, at the step under the cursor. */
  async edit(edits: readonly WeightEdit[]): Promise<void> {
    await this.arriving.editing.add(edits);
  }

  /** Freezes, switches off, re-initialises, now, at the step under the cursor. */
  async intervene(doings: readonly Doing[]): Promise<void> {
    await this.arriving.afterwards(() => this.need().intervene(doings));
  }

  async undo(): Promise<void> {
    await this.session?.undo();
  }

  /** Opens the inspector, or changes what it shows. What can be looked into must be there: the run is made. */
  inspect(change: Partial<Inspected>): void {
    this.inspected = { ...this.inspected, ...change };
    if (this.inspected.open && this.session === undefined) this.attempt(this.need().prepare());
    this.changed();
  }

  /** Opens or closes one of the folded parts below the demo. */
  unfold(panel: PanelName, open: boolean): void {
    if (open === this.panels.has(panel)) return;
    this.panels = new Set(open ? [...this.panels, panel] : [...this.panels].filter((one) => one !== panel));
    this.changed();
  }

  setVisible(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    this.session?.setVisible(visible);
    this.comparison.setVisible(visible);
  }

  dispose(): void {
    this.comparison.dispose();
    this.session?.dispose();
    this.session = undefined;
    this.forgetListeners();
  }
}
