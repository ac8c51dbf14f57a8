/** What a session knows of its run in the worker, and how it speaks to it. */
import type { Text } from '../i18n/text';
import type { Parameters, Value, Values } from '../demos/spec';
import type { NetworkSpec } from '../ml/spec/network-spec';
import { pageConnection, type Connection, type Peer } from './connection';
import { Waiters } from './waiting';
import type { BackendName, Command, Frame, Measurement, Recipe, Report, RunId, Snapshot, Status } from './protocol';
import type { RunRecord, SessionState } from './session-api';
import { Timeline } from './timeline';
import { Undoing } from './undo';

export interface SessionOptions {
  readonly recipe: Recipe;
  readonly parameters: Parameters;
  readonly backend?: BackendName | 'auto';
  /** A step to go to as soon as the model is ready (a shared link). */
  readonly seekTo?: number;
  readonly connection?: Connection;
  /** What another run went through until this one parts from it, there. */
  readonly past?: { readonly record: Timeline; readonly cursor: number };
  /** Keeps the metrics alone: a run that nobody looks back into. */
  readonly lean?: boolean;
}

export interface Playing {
  readonly pace: number;
  /** Conditions at which the run pauses. */
  readonly breakpoints?: readonly string[];
}

export type Job =
  | ({ readonly kind: 'play' } & Playing)
  | { readonly kind: 'step'; readonly until: number; readonly breakpoints: readonly string[] }
  | { readonly kind: 'seek' };

/** Commands that end in a `paused` report, now or later; counted, so that one that is past can be told from the one awaited. */
type JobCommand = Extract<Command, { type: 'play' | 'step' | 'seek' | 'undo' | 'pause' }>;
type WithoutRun<C> = C extends Command ? Omit<C, 'run'> : never;

/** A session's state; those who extend it take the reports and give the commands. */
export abstract class SessionRun {
  recipe: Recipe;
  state: SessionState = { kind: 'idle' };
  cursor = 0;
  frame: Frame | undefined;
  spec: NetworkSpec | undefined;
  status: Status | undefined;
  measured: readonly Measurement[] = [];
  notice: Text | undefined;
  ghost: RunRecord | undefined;
  protected timeline: Timeline;
  protected readonly parameters: Parameters;
  protected readonly connection: Connection;
  protected readonly waiters = new Waiters();
  protected readonly undoing = new Undoing();
  protected backend: BackendName | 'auto';
  protected run: RunId | undefined;
  protected job: Job | undefined;
  /** A pause has been asked for and not been answered. */
  protected pausing = false;
  /** Where the worker's trainer stands, as last heard. */
  protected workerStep = 0;
  /** Live values sent and not yet confirmed: knobs show them at once. */
  protected turning: Record<string, Value> = {};
  private turns = 0;
  protected told = 0;
  /** The run is being made and has not reported ready. */
  protected loading = false;
  protected seekTo: number | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(options: SessionOptions) {
    const { past } = options;
    this.recipe = options.recipe;
    this.timeline = past?.record ?? new Timeline(options.recipe.interventions, options.lean);
    this.parameters = options.parameters;
    this.backend = options.backend ?? 'auto';
    this.seekTo = past?.cursor ?? options.seekTo;
    this.cursor = past?.cursor ?? 0;
    this.frame = past?.record.frameAt(past.cursor);
    this.connection = options.connection ?? pageConnection();
  }

  protected abstract receive(report: Report): void;
  protected abstract crashed(spoke: boolean): void;

  protected get training(): boolean {
    return this.job?.kind === 'play' || this.job?.kind === 'step';
  }

  /** The values in force at the cursor; in mid-training all that was turned so far, which the cursor may not have reached. */
  get values(): Values {
    const until = this.training ? Infinity : this.cursor;
    const values: Record<string, Value> = { ...this.recipe.values };
    for (const one of this.timeline.interventions) if (one.kind === 'set' && one.step <= until) Object.assign(values, one.values);
    return { ...values, ...this.turning };
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  protected changed(): void {
    for (const listener of [...this.listeners]) listener();
  }

  protected forgetListeners(): void {
    this.listeners.clear();
  }

  protected isFailed(): boolean {
    return this.state.kind === 'failed';
  }

  /** Leaves what comes after the cursor behind, as a ghost: training goes on from here another way. */
  protected branch(): void {
    if (this.cursor >= this.timeline.latest) return;
    this.ghost = this.timeline.ghost();
    this.timeline.truncate(this.cursor);
    this.undoing.truncate(this.cursor);
  }

  /** Sends a command about this run, if there is one. */
  protected post(command: WithoutRun<Command>): void {
    if (this.run !== undefined) this.connection.post({ ...command, run: this.run });
  }

  /** Sends a command that ends in a pause. */
  protected tell(command: WithoutRun<JobCommand>): void {
    this.told++;
    this.post(command);
  }

  protected turn(values: Values): void {
    this.turns++;
    Object.assign(this.turning, values);
    this.post({ type: 'set', values });
  }

  protected turned(): void {
    this.turns = Math.max(0, this.turns - 1);
    if (this.turns === 0) this.turning = {};
  }

  /** Asks for the run to be built in the worker: anew, or from a snapshot, and brought to a step. */
  protected create(snapshot: Snapshot | undefined = this.timeline.snapshotAt(this.seekTo ?? 0), seekTo = this.seekTo): void {
    if (this.run !== undefined) this.connection.leave(this.run);
    const isExpecting = (): boolean => this.state.kind === 'busy' || this.state.kind === 'running';
    const peer: Peer = {
      get expecting() {
        return isExpecting();
      },
      receive: (report) => this.receive(report),
      crashed: (spoke) => this.crashed(spoke),
    };
    const run = this.connection.join(peer);
    this.run = run;
    this.seekTo = undefined;
    this.job = undefined;
    this.pausing = false;
    this.told = 0;
    this.turns = 0;
    this.turning = {};
    this.loading = true;
    this.state = { kind: 'busy', phase: 'loading' };
    this.workerStep = snapshot?.step ?? 0;
    this.connection.post({
      type: 'create',
      run,
      recipe: { ...this.recipe, interventions: this.timeline.interventions },
      backend: this.backend,
      ...(snapshot === undefined ? {} : { snapshot }),
      ...(seekTo === undefined ? {} : { seekTo }),
    });
    if (seekTo !== undefined) {
      this.cursor = seekTo;
      // Nothing is to be replayed where the snapshot is of that very step.
      if (seekTo > this.workerStep) this.job = { kind: 'seek' };
    }
    this.changed();
  }
}
