/** What demos ask of their runs: declared on both sides, the same compiled as eagerly, and recorded. */
import { describe, expect, it } from 'vitest';
import { demos } from '../../src/demos/registry';
import { loadDemo } from '../../src/demos/load';
import { askedValues, defaultsOf } from '../../src/demos/resolve';
import type { BackendName } from '../../src/engine/protocol';
import { ask } from '../../src/engine/worker/run/ask';
import { labTrainer } from '../../src/engine/worker/lab';
import { alwaysWanted } from '../../src/engine/worker/still-wanted';

const asking = [...demos].filter(([, { asks = [] }]) => asks.length > 0);

describe.each(asking)('%s', (id, demo) => {
  const values = askedValues(demo, defaultsOf(demo));
  const answersOf = async (backend: BackendName, question: string) => {
    const trainer = await labTrainer(backend, id, demo);
    try {
      trainer.advance();
      return await ask(trainer, { question, values, seed: demo.seed }, alwaysWanted);
    } finally {
      trainer.dispose();
    }
  };

  it.each(demo.asks ?? [])('answers "%s" compiled as eagerly', async (question) => {
    const eager = await answersOf('wasm', question);
    const compiled = await answersOf('compiled', question);
    expect(Object.keys(compiled)).toEqual(Object.keys(eager));
    for (const [name, { shape, data }] of Object.entries(eager)) {
      expect(compiled[name]?.shape).toEqual(shape);
      const numbers = Array.from(data);
      const others = Array.from(compiled[name]?.data ?? []);
      const largest = Math.max(...numbers.map(Math.abs));
      const apart = Math.max(...numbers.map((value, i) => Math.abs(value - (others[i] ?? NaN))));
      expect(apart).toBeLessThanOrEqual(1e-4 * largest);
    }
  });

  it('has its answers recorded, for the values of the declaration', async () => {
    const { recording } = await loadDemo(id);
    expect(Object.keys(recording?.answers ?? {})).toEqual(demo.asks);
    for (const answer of Object.values(recording?.answers ?? {})) expect(answer.values).toEqual(values);
  });
});

describe('every demo', () => {
  it('that has a knob for a question asks one', () => {
    const idle = [...demos].filter(([, { parameters, asks = [] }]) => {
      return asks.length === 0 && Object.values(parameters).some(({ effect }) => effect === 'ask');
    });
    expect(idle.map(([id]) => id)).toEqual([]);
  });
});
