import { describe, expect, it } from 'vitest';
import demo from '../../../src/demos/mlp-playground/demo';
import { defaultsOf } from '../../../src/demos/resolve';
import { createSession } from '../../../src/engine/session/session';
import type { Session } from '../../../src/engine/session-api';
import { UNDO_BYTES, undoableUntil, withUndoable, type Undoable } from '../../../src/engine/undo';
import { inProcess } from './in-process';
import { isPaused, until } from './tiny-session';

function open(): Session {
  const recipe = { demo: 'mlp-playground', values: { ...defaultsOf(demo), hidden: [4, 3] }, seed: 2, interventions: [] };
  return createSession({ recipe, parameters: demo.parameters, backend: 'cpu', connection: inProcess().connection });
}

async function probeOf(session: Session) {
  const seen = await session.probe(['hidden1', 'hidden2']);
  if (seen === undefined) throw new Error('nothing was seen');
  return seen;
}

describe('a session', () => {
  it('takes back what was done, one after the other, to the very weights before, and goes on as if it had never been', async () => {
    const [session, plain] = [open(), open()];
    await session.step(6);
    const weights = (await session.snapshot()).arrays;
    await session.intervene([{ kind: 'unit', layer: 'hidden1', unit: 1, on: false }]);
    await session.intervene([{ kind: 'reinitialise', layer: 'hidden2', draw: 0 }]);
    await session.step(5);
    expect(session.record.interventions).toHaveLength(2);
    expect(session.undoable?.map(({ kind }) => kind)).toEqual(['reinitialise']);
    await session.undo();
    expect(session.cursor).toBe(6);
    expect(session.record.interventions.map(({ kind }) => kind)).toEqual(['unit']);
    await session.undo();
    expect(session.record.interventions).toEqual([]);
    expect(session.undoable).toBeUndefined();
    expect((await session.snapshot()).arrays).toEqual(weights);
    await session.undo();
    await session.step(10);
    await plain.step(16);
    expect([...session.record.loss]).toEqual([...plain.record.loss]);
    expect(session.record.evaluated).toEqual(plain.record.evaluated);
    session.dispose();
    plain.dispose();
  });

  it('takes back in mid-training', async () => {
    const session = open();
    session.play({ pace: Infinity });
    await until(() => session.record.latest > 5);
    await session.intervene([{ kind: 'freeze', layer: 'hidden1', on: true }]);
    const [done] = session.undoable ?? [];
    await until(() => session.record.latest > (done?.step ?? 0) + 5);
    await session.undo();
    expect(isPaused(session)()).toBe(true);
    expect(session.cursor).toBe(done?.step);
    expect(session.record.interventions).toEqual([]);
    const plain = open();
    await session.step(8);
    await plain.step(session.record.latest);
    expect([...session.record.loss]).toEqual([...plain.record.loss]);
    session.dispose();
    plain.dispose();
  });

  it('sees the loss change at once when a unit is switched off, and come back', async () => {
    const session = open();
    await session.step(40);
    const before = await probeOf(session);
    await session.intervene([{ kind: 'unit', layer: 'hidden2', unit: 0, on: false }]);
    const off = await probeOf(session);
    expect(off.step).toBe(before.step);
    expect(off.loss).not.toBe(before.loss);
    await session.intervene([{ kind: 'unit', layer: 'hidden2', unit: 0, on: true }]);
    expect((await probeOf(session)).loss).toBe(before.loss);
    session.dispose();
  });

  it('looks at past steps, at a snapshot kept, and in mid-training, and keeps what it saw by step', async () => {
    const session = open();
    await session.step(30);
    expect((await probeOf(session)).step).toBe(30);
    await session.seek(11);
    expect((await probeOf(session)).step).toBe(11);
    const [kept = 0] = session.record.snapshotSteps;
    expect((await session.probe([], kept))?.step).toBe(kept);
    expect(session.cursor).toBe(11);
    const steps = (): number[] => session.record.traces.map(({ step }) => step);
    expect(steps()).toEqual([kept, 11, 30]);
    // What was seen at step 30 belongs to the branch that is left here.
    await session.step(1);
    expect(steps()).toEqual([kept, 11]);
    session.play({ pace: Infinity });
    await until(() => session.record.latest > 15);
    expect((await probeOf(session)).step).toBeGreaterThan(11);
    session.dispose();
  });

  it('says what does not fit and goes on', async () => {
    const session = open();
    await session.step(2);
    await expect(session.intervene([{ kind: 'freeze', layer: 'nowhere', on: true }])).rejects.toThrow(/nowhere/);
    await session.step(2);
    expect(session.record.latest).toBe(4);
    session.dispose();
  });
});

describe('what can be taken back', () => {
  const entry = (step: number, kind: 'edit' | 'freeze', size = 1): Undoable => ({
    before: { step, arrays: { w: { shape: [size], data: new Float32Array(size) } } },
    interventions: [],
    done: [kind === 'edit' ? { kind, step, variable: 'w', index: 0, value: 1 } : { kind, step, layer: 'w', on: true }],
  });

  const all = (...entries: Undoable[]): readonly Undoable[] => entries.reduce(withUndoable, []);

  it('is one thing where a weight was dragged, and as many as there were otherwise', () => {
    const list = all(entry(3, 'edit'), entry(3, 'edit'), entry(3, 'freeze'), entry(3, 'edit'));
    expect(list.map(({ done }) => done.map(({ kind }) => kind))).toEqual([['edit', 'edit'], ['freeze'], ['edit']]);
  });

  it('keeps within its bound, though always the last', () => {
    const list = all(...Array.from({ length: 10 }, (_, step) => entry(step, 'freeze', UNDO_BYTES / 4 / 3)));
    expect(list.map(({ before }) => before.step)).toEqual([8, 9]);
    expect(withUndoable(list, entry(10, 'freeze', UNDO_BYTES)).map(({ before }) => before.step)).toEqual([10]);
  });

  it('is forgotten from the step on at which the run goes another way', () => {
    const list = all(entry(2, 'freeze'), entry(5, 'freeze'), entry(5, 'edit'), entry(9, 'freeze'));
    expect(undoableUntil(list, 5).map(({ before }) => before.step)).toEqual([2, 5, 5]);
    expect(undoableUntil(list, 1)).toEqual([]);
  });
});
