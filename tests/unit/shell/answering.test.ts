/** When a demo's pictures ask their run, and what they are given meanwhile. */
import { describe, expect, it } from 'vitest';
import { answeringOf } from '../../../src/shell/answering';
import type { Demo } from '../../../src/demos/declaration';
import type { Answered } from '../../../src/engine/session-api';
import { Refused } from '../../../src/engine/waiting';
import type { Controller } from '../../../src/shell/controller';

const text = { zh: '不行', en: 'refused' };
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A run that is asked by hand: what was asked, and how each question ends. */
function bench(asks: Pick<Demo, 'asks' | 'along'> = { asks: ['reading'] }) {
  const asked: {
    readonly question: string;
    readonly values: unknown;
    readonly at: number | undefined;
    readonly end: (answer: Answered | Error | undefined) => void;
  }[] = [];
  const listeners = new Set<() => void>();
  const known = new Map<unknown, Answered>();
  const session = {
    state: { kind: 'paused' },
    exact: true,
    frame: { step: 3, arrays: {} },
    record: { latest: 0, metricsAt: (step: number) => ({ bits: 10 - step }) },
    answered: (_: string, __: unknown, at?: number) => known.get(at ?? session.frame),
    ask: (question: string, values: unknown, at?: number) =>
      new Promise<Answered | undefined>((resolve, reject) => {
        asked.push({
          question,
          values,
          at,
          end: (answer) => {
            if (answer instanceof Error) return reject(answer);
            if (answer !== undefined) known.set(at ?? session.frame, answer);
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
    loaded: { demo: { ...asks, parameters } },
    frame: { show: (one: unknown) => shown.push(one) },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const answering = answeringOf(controller as unknown as Controller);
  const tell = (): void => listeners.forEach((listener) => listener());
  const answers = () => answering.answersOf(session as never);
  const past = () => answering.pastOf(session as never);
  return { answering, answers, past, asked, controller, listeners, session, shown, tell };
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
    session.record = { ...session.record };
    expect(answers()).toEqual({});
  });
});

describe('what pictures ask of the steps behind a run', () => {
  const along = { sample: { values: { temperature: 1 }, steps: [0, 25, 50], shown: ['text'] } };

  it('is asked of each step once it is behind, one after the other, with values of its own', async () => {
    const { answering, asked, past, session, tell } = bench({ along });
    answering.listen(() => undefined);
    tell();
    expect(asked.map(({ question, values, at }) => [question, values, at])).toEqual([['sample', { temperature: 1 }, 0]]);
    asked[0]?.end(answer(0));
    await settled();
    tell();
    expect([asked.length, past()]).toEqual([1, { sample: [{ ...answer(0), metrics: { bits: 10 } }] }]);
    session.record = { ...session.record, latest: 60 };
    tell();
    expect(asked.map(({ at }) => at)).toEqual([0, 25]);
    asked[1]?.end(answer(25));
    await settled();
    expect(asked.map(({ at }) => at)).toEqual([0, 25, 50]);
    asked[2]?.end(answer(50));
    await settled();
    tell();
    expect([asked.length, past()['sample']?.map(({ step }) => step)]).toEqual([3, [0, 25, 50]]);
  });

  it('that came to nothing is asked again when the run says something, and that is refused is not', async () => {
    const { answering, asked, shown, tell } = bench({ along });
    answering.listen(() => undefined);
    asked[0]?.end(undefined);
    await settled();
    expect(asked).toHaveLength(1);
    tell();
    expect(asked).toHaveLength(2);
    asked[1]?.end(new Refused(text));
    await settled();
    tell();
    expect([asked.length, shown]).toEqual([2, [{ refusal: text }]]);
  });
});
