/** What demos ask of their runs: declared on both sides, the same compiled as eagerly, and recorded. */
import { describe, expect, it } from 'vitest';
import { demos } from '../../src/demos/registry';
import { loadDemo } from '../../src/demos/load';
import { askedValues, defaultsOf } from '../../src/demos/resolve';
import type { Values } from '../../src/demos/declaration';
import type { BackendName } from '../../src/engine/protocol';
import { ask } from '../../src/engine/worker/run/ask';
import { labTrainer } from '../../src/engine/worker/lab';
import { alwaysWanted } from '../../src/engine/worker/still-wanted';

const asking = [...demos].filter(([, { asks = [] }]) => asks.length > 0);

describe.each(asking)('%s', (id, demo) => {
  const values = askedValues(demo, defaultsOf(demo));
  const along = Object.entries(demo.along ?? {});
  const questions = [
    ...(demo.asks ?? []).map((question) => [question, values] as const),
    ...along.map(([name, { values: own }]) => [name, own] as const),
  ];
  const answersOf = async (backend: BackendName, question: string, asked: Values) => {
    const trainer = await labTrainer(backend, id, demo);
    try {
      trainer.advance();
      return await ask(trainer, { question, values: asked, seed: demo.seed }, alwaysWanted);
    } finally {
      trainer.dispose();
    }
  };

  it.each(questions)('answers "%s" compiled as eagerly', async (question, asked) => {
    const eager = await answersOf('wasm', question, asked);
    const compiled = await answersOf('compiled', question, asked);
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

  it.runIf(along.length > 0)('has recorded what is asked at fixed steps, at each of them up to the end of the run', async () => {
    const { recording } = await loadDemo(id);
    for (const [question, { steps, shown }] of along) {
      const recorded = recording?.along?.[question] ?? [];
      expect(recorded.map(({ step }) => step)).toEqual(steps.filter((step) => step <= demo.steps));
      for (const { arrays } of recorded) expect(Object.keys(arrays)).toEqual(shown);
    }
  });

  it.runIf(along.length > 0)('answers what is asked at fixed steps as it was recorded: the same seed, the same answer', async () => {
    const { recording } = await loadDemo(id);
    const trainer = await labTrainer(demo.reference ?? 'cpu', id, demo);
    for (const [question, { values: own, shown }] of along) {
      const answer = await ask(trainer, { question, values: own, seed: demo.seed }, alwaysWanted);
      for (const name of shown) expect(Array.from(answer[name]?.data ?? [])).toEqual(recording?.along?.[question]?.[0]?.arrays[name]?.data);
    }
    trainer.dispose();
  });

  it.runIf(along.length > 0)('measures at the steps that are asked of', async () => {
    const { recording } = await loadDemo(id);
    for (const [, { steps }] of along)
      for (const step of steps.filter((one) => one <= demo.steps)) expect(recording?.evaluatedAt).toContain(step);
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
