/** A run that is played at the pace of eyes pauses at its declared length, whatever came between, and then may go on. */
import { describe, expect, it } from 'vitest';
import { ForkedSession } from '../../../src/engine/forked-session';
import { createSession } from '../../../src/engine/session/session';
import { frame, paused, standing } from './session/told';
import { isPaused, open, until } from './tiny-session';

const pace = { steps: 1500 };

describe('a run played at the pace of eyes', () => {
  it('pauses at the declared length and says so, without a mark; played again it goes on', async () => {
    const { session } = open();
    await session.step(1495);
    session.play({ pace });
    await until(isPaused(session));
    expect([session.cursor, session.state]).toEqual([1500, { kind: 'paused', reason: { kind: 'length' } }]);
    expect(session.record.stops).toEqual([]);
    session.play({ pace });
    await until(() => session.cursor > 1503);
    session.dispose();
  });

  it('a breakpoint at that very step has the word', async () => {
    const { session } = open();
    await session.step(1495);
    session.play({ pace, breakpoints: ['step == 1500'] });
    await until(isPaused(session));
    expect(session.state).toMatchObject({ kind: 'paused', reason: { kind: 'breakpoint', step: 1500 } });
    session.dispose();
  });

  it('hidden when it has just arrived, it does not go on without an end when it is seen again', () => {
    const told = standing(1495);
    told.ask({ kind: 'play', pace }).hear(frame(1500));
    // Its pause is on the way when the reader looks elsewhere.
    told.ask({ kind: 'show', visible: false });
    expect(told.state.resume).toMatchObject({ until: 1500 });
    told.hear(paused(told.state.number, 1500)).ask({ kind: 'show', visible: true });
    expect(told.state.job).toMatchObject({ kind: 'play', until: 1500 });
  });

  it('in a fork both pause there, and it is said', async () => {
    const { session } = open();
    await session.step(1495);
    const pair = new ForkedSession(session, createSession(session.forkOptions({ learningRate: 0.05 })), 'learningRate');
    pair.play({ pace });
    await until(() => pair.cursor === 1500 && pair.state.kind === 'paused');
    expect(pair.state).toEqual({ kind: 'paused', reason: { kind: 'length' } });
    await pair.seek(1400);
    expect(pair.state).not.toMatchObject({ reason: { kind: 'length' } });
    pair.dispose();
  });
});
