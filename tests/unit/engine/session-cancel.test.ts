/** What a reader takes back while it is under way: a run being made, backends being timed. */
import { engine } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { engineText } from '../../../src/i18n/engine';
import { ForkedSession } from '../../../src/engine/forked-session';
import type { Session } from '../../../src/engine/session-api';
import { BACKEND_NAMES } from '../../../src/engine/worker/backends/backends';
import { isPaused, open, parting, straightLosses, until } from './tiny-session';

const isBusy = (session: Session, phase: string) => (): boolean => session.state.kind === 'busy' && session.state.phase === phase;

describe('what is cancelled', () => {
  it('while a run is made ends at once, says so, and is made by the next command as if nothing had been', async () => {
    const { session, worker } = open();
    const stepped = session.step(3);
    await until(isBusy(session, 'loading'));
    session.cancel();
    expect(session.state.kind).toBe('idle');
    expect(session.notice).toBe(engineText.cancelled);
    await stepped;
    expect(session.record.latest).toBe(0);
    await session.step(5);
    expect(session.notice).toBeUndefined();
    expect(session.record.latest).toBe(5);
    expect(parting(session.record.loss, await straightLosses(session))).toBe('nowhere');
    // The worker has given it up too: one run was made, not two.
    expect(worker.reports.filter(({ type }) => type === 'ready')).toHaveLength(1);
    session.dispose();
  });

  it('at whatever phase of making leaves no tensor behind', async () => {
    const warm = open();
    await warm.session.step(1);
    const before = engine().memory().numTensors;
    for (const phase of ['loading', 'measuring', 'data']) {
      const { session } = open({ backend: 'auto', connection: warm.worker.connection });
      const prepared = session.prepare();
      await until(isBusy(session, phase));
      session.cancel();
      await prepared;
      expect(session.state.kind).toBe('idle');
    }
    // What comes after them has been answered: so have they.
    await warm.session.snapshot();
    await until(() => engine().memory().numTensors === before);
  });

  it('of a link that opens at a step comes to that step when it is made after all', async () => {
    const { session } = open({ seekTo: 40 });
    void session.prepare();
    await until(isBusy(session, 'loading'));
    session.cancel();
    await session.step(2);
    await until(isPaused(session));
    expect(session.record.latest).toBe(42);
    expect(session.cursor).toBe(42);
    expect(parting(session.record.loss, await straightLosses(session))).toBe('nowhere');
  });

  it('of a link to a far step stands where the replay had come to, and had said how far that was', async () => {
    const far = 1e12;
    const { session } = open({ seekTo: far });
    const left: number[] = [];
    session.subscribe(() => {
      const { state } = session;
      if (state.kind === 'busy' && state.left !== undefined) left.push(state.left);
    });
    void session.prepare();
    await until(() => left.length > 3 && session.record.latest > 10);
    expect(left.at(-1)).toBeLessThan(left[0] ?? 0);
    session.cancel();
    await until(isPaused(session));
    expect(session.cursor).toBe(session.record.latest);
    expect(session.cursor).toBeGreaterThan(10);
    expect(session.frame?.step).toBe(session.cursor);
    await session.step(2);
    expect(parting(session.record.loss, await straightLosses(session))).toBe('nowhere');
  });

  it('of a change of backend keeps what was recorded, and goes on from where the run stood', async () => {
    const { session } = open();
    await session.step(60);
    await session.seek(45);
    const changed = session.useBackend('wasm');
    await until(isBusy(session, 'loading'));
    session.cancel();
    await changed;
    expect(session.record.latest).toBe(60);
    expect(session.cursor).toBe(45);
    await session.useBackend('cpu');
    await session.step(5);
    expect(session.record.latest).toBe(50);
    expect(parting(session.record.loss, await straightLosses(session))).toBe('nowhere');
  });

  it('of both sides of a fork is both', async () => {
    const { session: main } = open();
    const { session: side } = open();
    const pair = new ForkedSession(main, side, 'learningRate');
    const prepared = pair.prepare();
    pair.cancel();
    await prepared;
    expect([main.state.kind, side.state.kind]).toEqual(['idle', 'idle']);
    await pair.step(4);
    expect([main.record.latest, side.record.latest]).toEqual([4, 4]);
    pair.dispose();
  });

  it('of a timing of backends keeps what was timed by then, and the run stands as it stood', async () => {
    const { session } = open();
    await session.step(10, ['step >= 4']);
    const { state } = session;
    expect(state).toMatchObject({ kind: 'paused', reason: { kind: 'breakpoint' } });
    const measuring = session.measure();
    await until(isBusy(session, 'measuring'));
    session.cancel();
    expect((await measuring).length).toBeLessThan(BACKEND_NAMES.length);
    expect(session.state).toEqual(state);
    await session.step(6);
    expect(parting(session.record.loss, await straightLosses(session))).toBe('nowhere');
  });

  it('is nothing where nothing is under way', async () => {
    const { session } = open();
    session.cancel();
    expect(session.state.kind).toBe('idle');
    expect(session.notice).toBeUndefined();
    await session.step(2);
    session.cancel();
    expect(session.state.kind).toBe('paused');
  });
});

describe('timing the backends', () => {
  it('shows how far it is, and a run that played waits for it and goes on', async () => {
    const { session } = open();
    session.play({ pace: Infinity });
    await until(() => session.record.latest > 20);
    const fractions: number[] = [];
    session.subscribe(() => {
      if (session.state.kind === 'busy' && session.state.fraction !== undefined) fractions.push(session.state.fraction);
    });
    const measured = await session.measure();
    expect(measured.map(({ backend }) => backend)).toEqual(BACKEND_NAMES);
    expect(new Set(fractions).size).toBe(BACKEND_NAMES.length);
    expect([...fractions].sort((a, b) => a - b)).toEqual(fractions);
    const { latest } = session.record;
    await until(() => session.record.latest > latest);
    expect(session.state.kind).toBe('running');
    session.pause();
    await until(isPaused(session));
  });

  it('does not go on for a run that was paused meanwhile', async () => {
    const { session } = open();
    session.play({ pace: Infinity });
    await until(() => session.record.latest > 20);
    const measuring = session.measure();
    await until(isBusy(session, 'measuring'));
    session.pause();
    await measuring;
    expect(session.state.kind).toBe('paused');
  });
});
