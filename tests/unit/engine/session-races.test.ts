/** What a reader can do in the wrong moment: while it loads, twice at once, while something breaks. */
import { describe, expect, it } from 'vitest';
import { isPaused, open, parting, recipe, straightLosses, until, wait } from './tiny-session';

describe('a session in the wrong moment', () => {
  it('does not play when it was paused while it was loading', async () => {
    const { session } = open();
    session.play({ pace: Infinity });
    session.pause();
    await session.prepare();
    await wait(60);
    expect(session.state.kind).toBe('paused');
    expect(session.record.latest).toBe(0);
  });

  it('waits with playing until it is seen, also when it went out of sight while it was loading', async () => {
    const { session } = open();
    session.play({ pace: Infinity });
    session.setVisible(false);
    await session.prepare();
    await wait(60);
    expect(session.record.latest).toBe(0);
    session.setVisible(true);
    await until(() => session.record.latest > 3);
    session.setVisible(false);
    session.pause();
    session.setVisible(true);
    await until(isPaused(session));
    const { latest } = session.record;
    await wait(60);
    expect(session.record.latest).toBe(latest);
  });

  it('takes every step that is asked for, also without waiting for the one before', async () => {
    const { session } = open();
    await Promise.all([session.step(1), session.step(1), session.step(3)]);
    await until(isPaused(session));
    expect(session.record.latest).toBe(5);
    expect(session.cursor).toBe(5);
  });

  it('stands where it says after pause and step in one breath', async () => {
    const { session } = open();
    session.play({ pace: Infinity });
    await until(() => session.record.latest > 50);
    session.pause();
    await session.step(1);
    expect(session.state.kind).toBe('paused');
    expect(session.cursor).toBe(session.record.latest);
    expect(session.exact).toBe(true);
    const { latest } = session.record;
    await wait(40);
    expect(session.record.latest).toBe(latest);
  });

  it('ends at the last of many places that are dragged over, exactly', async () => {
    const { session } = open();
    await session.step(400);
    const seeks = [390, 12, 200, 7, 350, 351, 88].map((step) => session.seek(step));
    expect(session.cursor).toBe(88);
    await Promise.all(seeks);
    expect(session.cursor).toBe(88);
    expect(session.frame?.step).toBe(88);
    expect(session.exact).toBe(true);
    expect(session.record.latest).toBe(400);
  });

  it('shows where it stands when a replay is cut short', async () => {
    const { session } = open({ seekTo: 100_000 });
    await session.prepare();
    await until(() => session.state.kind === 'busy' && (session.state.fraction ?? 0) > 0);
    session.pause();
    await until(isPaused(session));
    expect(session.cursor).toBeLessThan(100_000);
    expect(session.cursor).toBe(session.record.latest);
    expect(session.exact).toBe(true);
    await session.step(1);
    expect(session.record.latest).toBe(session.cursor);
  });

  it('keeps every turn of a knob in mid-run, also two in one breath and back again', async () => {
    const { session } = open();
    session.play({ pace: Infinity });
    await until(() => session.record.latest > 20);
    const turns = [0.2, 0.05, 0.1].map((learningRate) => session.change({ values: { learningRate } }));
    expect(session.values['learningRate']).toBe(0.1);
    await Promise.all(turns);
    expect(session.values['learningRate']).toBe(0.1);
    await until(() => session.record.latest > 200);
    session.pause();
    await until(isPaused(session));
    const sets = session.record.interventions.flatMap((one) => (one.kind === 'set' ? [one.values['learningRate']] : []));
    expect(sets.at(-1)).toBe(0.1);
    expect(parting(session.record.loss, await straightLosses(session))).toBe('nowhere');
  });

  it('keeps one edit of a weight that is dragged, the last, and what is held out is of the weights as they are', async () => {
    const { session } = open();
    await session.step(8);
    for (const value of [0.1, 0.2, 0.3]) await session.edit([{ variable: 'tiny/kernel', index: 0, value }]);
    expect(session.record.interventions).toEqual([{ kind: 'edit', step: 8, variable: 'tiny/kernel', index: 0, value: 0.3 }]);
    const edited = session.record.metricsAt(8)['distance'];
    await session.step(10);
    await session.seek(3);
    await session.seek(8);
    expect(session.record.metricsAt(8)['distance']).toBe(edited);
    const { session: copy } = open({ recipe: { ...recipe, interventions: session.record.interventions }, seekTo: 18 });
    await copy.prepare();
    await until(isPaused(copy));
    expect(copy.record.metricsAt(8)['distance']).toBe(edited);
    expect([...copy.record.loss]).toEqual([...session.record.loss]);
  });

  it('keeps loaded weights through seeking, another backend and a crash', async () => {
    const { session, worker } = open();
    await session.step(10);
    await session.load({ 'tiny/kernel': { shape: [2], data: Float32Array.of(3, -3) } });
    await session.step(200);
    const losses = [...session.record.loss];
    await session.seek(2);
    await session.seek(12);
    expect([...session.record.loss]).toEqual(losses);
    const kernel = session.frame?.arrays['weights/tiny/kernel']?.data;
    worker.crash();
    await session.seek(12);
    expect(session.frame?.arrays['weights/tiny/kernel']?.data).toEqual(kernel);
    await session.useBackend('wasm');
    await session.seek(10);
    expect([...(session.frame?.arrays['weights/tiny/kernel']?.data ?? [])]).toEqual([3, -3]);
  });

  it('refuses weights that do not fit, and keeps what comes after the cursor', async () => {
    const { session } = open();
    await session.step(20);
    await session.seek(5);
    const wrong = { 'tiny/kernel': { shape: [3], data: new Float32Array(3) } };
    await expect(session.load(wrong)).rejects.toThrow('[3]');
    await expect(session.load({})).rejects.toThrow('tiny/kernel');
    expect([session.cursor, session.last]).toEqual([5, 20]);
    await session.load({ 'tiny/kernel': { shape: [2], data: Float32Array.of(3, -3) } });
    expect(session.last).toBe(5);
  });

  it('keeps an edit made before the first step through a crash and another backend', async () => {
    const { session, worker } = open();
    await session.edit([{ variable: 'tiny/kernel', index: 0, value: 0.75 }]);
    worker.crash();
    await session.prepare();
    expect(session.frame?.arrays['weights/tiny/kernel']?.data[0]).toBe(0.75);
    await session.useBackend('wasm');
    expect(session.frame?.arrays['weights/tiny/kernel']?.data[0]).toBe(0.75);
    expect(session.record.interventions).toHaveLength(1);
  });

  it('goes on playing after a crash, and gives up a worker that crashes at the same place again and again', async () => {
    const { session, worker } = open();
    session.play({ pace: Infinity });
    await until(() => session.record.latest > 30);
    worker.crash();
    const before = session.record.latest;
    await until(() => session.record.latest > before + 200);
    expect(session.state.kind).toBe('running');
    for (let i = 0; i < 3; i++) {
      worker.crash();
      await wait(5);
    }
    expect(session.state.kind).toBe('failed');
    await session.reset();
    await session.step(3);
    expect(session.record.latest).toBe(3);
  });

  it('says when the backend asked for is not there, and what it uses instead', async () => {
    const { session } = open({ backend: 'webgl' });
    await session.prepare();
    expect(session.notice?.en).toMatch(/^webgl cannot be used \(.+\); using (compiled|cpu|wasm) instead\.$/);
    expect(session.notice?.zh).toMatch(/webgl/);
  });

  it('goes on however much there is to record, within its bound', async () => {
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`metric${i}`, 0]));
    const { session } = open({ tiny: { evaluate: () => many, evaluateEvery: 1 } });
    session.play({ pace: Infinity });
    await until(() => session.record.latest > 800);
    expect(session.state.kind).toBe('running');
    expect(session.record.bytes).toBeLessThan(64e6);
    expect(session.record.evaluatedAt.length).toBeLessThan(session.record.latest);
    session.pause();
    await until(() => session.state.kind === 'paused');
  });

  it('answers an export or a load that a restart overtakes', async () => {
    const { session } = open();
    await session.step(2);
    const load = session.load({ 'tiny/kernel': { shape: [2], data: Float32Array.of(1, 1) } });
    // On a busy machine the load may be done before the restart comes; what counts is that nobody waits in vain.
    const outcome = load.then(
      () => 'loaded',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    );
    await wait(0);
    await session.reset();
    expect(await outcome).toMatch(/given up|loaded/);
    expect(session.cursor).toBe(0);
  });
});
