import { describe, expect, it } from 'vitest';
import { createSession } from '../../../src/engine/session/session';
import { ForkedSession } from '../../../src/engine/forked-session';
import { isBroken } from '../../../src/engine/lockstep';
import type { Values } from '../../../src/demos/declaration';
import type { Session } from '../../../src/engine/session-api';
import { open, parting, straightLosses, until, wait } from './tiny-session';

const rate = (learningRate: number): Values => ({ learningRate });
const forked = (main: Session, values: Values): ForkedSession =>
  new ForkedSession(main, createSession(main.forkOptions(values)), Object.keys(values)[0] ?? '');

describe('a fork', () => {
  it('that differs in nothing has the same losses, bit for bit', async () => {
    const { session } = open();
    await session.step(30);
    await session.seek(12);
    const pair = forked(session, rate(0.1));
    await pair.step(40);
    expect([pair.cursor, pair.main.cursor, pair.fork.cursor]).toEqual([52, 52, 52]);
    expect(parting(pair.fork.record.loss, [...pair.main.record.loss])).toBe('nowhere');
    expect(parting(pair.main.record.loss, await straightLosses(pair.main))).toBe('nowhere');
    pair.dispose();
  });

  it('with another learning rate from step 50 on equals the run up to there, bit for bit, and a run that was turned there after it', async () => {
    const { session } = open();
    await session.step(80);
    await session.seek(50);
    const pair = forked(session, rate(0.02));
    await pair.step(30);
    const [main, fork] = [[...pair.main.record.loss], [...pair.fork.record.loss]];
    expect(main).toHaveLength(80);
    expect(fork.slice(0, 51)).toEqual(main.slice(0, 51));
    expect(fork[51]).not.toBe(main[51]);
    expect(parting(pair.fork.record.loss, await straightLosses(pair.fork))).toBe('nowhere');
    expect(pair.fork.record.evaluatedAt).toEqual(pair.main.record.evaluatedAt);
    // The run's own record is gone along, not trained anew: nothing is left behind as a ghost.
    expect(pair.ghost).toBeUndefined();
    pair.dispose();
  });

  it('of what builds the network anew starts at step 0 from the same seed, with what was done to the run', async () => {
    const { session } = open({ parameters: {} });
    await session.step(10);
    await session.edit([{ variable: 'tiny/kernel', index: 0, value: 2 }]);
    await session.step(5);
    const options = session.forkOptions({ learningRate: 0.3 });
    expect(options.past).toBeUndefined();
    expect(options.recipe.values).toEqual({ learningRate: 0.3 });
    expect(options.recipe.interventions).toEqual([{ kind: 'edit', step: 10, variable: 'tiny/kernel', index: 0, value: 2 }]);
    await session.seek(0);
    const pair = forked(session, { learningRate: 0.3 });
    await pair.step(12);
    expect(pair.fork.record.loss[0]).toBe(pair.main.record.loss[0]);
    expect(pair.fork.record.latest).toBe(12);
    expect(pair.main.record.latest).toBe(15);
    expect(parting(pair.fork.record.loss, await straightLosses(pair.fork))).toBe('nowhere');
    pair.dispose();
  });

  it('is scrubbed with the run: both stand at the same step, in the past and in mid-training', async () => {
    const { session } = open();
    await session.step(20);
    const pair = forked(session, rate(0.3));
    const apart: string[] = [];
    pair.subscribe(() => {
      const steps = [pair.cursor, pair.frame?.step, pair.forkFrame?.step];
      if (pair.state.kind === 'running' && new Set(steps).size > 1) apart.push(steps.join(' '));
    });
    pair.play({ pace: Infinity });
    await until(() => pair.cursor > 120);
    pair.pause();
    await until(() => pair.state.kind === 'paused');
    expect(apart).toEqual([]);
    expect(pair.main.cursor).toBe(pair.fork.cursor);
    await pair.seek(7);
    expect([pair.cursor, pair.frame?.step, pair.forkFrame?.step]).toEqual([7, 7, 7]);
    expect(pair.frame?.arrays).toEqual(pair.forkFrame?.arrays);
    await pair.seek(1e9);
    expect(pair.cursor).toBe(pair.last);
    pair.dispose();
  });

  it('keeps to the pace', async () => {
    const { session } = open();
    await session.prepare();
    const pair = forked(session, rate(0.3));
    await pair.prepare();
    const began = performance.now();
    pair.play({ pace: 20 });
    await until(() => pair.cursor >= 6);
    // The sixth step is due after five twentieths of a second.
    expect(performance.now() - began).toBeGreaterThan(240);
    pair.dispose();
  });

  it('is turned with the run, but for the knob in which it differs; both start anew together', async () => {
    const { session } = open();
    await session.step(10);
    const pair = forked(session, rate(0.3));
    await pair.step(5);
    await pair.change({ values: rate(0.05) });
    expect([pair.main.values, pair.fork.values]).toEqual([rate(0.05), rate(0.3)]);
    expect(pair.fork.record.interventions).toHaveLength(1);
    await pair.change({ seed: 9 });
    expect([pair.cursor, pair.main.recipe.seed, pair.fork.recipe.seed, pair.fork.record.latest]).toEqual([0, 9, 9, 0]);
    await pair.step(4);
    expect(pair.fork.record.loss[0]).toBe(pair.main.record.loss[0]);
    expect(pair.fork.record.loss[3]).not.toBe(pair.main.record.loss[3]);
    await pair.reset();
    expect([pair.cursor, pair.fork.values]).toEqual([0, rate(0.3)]);
    pair.dispose();
  });

  it('is edited with the run in mid-training, at the same step', async () => {
    const { session } = open();
    await session.prepare();
    const pair = forked(session, rate(0.3));
    pair.play({ pace: Infinity });
    await until(() => pair.cursor > 10);
    await pair.edit([{ variable: 'tiny/kernel', index: 1, value: 3 }]);
    expect(pair.state.kind).toBe('running');
    const steps = [pair.main, pair.fork].map(({ record }) => record.interventions.find(({ kind }) => kind === 'edit')?.step);
    expect(steps[0]).toBe(steps[1]);
    pair.dispose();
  });

  it('stands still after starting anew and after undoing, as a run alone does', async () => {
    const { session } = open();
    await session.prepare();
    const pair = forked(session, rate(0.3));
    const playOn = async (): Promise<void> => {
      const from = pair.cursor;
      pair.play({ pace: Infinity });
      await until(() => pair.cursor > from + 10);
    };
    await playOn();
    await pair.reset();
    await wait(60);
    expect([pair.state.kind, pair.cursor, pair.main.cursor, pair.fork.cursor]).toEqual(['paused', 0, 0, 0]);
    await playOn();
    await pair.change({ seed: 5 });
    await wait(60);
    expect([pair.state.kind, pair.cursor, pair.main.cursor, pair.fork.cursor]).toEqual(['paused', 0, 0, 0]);
    await playOn();
    await pair.edit([{ variable: 'tiny/kernel', index: 1, value: 3 }]);
    expect(pair.state.kind).toBe('running');
    await pair.undo();
    const { cursor } = pair;
    await wait(60);
    expect([pair.state.kind, pair.cursor]).toEqual(['paused', cursor]);
    pair.dispose();
  });

  it('takes exactly the steps asked for from where both stand, also in mid-training and while steps are taken', async () => {
    const { session } = open();
    await session.prepare();
    const pair = forked(session, rate(0.3));
    pair.play({ pace: Infinity });
    await until(() => pair.cursor > 50);
    const seen = new Set<number>();
    pair.subscribe(() => seen.add(pair.cursor));
    await pair.step(3);
    const [last = 0, before = 0] = [...seen].reverse();
    expect(last - before).toBe(3);
    expect([pair.state.kind, pair.cursor, pair.main.cursor, pair.fork.cursor]).toEqual(['paused', last, last, last]);
    await Promise.all([pair.step(4), pair.step(2)]);
    expect([pair.cursor, pair.main.cursor, pair.fork.cursor]).toEqual([last + 6, last + 6, last + 6]);
    pair.dispose();
  });

  it('that breaks stops both and stays where it ended; then the run goes on', async () => {
    const { session } = open();
    await session.step(5);
    const pair = forked(session, rate(1e30));
    pair.play({ pace: Infinity });
    await until(() => isBroken(pair.fork) && pair.state.kind === 'paused');
    const end = pair.fork.last;
    expect(pair.state).toMatchObject({ kind: 'paused', reason: { kind: 'non-finite' } });
    expect([pair.cursor, pair.main.cursor]).toEqual([end, end]);
    await pair.step(20);
    expect([pair.cursor, pair.main.cursor, pair.fork.cursor]).toEqual([end + 20, end + 20, end]);
    expect(pair.forkFrame?.step).toBe(end);
    await pair.seek(end - 1);
    await pair.step(5);
    expect([pair.cursor, pair.fork.cursor]).toEqual([end + 4, end]);
    pair.dispose();
  });

  it('pauses both where a condition of one comes true', async () => {
    const { session } = open();
    await session.prepare();
    const pair = forked(session, rate(0.3));
    // The fork learns faster: its loss falls below this first.
    pair.play({ pace: Infinity, breakpoints: ['loss < 0.01'] });
    await until(() => pair.state.kind === 'paused' && pair.cursor > 0);
    expect(pair.state).toMatchObject({ reason: { kind: 'breakpoint' } });
    expect([pair.main.cursor, pair.fork.cursor]).toEqual([pair.cursor, pair.cursor]);
    expect(pair.fork.record.loss[pair.cursor - 1]).toBeLessThan(0.01);
    expect(pair.main.record.loss[pair.cursor - 1]).toBeGreaterThan(0.01);
    pair.dispose();
  });

  it('pauses both also where that is the last step of a round', async () => {
    const { session } = open();
    await session.prepare();
    const pair = forked(session, rate(0.3));
    // The first round is of one step.
    pair.play({ pace: Infinity, breakpoints: ['step == 1'] });
    await until(() => pair.state.kind === 'paused' && pair.cursor > 0);
    expect([pair.cursor, pair.main.cursor, pair.fork.cursor]).toEqual([1, 1, 1]);
    pair.dispose();
  });

  it('does not train out of sight, and goes on when it is seen again', async () => {
    const { session } = open();
    await session.prepare();
    const pair = forked(session, rate(0.3));
    pair.play({ pace: Infinity });
    await until(() => pair.cursor > 5);
    pair.setVisible(false);
    await wait(150);
    const here = pair.cursor;
    await wait(100);
    expect(pair.cursor).toBe(here);
    pair.setVisible(true);
    await until(() => pair.cursor > here);
    pair.dispose();
  });

  it('goes on alone when it is adopted, and the run when it is closed', async () => {
    const { session } = open();
    await session.step(5);
    const pair = forked(session, rate(0.3));
    await pair.step(5);
    const { kept, left } = pair.part('fork');
    left.dispose();
    await kept.step(5);
    expect(kept.record.latest).toBe(15);
    expect(parting(kept.record.loss, await straightLosses(kept))).toBe('nowhere');
    kept.dispose();
  });
});
