/** Questions put to a run: exact, without a trace, the latest alone, in pieces that can be taken back. */
import { describe, expect, it } from 'vitest';
import type { HostArray } from '../../../src/ml/model';
import type { Values } from '../../../src/demos/declaration';
import type { Session } from '../../../src/engine/session-api';
import { ask } from '../../../src/engine/worker/run/ask';
import { useBackend } from '../../../src/engine/worker/backends/backends';
import { alwaysWanted } from '../../../src/engine/worker/still-wanted';
import { Trainer } from '../../../src/engine/worker/run/trainer';
import { bench } from './host-bench';
import { tinyDefinition, tinyRecipe } from './tiny-model';
import { isPaused, open, parting, straightLosses, until } from './tiny-session';

const numbers = (array: HostArray | undefined): number[] => Array.from(array?.data ?? []);

describe('a question', () => {
  it.each(['cpu', 'compiled'] as const)('is answered by the weights as they are, and leaves the run as it was: %s', async (backend) => {
    await useBackend(backend);
    const definition = tinyDefinition();
    const [asked, plain] = [
      await Trainer.create(tinyRecipe, definition, { compiled: backend === 'compiled' }),
      await Trainer.create(tinyRecipe, definition, { compiled: backend === 'compiled' }),
    ];
    for (let step = 0; step < 12; step++) {
      asked.advance();
      plain.advance();
      const { arrays } = await plain.snapshot();
      const [a = 0, b = 0] = numbers(arrays['tiny/kernel']);
      const answer = await ask(asked, { question: 'weighed', values: { x: 3 }, seed: 1 }, alwaysWanted);
      expect(numbers(answer['sum'])).toEqual([Math.fround(Math.fround(3 * a) + b)]);
    }
    expect([...(await asked.collect()).loss]).toEqual([...(await plain.collect()).loss]);
    expect((await asked.snapshot()).arrays).toEqual((await plain.snapshot()).arrays);
    asked.dispose();
    plain.dispose();
  });

  it('of many pieces gives what the last one answers, the same for the same seed', async () => {
    await useBackend('cpu');
    const trainer = await Trainer.create(tinyRecipe, tinyDefinition());
    const walk = async (seed: number): Promise<number[]> =>
      numbers((await ask(trainer, { question: 'walk', values: { x: 4 }, seed }, alwaysWanted))['place']);
    const first = await walk(5);
    expect(first).toHaveLength(1);
    expect(await walk(5)).toEqual(first);
    expect(await walk(6)).not.toEqual(first);
    trainer.dispose();
  });

  it('that the model does not know is refused in words', async () => {
    const { tell, create, next } = bench();
    create(1);
    await next('ready');
    tell({ type: 'ask', run: 1, question: 'nothing', values: {}, seed: 1 });
    expect(await next('refused')).toMatchObject({ command: 'ask', number: 1, message: { en: 'this model has no question "nothing"' } });
  });

  it('in pieces ends where another of its name is asked, or where it is cancelled, and says so without an answer', async () => {
    const { tell, create, next } = bench();
    create(1);
    await next('ready');
    tell({ type: 'ask', run: 1, question: 'walk', values: { x: 1e9 }, seed: 1 });
    tell({ type: 'ask', run: 1, question: 'walk', values: { x: 2 }, seed: 1 });
    const [first, second] = [await next('answered'), await next('answered')];
    expect([first.number, first.arrays, second.number]).toEqual([1, undefined, 2]);
    expect(second.arrays).toBeDefined();
    tell({ type: 'ask', run: 1, question: 'walk', values: { x: 1e9 }, seed: 1 });
    tell({ type: 'cancel', run: 1 });
    expect((await next('answered')).arrays).toBeUndefined();
    tell({ type: 'step', run: 1, count: 2 });
    expect((await next('paused')).step).toBe(2);
  });
});

/** The answer as numbers, at whichever step. */
async function weighed(session: Session, values: Values): Promise<{ readonly step: number; readonly sum: number }> {
  const answer = await session.ask('weighed', values);
  if (answer === undefined) throw new Error('nothing was answered');
  return { step: answer.step, sum: answer.arrays['sum']?.data[0] ?? NaN };
}

