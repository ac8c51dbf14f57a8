/** A session told event by event, without worker, clock or promise; and the events. */
import type { Frame, Report, Snapshot } from '../../../../src/engine/protocol';
import type { Effect } from '../../../../src/engine/session/effects';
import { onCommand } from '../../../../src/engine/session/on-command';
import { onLoss, type Loss } from '../../../../src/engine/session/on-loss';
import { onReport } from '../../../../src/engine/session/on-report';
import { initialState, type Next, type RecordView, type SessionState } from '../../../../src/engine/session/state';
import { takeUp } from '../../../../src/engine/session/take-up';
import type { Asked } from '../../../../src/engine/session/wish';

export const text = { zh: '学习率', en: 'learning rate' };
const parameters: SessionState['parameters'] = {
  rate: { kind: 'range', label: text, value: 0.1, min: 0, max: 1, step: 0.01, scale: 'linear', effect: 'live' },
  width: { kind: 'range', label: text, value: 1, min: 1, max: 9, step: 1, scale: 'linear', effect: 'restart' },
  shown: { kind: 'toggle', label: text, value: false, effect: 'view' },
};
const recipe = { demo: 'demo', values: { rate: 0.1, width: 1, shown: false }, seed: 1, interventions: [] };
export const at = (step: number): Frame & Snapshot => ({ step, arrays: {} });
const status = { backend: 'cpu', stepsPerSecond: 1, tensors: 0, helping: 0 } as const;
const noMetrics = (from: number) => ({ from, loss: new Float32Array(), evaluatedAt: new Float64Array(), evaluated: {} });

/** A session told event by event. Its record has a frame and a snapshot of every tenth step up to `latest`. */
export class Told {
  state: SessionState = initialState({ recipe, parameters });
  latest = 0;
  /** The commands sent since it was last asked, by type and number. */
  private sent: string[] = [];
  private ended: string[] = [];

  private get record(): RecordView {
    const kept = (step: number): Frame & Snapshot => at(10 * Math.floor(Math.min(step, this.latest) / 10));
    return { latest: this.latest, frameAt: kept, snapshotAt: kept };
  }

  private become(first: Next): this {
    for (let next: Next | undefined = first; next !== undefined; next = takeUp(this.state, this.record)) {
      this.state = next.state;
      for (const effect of next.effects) this.note(effect);
    }
    return this;
  }

  private note(effect: Effect): void {
    if (effect.kind === 'post' || effect.kind === 'create') this.sent.push(`${effect.command.type} ${effect.command.number}`);
    if (effect.kind === 'branch') this.latest = Math.min(this.latest, effect.step);
    if (effect.kind === 'anew') this.latest = 0;
    if (effect.kind === 'dropped') this.ended.push(`dropped ${effect.ticket}`);
    if (effect.kind === 'begun') this.ended.push(`begun ${effect.ticket}`);
  }

  ask(...commands: readonly Asked[]): this {
    for (const command of commands) this.become(onCommand(this.state, command, this.state.tickets + 1, this.record));
    return this;
  }

  hear(...reports: readonly Report[]): this {
    for (const report of reports) {
      if (report.type === 'frame') this.latest = Math.max(this.latest, report.frame.step);
      this.become(onReport(this.state, report, this.record));
    }
    return this;
  }

  lose(loss: Loss): this {
    return this.become(onLoss(this.state, loss, this.record));
  }

  /** What was sent, and whose wishes were begun or dropped, since it was last asked. */
  get news(): { readonly sent: readonly string[]; readonly ended: readonly string[] } {
    const { sent, ended } = this;
    [this.sent, this.ended] = [[], []];
    return { sent, ended };
  }
}

export const ready = (step = 0): Report => ({
  type: 'ready',
  run: 1,
  status,
  frame: at(step),
  metrics: noMetrics(step),
  snapshot: at(step),
  measured: [],
});
export const frame = (step: number): Report => ({ type: 'frame', run: 1, frame: at(step), metrics: noMetrics(step), status });
export const paused = (number: number, step: number): Report => ({ type: 'paused', run: 1, number, step, reason: { kind: 'command' } });
export const play: Asked = { kind: 'play', pace: Infinity, breakpoints: [] };
export const step = (count: number): Asked => ({ kind: 'step', count, breakpoints: [] });
export const turn = (rate: number): Asked => ({ kind: 'change', change: { values: { rate } } });
export const edit: Asked = { kind: 'edit', edits: [{ variable: 'w', index: 0, value: 1 }] };
export const intervened = (number: number, at: number, rate: number): Report => ({
  type: 'intervened',
  run: 1,
  number,
  interventions: [{ kind: 'set', step: at, values: { rate } }],
});

/** A run that is there, standing still at a step. */
export function standing(latest = 0): Told {
  const told = new Told();
  told.latest = latest;
  told.ask({ kind: 'prepare' }).hear(ready(latest));
  void told.news;
  return told;
}
