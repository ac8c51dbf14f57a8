import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../../src/engine/session-api';
import type { FakeWorker } from './in-process';
import { isPaused, open, parting, straightLosses, until, wait } from './tiny-session';

type Act =
  | { readonly kind: 'step' | 'seek' | 'play'; readonly amount: number }
  | { readonly kind: 'set' | 'edit'; readonly value: number }
  | { readonly kind: 'crash' | 'lose' };

async function act(session: Session, worker: FakeWorker, one: Act): Promise<void> {
  switch (one.kind) {
    case 'step':
      return session.step(one.amount);
    case 'seek':
      return session.seek(Math.floor((session.record.latest * one.amount) / 40));
    case 'play':
      session.play({ pace: Infinity });
      await wait(one.amount / 4);
      session.pause();
      return;
    case 'set':
      return session.change({ values: { learningRate: one.value } });
    case 'edit':
      return session.edit([{ variable: 'tiny/kernel', index: 1, value: one.value }]);
    case 'crash':
      return worker.crash();
    case 'lose':
      return worker.lose('cpu');
  }
}

describe('whatever a reader does', () => {
  it('leaves a record that a straight run with the same interventions repeats bit for bit', async () => {
    const value = fc.integer({ min: 1, max: 99 }).map((hundredths) => hundredths / 100);
    const amount = fc.integer({ min: 1, max: 40 });
    const doing: fc.Arbitrary<Act> = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('step' as const, 'seek' as const, 'play' as const), amount }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('set' as const, 'edit' as const), value }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash' as const) }) },
    );
    const acts = fc.array(fc.record({ one: doing, waits: fc.boolean() }), { minLength: 3, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const { session, worker } = open();
        let crashes = 0;
        for (const { one, waits } of list) {
          if (one.kind === 'crash' && ++crashes > 2) continue;
          const done = act(session, worker, one);
          if (waits) await done;
        }
        await session.prepare();
        session.pause();
        await session.seek(session.record.latest);
        await until(isPaused(session));
        expect(session.exact).toBe(true);
        expect(parting(session.record.loss, await straightLosses(session))).toBe('nowhere');
        session.dispose();
      }),
      { numRuns: 25, seed: 7, timeout: 20_000 },
    );
  });
});
