/** When to look inside a run: at once where it stands still, now and then while it trains, never twice at a time. */
import { useEffect, useReducer } from 'preact/hooks';
import type { Probe } from '../../engine/protocol';
import type { Session } from '../../engine/session-api';
import { Refused } from '../../engine/waiting';
import type { Text } from '../../i18n/text';
import type { Controller } from '../controller';

/** Milliseconds between two looks into a run that trains, at least. */
const PAUSE = 300;
/** Of the worker's time, looks may take one part in so many. */
const SHARE = 10;
/** So many kept states of a run are looked into for the curves over time. */
const LOOKS_BACK = 24;

/** What was seen before something was done at the same step: the change it made. */
export interface Before {
  readonly step: number;
  readonly loss: number;
  readonly metrics: Probe['metrics'];
}

/** Steps of kept states that nobody has looked into, spread over the run. */
function stepsToLookAt(kept: readonly number[], seen: readonly number[]): number[] {
  const stride = Math.max(1, kept.length / LOOKS_BACK);
  const wanted = Array.from({ length: Math.min(LOOKS_BACK, kept.length) }, (_, i) => kept[Math.floor(i * stride)] ?? 0);
  return wanted.filter((step) => !seen.includes(step));
}

/** The looks into one demo's run, for all that shows them. */
class Probing {
  probe: Probe | undefined;
  before: Before | undefined;
  problem: Text | undefined;
  private layers: readonly string[] = [];
  private session: Session | undefined;
  private shown = '';
  private asking = false;
  private nextAt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly redraws = new Set<() => void>();
  private stopListening: (() => void) | undefined;

  constructor(private readonly controller: Controller) {}

  /** Looks as long as somebody listens. */
  listen(redraw: () => void): () => void {
    this.redraws.add(redraw);
    this.stopListening ??= this.controller.subscribe(() => this.look());
    this.look();
    return () => {
      this.redraws.delete(redraw);
      if (this.redraws.size > 0) return;
      this.stopListening?.();
      this.stopListening = undefined;
      clearTimeout(this.timer);
    };
  }

  /** Layers whose numbers are wanted in full from now on. */
  want(layers: readonly string[]): void {
    if (layers.join() === this.layers.join()) return;
    this.layers = layers;
    this.look();
  }

  /** All that a look depends on: where it is the same, there is nothing new to be seen. */
  private keyOf(session: Session): string {
    const { cursor, record } = session;
    return JSON.stringify([cursor, record.interventions.filter(({ step }) => step <= cursor), this.layers]);
  }

  private look(): void {
    const { session } = this.controller;
    if (session !== this.session) {
      // Another run: what was seen is of the one before.
      this.session = session;
      this.probe = undefined;
      this.before = undefined;
      this.shown = '';
    }
    if (session === undefined || this.asking || this.redraws.size === 0) return;
    const { kind } = session.state;
    if (kind !== 'paused' && kind !== 'running') return;
    const key = this.keyOf(session);
    const running = kind === 'running';
    if (running && performance.now() < this.nextAt) this.later(this.nextAt - performance.now());
    else if (running || key !== this.shown) void this.ask(session, key);
    else this.lookBack(session);
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), Math.max(1, milliseconds));
  }

  private async ask(session: Session, key: string): Promise<void> {
    this.asking = true;
    try {
      const seen = await session.probe(this.layers);
      if (seen !== undefined && session === this.session) this.take(seen, session, key);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.problem = error.text;
      this.shown = key;
    } finally {
      this.asking = false;
    }
    this.redraw();
    this.look();
  }

  private take(seen: Probe, session: Session, key: string): void {
    const last = this.probe;
    const done = session.record.interventions.some(({ step, kind }) => step === seen.step && kind !== 'set');
    if (last?.step !== seen.step || !done) this.before = undefined;
    else if (last.loss !== seen.loss) this.before = { step: last.step, loss: last.loss, metrics: last.metrics };
    this.probe = seen;
    this.problem = undefined;
    this.shown = key;
    this.nextAt = performance.now() + Math.max(PAUSE, (SHARE - 1) * seen.milliseconds);
  }

  /** Where the run stands still and has been looked into, the states before are, one after the other. */
  private lookBack(session: Session): void {
    const { record } = session;
    const [step] = stepsToLookAt(
      record.snapshotSteps,
      record.traces.map((trace) => trace.step),
    );
    if (step === undefined) return;
    this.asking = true;
    const again = (): void => {
      this.asking = false;
      this.redraw();
      this.later(20);
    };
    session.probe([], step).then(again, () => (this.asking = false));
  }

  private redraw(): void {
    for (const redraw of [...this.redraws]) redraw();
  }
}

const all = new WeakMap<Controller, Probing>();

/** The looks into a demo's run, from when this is drawn until it is no more. */
export function useProbing(controller: Controller): Probing {
  const probing = all.get(controller) ?? new Probing(controller);
  all.set(controller, probing);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => probing.listen(() => redraw(undefined)), [probing]);
  return probing;
}
