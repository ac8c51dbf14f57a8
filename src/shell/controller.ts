/** What a frame does: all commands of its transport, knobs, pictures and script interface. No markup, no document. */
import type { LoadedDemo } from '../demos/load';
import type { Recording } from '../demos/recording';
import { touchesRun } from '../demos/resolve';
import type { Values } from '../demos/declaration';
import type { BackendName, Action } from '../engine/protocol';
import { createSession } from '../engine/session/session';
import type { Session } from '../engine/session-api';
import { valuesAt, type Settings } from '../engine/settings';
import { Refused } from '../engine/waiting';
import { dataText } from '../i18n/own-data';
import type { Lang, Text } from '../i18n/text';
import { Arriving } from './arriving';
import { recordingOf, sessionOptionsOf, settingsOf, untouchedChoices, type Choices } from './choices';
import { Comparison, type ComparisonHost } from './compare/comparison';
import { paceOf, type ControllerOptions, type Speed, type WeightEdit } from './controller-options';
import { FrameControls } from './frame-controls';
import { conditionsOf, type FrameState } from './frame-state';
import type { LinkState } from './link/link';
import { choicesOf, linkStateOf, shownOf } from './link/state';
import { ownDataOf, type Own } from './own-data';
import { classNamesOf, type Rows } from './own-data/rows/own-rows';
import { pictureValuesOf } from './pictures/source';
import { reelOf, type Reel } from './reel';

export class Controller implements ComparisonHost {
  readonly loaded: LoadedDemo;
  readonly lang: Lang;
  readonly comparison: Comparison = new Comparison(this);
  /** What is shown besides the run, and how that is changed. */
  readonly frame = new FrameControls(this);
  session: Session | undefined;
  /** What a run is made from; from then on its settings are the session's. */
  private choices: Choices;
  readonly makeSession: typeof createSession;
  /** The film of the recorded run, once it is loaded. */
  film: Reel | undefined;
  isVisible = true;
  private readonly arriving = new Arriving(() => this.need());
  constructor({ loaded, lang, values, seed, makeSession = createSession }: ControllerOptions) {
    this.loaded = loaded;
    this.lang = lang;
    this.choices = untouchedChoices(loaded.demo, values, seed);
    this.makeSession = makeSession;
  }

  get shown(): FrameState {
    return this.frame.state;
  }
  private get settings(): Settings {
    return settingsOf(this.choices, this.session, this.arriving.turning.pending);
  }
  /** All values, as the knobs show them: those on their way to the run count already. */
  get values(): Values {
    return valuesAt(this.settings, this.session?.reach ?? 0);
  }
  get pictureValues(): Readonly<Record<string, unknown>> {
    return pictureValuesOf(this.values, this.shown.paint, this.ownRows);
  }
  get seed(): number {
    return this.session?.recipe.seed ?? this.choices.seed;
  }
  get backend(): BackendName | 'auto' {
    return this.choices.backend;
  }
  get recording(): Recording | undefined {
    const { loaded, values, seed, own, film } = this;
    const recording = recordingOf(loaded, { values, seed, own, interventions: this.settings.interventions });
    return recording && (film?.shown(recording) ?? recording);
  }
  /** True once there is a run of the reader's own to be seen. */
  get started(): boolean {
    return this.session?.frame !== undefined;
  }
  get running(): boolean {
    return this.session?.state.kind === 'running';
  }
  get cursor(): number {
    return this.session?.cursor ?? 0;
  }
  get latest(): number {
    return this.session?.last ?? 0;
  }
  get own(): Own | undefined {
    return this.choices.own;
  }
  /** The reader's own points, if they are in use. */
  get ownRows(): Rows | undefined {
    return this.own?.kind === 'rows' ? this.own.rows : undefined;
  }
  /** On an empty plane there is nothing to train on. */
  private get nothingToLearn(): boolean {
    return this.ownRows?.length === 0;
  }
  get linkState(): LinkState {
    const { session, choices, settings, cursor, seed, shown, comparison } = this;
    return linkStateOf({ session, choices, settings, cursor, seed, shown, comparison, reached: reelOf(this)?.reached });
  }
  subscribe(listener: () => void): () => void {
    return this.frame.subscribe(listener);
  }
  changed(): void {
    this.frame.changed();
  }
  attempt(work: Promise<unknown>): void {
    this.frame.attempt(work);
  }

  /** The session, made at the first need: nothing is loaded before. */
  need(): Session {
    return this.session ?? this.exchange(this.makeSession(sessionOptionsOf(this.loaded, this.choices)));
  }

  /** The session; one that is begun now goes on from the moment of the film that is shown. */
  takeUp(): Session {
    const reel = reelOf(this);
    if (reel === undefined) return this.need();
    this.session?.dispose();
    this.session = undefined;
    this.choices = { ...this.choices, seekTo: reel.reached };
    return this.need();
  }

