/** A session that writes down what it is asked, and answers when the test says so. */
import type { Intervention } from '../../../src/engine/protocol';
import type { createSession } from '../../../src/engine/session/session';
import type { Activity, RunRecord, Session } from '../../../src/engine/session-api';
import { valuesAt } from '../../../src/engine/settings';

type Options = Parameters<typeof createSession>[0];

interface Held {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export class FakeSession implements Session {
  state: Activity = { kind: 'idle' };
  cursor = 0;
  frame: Session['frame'];
  exact = true;
  spec: Session['spec'];
  status: Session['status'];
  measured = [];
  notice: Session['notice'];
  ghost: Session['ghost'];
  recipe: Session['recipe'];
  latest = 0;
  interventions: Intervention[] = [];
  /** Every command, in order, with what it was given. */
  readonly calls: (readonly unknown[])[] = [];
  /** With `true`, commands wait for `finish`. */
  hold = false;
  private readonly held: Held[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(readonly options: Options) {
    this.recipe = options.recipe;
  }

  get settings(): Session['settings'] {
    return { values: this.recipe.values, interventions: this.interventions, pending: [] };
  }
  get reach(): number {
    return this.cursor;
  }
  get values(): Session['values'] {
    return valuesAt(this.settings, this.reach);
  }

  get record(): RunRecord {
    return {
      latest: this.latest,
      loss: new Float32Array(this.latest),
      lossAt: Float64Array.from({ length: this.latest }, (_, i) => i + 1),
      evaluatedAt: [],
      evaluated: {},
      interventions: this.interventions,
      stops: [],
      snapshotSteps: [],
      frames: [],
      traces: [],
      frameAt: () => this.frame,
      metricsAt: () => ({}),
      bytes: 0,
    };
  }

  tell(): void {
    for (const listener of this.listeners) listener();
  }

  /** Answers the oldest command that waits. */
  async finish(error?: Error): Promise<void> {
    const one = this.held.shift();
    if (error === undefined) one?.resolve();
    else one?.reject(error);
    await new Promise((resolve) => setTimeout(resolve));
  }

  private did(...call: readonly unknown[]): Promise<void> {
    this.calls.push(call);
    return this.hold ? new Promise((resolve, reject) => this.held.push({ resolve, reject })) : Promise.resolve();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  undoable: Session['undoable'];
  frozen: Session['frozen'] = new Set();
  unitsOff: Session['unitsOff'] = [];
  intervene = (actions: unknown) => this.did('intervene', actions);
  undo = () => this.did('undo');
  probe = (...asked: unknown[]) => this.did('probe', ...asked).then(() => undefined);
  prepare = () => this.did('prepare');
  play = (options: unknown) => void this.did('play', options);
  pause = () => void this.did('pause');
  cancel = () => void this.did('cancel');
  step = (count?: number, breakpoints?: unknown) => this.did('step', count, breakpoints);
  seek = (step: number) => this.did('seek', step);
  reset = () => this.did('reset');
  change: Session['change'] = (change) => {
    this.recipe = { ...this.recipe, values: { ...this.recipe.values, ...change.values }, seed: change.seed ?? this.recipe.seed };
    return this.did('change', change);
  };
  edit = (edits: unknown) => this.did('edit', edits);
  useBackend = (backend: unknown) => this.did('useBackend', backend);
  ask = (...asked: unknown[]) => this.did('ask', ...asked).then(() => undefined);
  answered = () => undefined;
  measure = async () => {
    await this.did('measure');
    return [];
  };
  get last(): number {
    return this.latest;
  }
  forkOptions: Session['forkOptions'] = (values) => ({
    recipe: { ...this.recipe, values: { ...this.recipe.values, ...values } },
    parameters: this.options.parameters,
  });
  snapshot = () => Promise.resolve({ step: this.cursor, arrays: {} });
  fits = () => this.did('fits');
  load = (arrays?: unknown) => this.did('load', arrays);
  exportModel = () => Promise.resolve({ topology: {}, weights: {} });
  setVisible = (visible: boolean) => void this.did('setVisible', visible);
  fault = () => undefined;
  dispose = () => void this.did('dispose');
}
