/** What the frame shows and does: the reader's choices, the session once there is one, and all commands. No markup, no document. */
import type { LoadedDemo } from '../demos/load';
import type { Recording } from '../demos/recording';
import { recordingName } from '../demos/recording-name';
import { defaultsOf } from '../demos/resolve';
import type { Values } from '../demos/spec';
import type { BackendName, Intervention, StopCondition } from '../engine/protocol';
import { createSession } from '../engine/session';
import type { Session } from '../engine/session-api';
import type { Lang, Text } from '../i18n/text';
import type { ControllerOptions, WeightEdit } from './controller-options';
import type { LinkState } from './link';

export class Controller {
  readonly loaded: LoadedDemo;
  readonly lang: Lang;
  session: Session | undefined;
  /** What a link had wrong. */
  problems: readonly Text[] = [];
  speed = Infinity;
  stop: StopCondition | undefined;
  /** The label that painting gives; undefined when painting is off. */
  paint: number | undefined;
  private chosen: Values;
  private chosenSeed: number;
  private chosenBackend: BackendName | 'auto' = 'auto';
  private interventions: readonly Intervention[] = [];
  private rows: readonly (readonly number[])[] | undefined;
  private seekTo: number | undefined;
  private visible = true;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: ControllerOptions) {
    this.loaded = options.loaded;
    this.lang = options.lang;
    this.chosen = { ...defaultsOf(options.loaded.demo), ...options.values };
    this.chosenSeed = options.seed;
  }

  /** All values, as the knobs show them. */
  get values(): Values {
    return this.session === undefined ? this.chosen : { ...this.session.values };
  }

  /** Values for the pictures: the painting label among them. */
  get pictureValues(): Readonly<Record<string, unknown>> {
    return this.paint === undefined ? this.values : { ...this.values, paint: this.paint };
  }

  get seed(): number {
    return this.session?.recipe.seed ?? this.chosenSeed;
  }

  get backend(): BackendName | 'auto' {
    return this.chosenBackend;
  }

  /** The recorded run, while it is one of the present settings: a picture of others would be a wrong one. */
  get recording(): Recording | undefined {
    const { demo, recording } = this.loaded;
    if (recording === undefined) return undefined;
    const recorded = recordingName(demo, recording.values, recording.seed);
    return recorded === recordingName(demo, this.chosen, this.chosenSeed) ? recording : undefined;
  }

  get running(): boolean {
    return this.session?.state.kind === 'running';
  }

  get cursor(): number {
    return this.session?.cursor ?? 0;
  }

  get latest(): number {
    return this.session?.record.latest ?? 0;
  }

  /** The reader's own points, if they are in use. */
  get ownRows(): readonly (readonly number[])[] | undefined {
    return this.rows;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(): void {
    for (const listener of [...this.listeners]) listener();
  }

  private get columns(): number {
    return this.loaded.demo.ownData?.columns.length ?? 0;
  }

  private ownData(): { readonly columns: number; readonly rows: Float32Array } | undefined {
    return this.rows === undefined || this.rows.length === 0
      ? undefined
      : { columns: this.columns, rows: Float32Array.from(this.rows.flat()) };
  }

  /** The session, made at the first need: nothing is loaded before. */
  private need(): Session {
    if (this.session !== undefined) return this.session;
    const ownData = this.ownData();
    const session = (this.options.makeSession ?? createSession)({
      recipe: {
        demo: this.loaded.id,
        values: this.chosen,
        seed: this.chosenSeed,
        interventions: this.interventions,
        ...(ownData === undefined ? {} : { ownData }),
      },
      parameters: this.loaded.demo.parameters,
      backend: this.chosenBackend,
      ...(this.seekTo === undefined ? {} : { seekTo: this.seekTo }),
    });
    this.session = session;
    session.subscribe(() => this.changed());
    return session;
  }

  /** Takes a link's state over; with a step, the run is brought there. */
  open(state: LinkState, problems: readonly Text[]): void {
    this.session?.dispose();
    this.session = undefined;
    this.problems = problems;
    this.chosen = { ...this.chosen, ...state.values };
    this.chosenSeed = state.seed;
    this.chosenBackend = state.backend ?? 'auto';
    this.interventions = state.interventions;
    this.rows = state.rows;
    this.seekTo = state.step;
    if (state.step !== undefined && state.step > 0) void this.need().prepare();
    this.changed();
  }

  play(): void {
    this.need().play({ pace: this.speed, ...(this.stop === undefined ? {} : { stop: this.stop }) });
    this.changed();
  }

  pause(): void {
    this.session?.pause();
  }

  toggle(): void {
    if (this.running) this.pause();
    else this.play();
  }

  async step(count = 1): Promise<void> {
    const session = this.need();
    // Inside what is recorded, a step forward only moves the cursor.
    if (count === 1 && session.cursor < session.record.latest) await session.seek(session.cursor + 1);
    else await session.step(count, this.stop);
  }

  async train(count: number): Promise<void> {
    await this.need().step(count, this.stop);
  }

  async seek(step: number): Promise<void> {
    await this.need().seek(step);
  }

  async stepBack(): Promise<void> {
    if (this.session !== undefined && this.cursor > 0) await this.session.seek(this.cursor - 1);
  }

  async reset(): Promise<void> {
    await this.need().reset();
  }

  async setSeed(seed: number): Promise<void> {
    this.chosenSeed = seed;
    await this.need().change({ seed });
  }

  /** Turns knobs. What only changes pictures loads nothing. */
  async set(values: Values): Promise<void> {
    const { parameters } = this.loaded.demo;
    this.chosen = { ...this.chosen, ...values };
    const picturesOnly = Object.keys(values).every((name) => parameters[name]?.effect === 'view');
    if (this.session === undefined && picturesOnly) this.changed();
    else await this.need().change({ values });
  }

  setSpeed(speed: number): void {
    this.speed = speed;
    if (this.running) this.play();
    this.changed();
  }

  setStop(stop: StopCondition | undefined): void {
    this.stop = stop;
    if (this.running) this.play();
    this.changed();
  }

  setPaint(label: number | undefined): void {
    this.paint = label;
    this.changed();
  }

  /** Own points in place of the built-in data, or back to those with `undefined`. */
  async setRows(rows: readonly (readonly number[])[] | undefined): Promise<void> {
    this.rows = rows !== undefined && rows.length > 0 ? rows : undefined;
    await this.need().change({ ownData: this.ownData() ?? null });
  }

  async setBackend(backend: BackendName | 'auto'): Promise<void> {
    this.chosenBackend = backend;
    await this.need().useBackend(backend);
  }

  async measure(): Promise<void> {
    await this.need().measure();
  }

  /** Sets weights, now, at the step under the cursor. */
  async edit(edits: readonly WeightEdit[]): Promise<void> {
    await this.need().edit(edits);
  }

  setVisible(visible: boolean): void {
    if (visible === this.visible) return;
    this.visible = visible;
    this.session?.setVisible(visible);
  }

  /** The state as a link says it. */
  get linkState(): LinkState {
    return {
      values: this.session?.recipe.values ?? this.chosen,
      seed: this.seed,
      step: this.session === undefined ? undefined : this.cursor,
      backend: this.session?.status?.backend ?? (this.chosenBackend === 'auto' ? undefined : this.chosenBackend),
      interventions: (this.session?.record.interventions ?? this.interventions).filter(({ step }) => step <= this.cursor),
      rows: this.rows,
    };
  }

  dispose(): void {
    this.session?.dispose();
    this.session = undefined;
    this.listeners.clear();
  }
}
