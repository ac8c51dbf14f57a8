/** Where a frame stands: what the reader chose, the run once there is one, and what both mean for what is shown. */
import type { LoadedDemo } from '../demos/load';
import type { Recording } from '../demos/recording';
import { recordingName } from '../demos/recording-name';
import { defaultsOf } from '../demos/resolve';
import type { Values } from '../demos/spec';
import type { BackendName } from '../engine/protocol';
import type { Session } from '../engine/session-api';
import { dataText } from '../i18n/own-data';
import type { Lang, Text } from '../i18n/text';
import type { Choices } from './choices';
import type { Comparison } from './compare/comparison';
import type { ControllerOptions } from './controller-options';
import type { LinkState } from './link';
import { MOST_WATCHES } from './link-view';
import type { Own } from './own-data';
import type { Rows } from './own-data/rows/own-rows';
import type { PanelName } from './panels';

/** A condition at which the run pauses. */
export interface Breakpoint {
  /** As the reader wrote it (grammar: `src/ml/expression`). */
  readonly condition: string;
  /** False: kept, and not asked. */
  readonly on: boolean;
}

/** What the inspector shows. */
export interface Inspected {
  readonly open: boolean;
  /** A layer's id, as in the network's specification; the first with weights where none is chosen. */
  readonly layer?: string | undefined;
  /** A unit of it, from 0. */
  readonly unit?: number | undefined;
  /** Which of its tensors is drawn, by name as in a probe. */
  readonly tensor?: string | undefined;
}

export abstract class FrameState {
  readonly loaded: LoadedDemo;
  readonly lang: Lang;
  session: Session | undefined;
  /** What a link had wrong. */
  problems: readonly Text[] = [];
  /** Why the last command came to nothing. */
  refusal: Text | undefined;
  speed = Infinity;
  breakpoints: readonly Breakpoint[] = [];
  /** The label that painting gives, NaN for the eraser; undefined when painting is off. */
  paint: number | undefined;
  /** The inspector: open or not, and what is chosen in it. */
  inspected: Inspected = { open: false };
  /** Tensors pinned beside the picture, by name as in a probe. */
  watches: readonly string[] = [];
  /** Which of the folded parts below the demo are open, the inspector aside. */
  panels: ReadonlySet<PanelName> = new Set();
  abstract readonly comparison: Comparison;
  protected choices: Choices;
  private readonly listeners = new Set<() => void>();

  constructor({ loaded, lang, values, seed }: ControllerOptions) {
    this.loaded = loaded;
    this.lang = lang;
    this.choices = {
      values: { ...defaultsOf(loaded.demo), ...values },
      seed,
      backend: 'auto',
      interventions: [],
      own: undefined,
      seekTo: undefined,
    };
  }

  /** Values that are on their way to the run. */
  protected abstract get pending(): Values | undefined;

  /** All values, as the knobs show them: those on their way to the run count already. */
  get values(): Values {
    return this.session === undefined ? this.choices.values : { ...this.session.values, ...this.pending };
  }

  /** Values for the pictures: the painting label among them, and how many points are the reader's own. */
  get pictureValues(): Readonly<Record<string, unknown>> {
    const { paint, ownRows } = this;
    return {
      ...this.values,
      ...(paint === undefined ? {} : { paint }),
      ...(ownRows === undefined ? {} : { ownPoints: ownRows.length }),
    };
  }

  get seed(): number {
    return this.session?.recipe.seed ?? this.choices.seed;
  }

  get backend(): BackendName | 'auto' {
    return this.choices.backend;
  }

  /** The recorded run, while it is one of the present settings: a picture of others would be a wrong one. */
  get recording(): Recording | undefined {
    const { demo, recording } = this.loaded;
    const { values, seed, own, interventions } = this.choices;
    if (recording === undefined || own !== undefined || interventions.length > 0) return undefined;
    const recorded = recordingName(demo, recording.values, recording.seed);
    return recorded === recordingName(demo, values, seed) ? recording : undefined;
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

  /** The reader's own data, if they are in use. */
  get own(): Own | undefined {
    return this.choices.own;
  }

  /** The reader's own points, if they are in use. */
  get ownRows(): Rows | undefined {
    return this.own?.kind === 'rows' ? this.own.rows : undefined;
  }

  /** The words that were labels of the reader's own points, by class; undefined where labels are numbers. */
  get classNames(): readonly string[] | undefined {
    return this.own?.kind === 'rows' ? this.own.classNames : undefined;
  }

  /** True on an empty plane: there is nothing to train on. */
  get nothingToLearn(): boolean {
    return this.ownRows?.length === 0;
  }

  /** Says so where there is nothing to train on. */
  protected refusesTraining(): boolean {
    if (this.nothingToLearn) {
      this.refusal = dataText.nothingToLearn;
      this.changed();
    }
    return this.nothingToLearn;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(): void {
    for (const listener of [...this.listeners]) listener();
  }

  setPaint(label: number | undefined): void {
    this.paint = label;
    this.changed();
  }

  /** Pins a tensor beside the picture, or takes it away. */
  watch(name: string): void {
    // One more than there may be takes the place of the oldest.
    this.watches = this.watches.includes(name) ? this.watches.filter((one) => one !== name) : [...this.watches, name].slice(-MOST_WATCHES);
    this.changed();
  }

  /** The conditions that are in force. */
  get conditions(): readonly string[] {
    return this.breakpoints.filter(({ on }) => on).map(({ condition }) => condition);
  }

  /** The state as a link says it. */
  get linkState(): LinkState {
    const { session, choices, comparison } = this;
    const { forkLink } = comparison;
    // A fork parts from the run where it did, wherever the cursor stands by now.
    const until = Math.max(this.cursor, forkLink?.step ?? 0);
    return {
      values: session?.recipe.values ?? choices.values,
      seed: this.seed,
      step: session === undefined ? undefined : this.cursor,
      backend: session?.status?.backend ?? (choices.backend === 'auto' ? undefined : choices.backend),
      interventions: (session?.record.interventions ?? choices.interventions).filter(({ step }) => session === undefined || step <= until),
      own: choices.own,
      breakpoints: this.conditions,
      inspected: this.inspected.open ? this.inspected : undefined,
      watches: this.watches,
      fork: forkLink,
      seeds: comparison.seeds,
      panels: [...this.panels],
    };
  }

  protected forgetListeners(): void {
    this.listeners.clear();
  }
}
