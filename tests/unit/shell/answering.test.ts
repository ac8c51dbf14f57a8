/** When a demo's pictures ask their run, and what they are given meanwhile. */
import { describe, expect, it } from 'vitest';
import { answeringOf } from '../../../src/shell/answering';
import type { Answered } from '../../../src/engine/session-api';
import { Refused } from '../../../src/engine/waiting';
import type { Controller } from '../../../src/shell/controller';

const text = { zh: '不行', en: 'refused' };
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A run that is asked by hand: what was asked, and how each question ends. */
function bench() {
  const asked: { readonly question: string; readonly values: unknown; readonly end: (answer: Answered | Error | undefined) => void }[] = [];
  const listeners = new Set<() => void>();
  const known = new Map<unknown, Answered>();
  const session = {
    state: { kind: 'paused' },
    exact: true,
    frame: { step: 3, arrays: {} },
    record: {},
    answered: () => known.get(session.frame),
    ask: (question: string, values: unknown) =>
      new Promise<Answered | undefined>((resolve, reject) => {
        asked.push({
          question,
          values,
          end: (answer) => {
            if (answer instanceof Error) return reject(answer);
            if (answer !== undefined) known.set(session.frame, answer);
            resolve(answer);
          },
        });
      }),
  };
  const shown: unknown[] = [];
  const parameters = {
    prompt: { kind: 'text', default: 'a', most: 9, effect: 'ask' },
    learningRate: { kind: 'range', default: 1, effect: 'live' },
  };
  const controller = {
    session,
    values: { prompt: 'a', learningRate: 1 } as Record<string, unknown>,
    comparison: {},
    loaded: { demo: { asks: ['reading'], parameters } },
    frame: { show: (one: unknown) => shown.push(one) },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const answering = answeringOf(controller as unknown as Controller);
  const tell = (): void => listeners.forEach((listener) => listener());
  const answers = () => answering.answersOf(session as never);
  return { answering, answers, asked, controller, listeners, session, shown, tell };
}

const answer = (step: number): Answered => ({ step, arrays: {} });

describe('what pictures ask of a run', () => {
  it('is asked once as long as nothing changes that it depends on, by the values of questions alone', async () => {
    const { answering, answers, asked, tell } = bench();
    answering.listen(() => undefined);
    tell();
    expect(asked.map(({ question, values }) => [question, values])).toEqual([['reading', { prompt: 'a' }]]);
    asked[0]?.end(answer(3));
    await settled();
    tell();
    expect([asked.length, answers()]).toEqual([1, { reading: answer(3) }]);
  });

  it('is asked anew at another frame and with other values, and the one before stays until then', async () => {
    const { answering, answers, asked, controller, session, tell } = bench();
    answering.listen(() => undefined);
    asked[0]?.end(answer(3));
    await settled();
    session.frame = { step: 4, arrays: {} };
    tell();
    expect([asked.length, answers()]).toEqual([2, { reading: answer(3) }]);
    asked[1]?.end(answer(4));
    await settled();
    session.frame = { step: 5, arrays: {} };
    controller.values = { prompt: 'b', learningRate: 1 };
    tell();
    expect([asked.length, asked[2]?.values, answers()]).toEqual([3, { prompt: 'b' }, { reading: answer(4) }]);
  });

  it('is not asked of a run that is elsewhere than what is shown, nor while nobody looks', () => {
    const { answering, asked, listeners, session, tell } = bench();
    session.exact = false;
    const stop = answering.listen(() => undefined);
    tell();
    expect(asked).toEqual([]);
    stop();
    expect(listeners.size).toBe(0);
  });

  it('that is refused is said, and shows no answer; of another run nothing is shown either', async () => {
    const { answering, answers, asked, session, shown } = bench();
    answering.listen(() => undefined);
    asked[0]?.end(new Refused(text));
    await settled();
    expect([shown, answers(), asked.length]).toEqual([[{ refusal: text }], {}, 1]);
    session.record = {};
    expect(answers()).toEqual({});
  });
});
