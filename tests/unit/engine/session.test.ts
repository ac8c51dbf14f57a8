import { describe, expect, it } from 'vitest';
import { defaultsOf } from '../../../src/demos/resolve';
import type { Values } from '../../../src/demos/declaration';
import demo from '../../../src/demos/mlp-playground/demo';
import { createSession } from '../../../src/engine/session/session';
import type { Session } from '../../../src/engine/session-api';
import { inProcess, type FakeWorker } from './in-process';

function open(
  values: Values = {},
  more: { seekTo?: number; interventions?: never[] } = {},
  worker: FakeWorker = inProcess(),
): { session: Session; worker: FakeWorker } {
  const recipe = { demo: 'mlp-playground', values: { ...defaultsOf(demo), ...values }, seed: 3, interventions: more.interventions ?? [] };
  const session = createSession({
    recipe,
    parameters: demo.parameters,
    backend: 'cpu',
    connection: worker.connection,
    ...(more.seekTo === undefined ? {} : { seekTo: more.seekTo }),
  });
  return { session, worker };
}

const until = async (session: Session, holds: () => boolean): Promise<void> => {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (session.state.kind === 'failed') throw new Error(session.state.message.en);
  }
};

describe('a session', () => {
  it('starts no worker before it is used', async () => {
    const { session, worker } = open();
    expect(session.state.kind).toBe('idle');
    expect(worker.started()).toBe(0);
    await session.step(3);
    expect(worker.started()).toBe(1);
    expect(session.record.latest).toBe(3);
    expect(session.cursor).toBe(3);
    expect(session.frame?.step).toBe(3);
    session.dispose();
  });

  it('shows at an earlier step what a straight run shows there, bit for bit', async () => {
    const { session } = open({ dropout: 0.2 });
    await session.step(30);
    const { session: straight } = open({ dropout: 0.2 });
    await straight.step(17);
    await session.seek(17);
    expect(session.cursor).toBe(17);
    expect(session.exact).toBe(true);
    expect(session.frame?.arrays['weights/hidden1/kernel']?.data).toEqual(straight.frame?.arrays['weights/hidden1/kernel']?.data);
    expect(session.record.latest).toBe(30);
    session.dispose();
    straight.dispose();
  });

  it('branches where training goes on from the past, and keeps the way left behind as a ghost', async () => {
    const { session } = open();
    await session.step(20);
    const before = [...session.record.loss];
    await session.seek(10);
    await session.change({ values: { learningRate: 1 } });
    await session.step(5);
    expect(session.record.latest).toBe(15);
    expect([...session.record.loss].slice(0, 11)).toEqual(before.slice(0, 11));
    expect([...session.record.loss].slice(11)).not.toEqual(before.slice(11, 15));
    expect([...(session.ghost?.loss ?? [])]).toEqual(before);
    expect(session.record.interventions).toEqual([{ kind: 'set', step: 10, values: { learningRate: 1 } }]);
    expect(session.values['learningRate']).toBe(1);
    session.dispose();
  });

  it('opens a recipe with interventions at a step, with the same losses', async () => {
    const { session } = open();
    await session.step(8);
    await session.change({ values: { learningRate: 0.3 } });
    await session.edit([{ variable: 'output/bias', index: 0, value: -1 }]);
    await session.step(8);
    const { session: copy } = open({}, { seekTo: 16, interventions: [...session.record.interventions] as never[] });
    await copy.prepare();
    await until(copy, () => copy.state.kind === 'paused' && copy.cursor === 16);
    expect([...copy.record.loss]).toEqual([...session.record.loss]);
    session.dispose();
    copy.dispose();
  });

  it('resets to the same weights, and starts anew with another seed', async () => {
    const { session } = open();
    await session.step(6);
    const first = [...session.record.loss];
    await session.reset();
    expect(session.record.latest).toBe(0);
    await session.step(6);
    expect([...session.record.loss]).toEqual(first);
    await session.change({ seed: 99 });
    await session.step(6);
    expect([...session.record.loss]).not.toEqual(first);
    session.dispose();
  });

  it('plays, is paused, and goes on when it is seen again', async () => {
    const { session } = open();
    session.play({ pace: Infinity });
    await until(session, () => session.record.latest > 5);
    session.setVisible(false);
    await until(session, () => session.state.kind === 'paused');
    const away = session.record.latest;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(session.record.latest).toBe(away);
    session.setVisible(true);
    await until(session, () => session.record.latest > away);
    session.pause();
    await until(session, () => session.state.kind === 'paused');
    session.dispose();
  });

  it('keeps the pace it is given', async () => {
    const { session } = open();
    await session.prepare();
    const start = performance.now();
    session.play({ pace: 20 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    session.pause();
    await until(session, () => session.state.kind === 'paused');
    expect(session.record.latest).toBeGreaterThan(1);
    expect(session.record.latest).toBeLessThanOrEqual(20 * ((performance.now() - start) / 1000) + 2);
    session.dispose();
  });

  it('pauses where a condition holds', async () => {
    const { session } = open();
    await session.prepare();
    session.play({ pace: Infinity, breakpoints: ['step == 23'] });
    await until(session, () => session.state.kind === 'paused' && session.record.latest > 0);
    expect(session.record.latest).toBe(23);
    session.dispose();
  });

  it.each(['crash', 'lose'] as const)('survives that the worker or its backend is gone (%s), with what was learned', async (how) => {
    const { session, worker } = open();
    await session.step(25);
    const before = [...session.record.loss];
    if (how === 'crash') worker.crash();
    else worker.lose('cpu');
    await session.step(10);
    expect(session.record.latest).toBe(35);
    if (how === 'crash') expect([...session.record.loss].slice(0, 25)).toEqual(before);
    expect(session.notice?.zh).toBeTruthy();
    session.dispose();
  });

  it('fails with the demo’s name and the cause, and can be tried again', async () => {
    const worker = inProcess();
    const session = createSession({
      recipe: { demo: 'no-such-demo', values: {}, seed: 1, interventions: [] },
      parameters: {},
      connection: worker.connection,
    });
    await session.prepare();
    expect(session.state.kind).toBe('failed');
    if (session.state.kind === 'failed') expect(session.state.message.en).toContain('no-such-demo');
    session.dispose();
  });

  it('refuses weights of the wrong shape and changes nothing', async () => {
    const { session } = open();
    await session.step(2);
    const kernel = session.frame?.arrays['weights/hidden1/kernel']?.data;
    await expect(session.load({ 'hidden1/kernel': { shape: [1], data: new Float32Array(1) } })).rejects.toThrow(/hidden1\/kernel/);
    await session.step(1);
    expect(kernel).toBeDefined();
    expect(session.state.kind).toBe('paused');
    session.dispose();
  });

  it('never has two unread reports, and what a stale run says is dropped', async () => {
    const { session, worker } = open();
    session.play({ pace: Infinity });
    await until(session, () => session.record.latest > 20);
    await session.change({ values: { hidden: [3] } });
    await session.step(2);
    const runs = new Set(worker.reports.map((report) => report.run));
    expect(runs.size).toBe(2);
    for (const run of runs) {
      const frames = worker.reports.filter((report) => report.run === run && report.type === 'frame').length;
      const acks = worker.commands.filter((command) => command.run === run && command.type === 'ack').length;
      expect(frames - acks).toBeLessThanOrEqual(1);
    }
    expect(session.record.latest).toBe(2);
    session.dispose();
  });
});