describe('a session that asks', () => {
  it('knows the same answer at the same step again without asking, and another after an edit there', async () => {
    const { session, worker } = open();
    const asks = (): number => worker.commands.filter(({ type }) => type === 'ask').length;
    await session.step(20);
    const late = await weighed(session, { x: 2 });
    await session.seek(6);
    const early = await weighed(session, { x: 2 });
    expect([late.step, early.step, asks()]).toEqual([20, 6, 2]);
    expect(await weighed(session, { x: 2 })).toEqual(early);
    expect(session.answered('weighed', { x: 2 })?.step).toBe(6);
    expect([session.answered('weighed', { x: 3 }), asks()]).toEqual([undefined, 2]);
    await session.edit([{ variable: 'tiny/kernel', index: 1, value: 7 }]);
    expect(session.answered('weighed', { x: 2 })).toBeUndefined();
    const edited = await weighed(session, { x: 2 });
    expect(edited.sum).not.toBe(early.sum);
    // What was answered is what a straight run answers.
    const { session: straight } = open();
    await straight.step(20);
    expect(await weighed(straight, { x: 2 })).toEqual(late);
    session.dispose();
    straight.dispose();
  });

  it('asks in mid-training where the run stands by then, and trains on, bit for bit', async () => {
    const { session } = open();
    session.play({ pace: Infinity });
    await until(() => session.record.latest > 10);
    for (const x of [1, 2, 3]) expect((await weighed(session, { x })).step).toBeGreaterThan(9);
    session.pause();
    await until(isPaused(session));
    expect(parting(session.record.loss, await straightLosses(session))).toBe('nowhere');
    session.dispose();
  });

  it('is told of the latest alone; those before it come to nothing', async () => {
    const { session } = open();
    const answers = await Promise.all([1, 2, 3].map((x) => session.ask('weighed', { x })));
    expect(answers.map((answer) => answer?.step)).toEqual([undefined, undefined, 0]);
    session.dispose();
  });
});

describe('a session that asks of a step that is past', () => {
  /** The sum that a straight run answers with at a step. */
  const straightSum = async (step: number): Promise<number> => {
    const { session } = open();
    await session.step(step);
    const { sum } = await weighed(session, { x: 2 });
    session.dispose();
    return sum;
  };
  const past = async (session: Session, step: number): Promise<number | undefined> =>
    (await session.ask('weighed', { x: 2 }, step))?.arrays['sum']?.data[0];

  it('is answered as a run that stands there is, and neither cursor nor run is moved by it', async () => {
    const { session, worker } = open();
    await session.step(20);
    await session.seek(11);
    for (const step of [0, 7, 20]) expect(await past(session, step)).toBe(await straightSum(step));
    expect([session.cursor, session.state.kind, session.record.latest]).toEqual([11, 'paused', 20]);
    // What is known is not asked again, and is another thing than what is known at the cursor.
    const asks = worker.commands.filter(({ type }) => type === 'ask').length;
    expect(await past(session, 7)).toBe(session.answered('weighed', { x: 2 }, 7)?.arrays['sum']?.data[0]);
    expect(worker.commands.filter(({ type }) => type === 'ask')).toHaveLength(asks);
    expect(session.answered('weighed', { x: 2 })).toBeUndefined();
    await session.seek(20);
    await session.step(10);
    expect(parting(session.record.loss, await straightLosses(session))).toBe('nowhere');
    session.dispose();
  });

  it('asks in mid-training too, and the run trains on, bit for bit', async () => {
    const { session } = open();
    session.play({ pace: Infinity });
    await until(() => session.record.latest > 40);
    for (const step of [3, 12, 40]) expect(await past(session, step)).toBe(await straightSum(step));
    session.pause();
    await until(isPaused(session));
    expect(parting(session.record.loss, await straightLosses(session))).toBe('nowhere');
    session.dispose();
  });

  it('forgets what was answered from where something is done to the weights, and from where the run goes another way', async () => {
    const { session } = open();
    await session.step(20);
    for (const step of [4, 12, 20]) await past(session, step);
    const known = (): number[] => [4, 12, 20].filter((step) => session.answered('weighed', { x: 2 }, step) !== undefined);
    expect(known()).toEqual([4, 12, 20]);
    await session.seek(12);
    expect(known()).toEqual([4, 12, 20]);
    const before = await past(session, 12);
    await session.edit([{ variable: 'tiny/kernel', index: 1, value: 7 }]);
    expect(known()).toEqual([4]);
    expect(await past(session, 12)).not.toBe(before);
    await session.undo();
    expect(known()).toEqual([4]);
    expect(await past(session, 12)).toBe(before);
    await session.reset();
    expect(known()).toEqual([]);
    session.dispose();
  });

  it('gives up one where another of its name is asked, and where the run is left', async () => {
    const { session } = open();
    await session.step(20);
    const one = session.ask('walk', { x: 1e9 }, 3);
    const other = session.ask('walk', { x: 2 }, 5);
    expect((await one)?.step).toBeUndefined();
    expect((await other)?.step).toBe(5);
    const last = session.ask('walk', { x: 1e9 }, 4);
    session.dispose();
    expect(await last).toBeUndefined();
  });
});