  /** From now on this session is the run: a new one, or one of several that were compared. */
  exchange(session: Session): Session {
    this.session = session;
    if (!this.isVisible) session.setVisible(false);
    session.subscribe(() => {
      if (this.session === session) this.changed();
    });
    this.changed();
    return session;
  }

  /** Takes a link's state over; where no recording shows that state, the run is made, and brought to the link's step. */
  open(state: LinkState, problems: readonly Text[]): void {
    this.choices = choicesOf(state, this.values);
    this.session?.dispose();
    this.session = undefined;
    this.frame.state = shownOf(state, problems, this.shown);
    this.comparison.seeds = state.seeds;
    const { step = 0, fork } = state;
    const looking = this.shown.inspected.open || this.shown.watches.length > 0;
    if (fork !== undefined) this.attempt(this.comparison.openFork(fork, step));
    else if (step > 0 || looking || this.recording === undefined) this.attempt(this.need().prepare());
    this.changed();
  }

  /** @param speed as the reader has chosen, where nobody says otherwise. */
  play(speed: Speed = this.shown.speed): void {
    if (this.nothingToLearn) return this.frame.show({ refusal: dataText.nothingToLearn });
    void this.arriving.afterwards(() => {
      this.takeUp().play({ pace: paceOf(speed, this.loaded.demo), breakpoints: conditionsOf(this.shown) });
      this.changed();
    });
  }

  pause(): void {
    this.arriving.takeBack();
    this.session?.pause();
  }

  async step(count = 1): Promise<void> {
    await this.arriving.afterwards(async () => {
      const session = this.takeUp();
      // Inside what is recorded, a step forward only moves the cursor.
      const within = this.comparison.forked === undefined && session.cursor < session.last;
      await (count === 1 && within ? session.seek(session.cursor + 1) : this.train(count));
    });
  }

  async train(count: number): Promise<void> {
    if (this.nothingToLearn) throw new Refused(dataText.nothingToLearn);
    await this.arriving.afterwards(() => this.need().step(count, conditionsOf(this.shown)));
  }

  async seek(step: number): Promise<void> {
    await this.need().seek(step);
  }

  async reset(): Promise<void> {
    this.arriving.takeBack();
    await this.need().reset();
  }

  async setSeed(seed: number): Promise<void> {
    await this.need().change({ seed });
  }

  /** Turns knobs. What only changes pictures loads nothing; anything else makes the run, so that the knob is seen to do something. */
  async set(values: Values): Promise<void> {
    const { parameters } = this.loaded.demo;
    if (this.session !== undefined) return this.arriving.turning.add(values);
    this.choices = { ...this.choices, values: { ...this.choices.values, ...values } };
    if (Object.keys(values).every((name) => !touchesRun(parameters[name]))) this.changed();
    else await this.need().prepare();
  }

  /** A new run from these settings, with the built-in data, in the place of whatever there was. */
  async begin(values: Values, seed: number): Promise<void> {
    this.arriving.takeBack();
    this.choices = { ...this.choices, own: undefined, values: { ...this.choices.values, ...values }, seed };
    if (this.session === undefined) await this.need().prepare();
    else await this.session.change({ values, seed, ownData: null, interventions: [] });
  }

  /**
   * Own points in place of the built-in data, or back to those with `undefined`; without a point, an empty plane.
   * @param classNames the words that were their labels; those that are there already stay where points are only added.
   */
  async setRows(rows: Rows | undefined, classNames = rows === undefined ? undefined : classNamesOf(this.own)): Promise<void> {
    await this.setOwnData(rows === undefined ? undefined : { kind: 'rows', rows, classNames });
  }

  /** The same for data of whichever kind the demo takes. */
  async setOwnData(own: Own | undefined): Promise<void> {
    this.choices = { ...this.choices, own };
    await this.need().change({ ownData: ownDataOf(own) ?? null });
  }

  /** Goes on from what is recorded, at the step shown: elsewhere, or, after a failure, there once more. */
  async setBackend(backend: BackendName | 'auto'): Promise<void> {
    this.choices = { ...this.choices, backend };
    await this.need().useBackend(backend);
  }

  /** Sets weights, now, at the step under the cursor. */
  async edit(edits: readonly WeightEdit[]): Promise<void> {
    await this.arriving.editing.add(edits);
  }

  /** Freezes, switches off, re-initialises, now, at the step under the cursor. */
  async intervene(actions: readonly Action[]): Promise<void> {
    await this.arriving.afterwards(() => this.need().intervene(actions));
  }

  setVisible(visible: boolean): void {
    if (visible === this.isVisible) return;
    this.isVisible = visible;
    this.session?.setVisible(visible);
    this.comparison.setVisible(visible);
  }

  dispose(): void {
    this.comparison.dispose();
    this.session?.dispose();
    this.session = undefined;
    this.frame.forgetListeners();
  }
}
