/** The sizes that breakpoints ask for: against closed forms, and compiled against eager, beside a step that stays what it is. */
import { describe, expect, it } from 'vitest';
import lenet from '../../../src/demos/lenet/demo';
import playground from '../../../src/demos/mlp-playground/demo';
import { defaultsOf } from '../../../src/demos/resolve';
import type { Demo, Values } from '../../../src/demos/declaration';
import { Breakpoints } from '../../../src/engine/worker/run/breakpoints';
import { useBackend } from '../../../src/engine/worker/backends/backends';
import { askedBy } from '../../../src/engine/breakpoints/asked';
import { readCondition } from '../../../src/engine/breakpoints/condition';
import { vocabularyOf } from '../../../src/engine/breakpoints/quantities';
import { loadDefinition } from '../../../src/engine/worker/model/load-definition';
import { Trainer } from '../../../src/engine/worker/run/trainer';
import { Watch } from '../../../src/engine/worker/look/watch';
import { tinyDefinition, tinyRecipe } from './tiny-model';

const BACKENDS = ['cpu', 'compiled'] as const;
type Backend = (typeof BACKENDS)[number] | 'wasm';

async function trainerOf(backend: Backend, id: string, demo: Demo, values: Values): Promise<Trainer> {
  await useBackend(backend);
  const definition = await loadDefinition(id);
  if (definition === undefined) throw new Error(`there is no demo "${id}"`);
  const recipe = { demo: id, values: { ...defaultsOf(demo), ...values }, seed: 5, interventions: [] };
  return Trainer.create(recipe, definition, { compiled: backend === 'compiled' });
}

/** What is asked for, at each of so many steps. */
async function watched(trainer: Trainer, quantities: readonly string[], steps: number): Promise<Record<string, number[]>> {
  const vocabulary = vocabularyOf('any', trainer.model.spec ?? 'none');
  const conditions = quantities.map((one) => readCondition(`${one} >= 0`, vocabulary)).filter((one) => 'expression' in one);
  const watch = new Watch(trainer.model, askedBy(conditions));
  for (let i = 0; i < steps; i++) {
    watch.look(trainer);
    trainer.advance();
    watch.trained(trainer);
  }
  const measured = await watch.read();
  return Object.fromEntries(Object.entries(measured).map(([name, numbers]) => [name, [...numbers]]));
}

function expectClose(given: Record<string, number[]>, wanted: Record<string, number[]>, tolerance: number): void {
  expect(Object.keys(given)).toEqual(Object.keys(wanted));
  for (const [name, numbers] of Object.entries(wanted)) {
    numbers.forEach((number, step) => {
      const one = given[name]?.[step] ?? NaN;
      if (!(Math.abs(one - number) <= tolerance * Math.max(1e-3, Math.abs(number))))
        expect.fail(`${name} at step ${step}: ${one}, not ${number}`);
    });
  }
}

describe.each(BACKENDS)('sizes on %s', (backend) => {
  it('are those of the closed form', async () => {
    await useBackend(backend);
    const trainer = await Trainer.create({ ...tinyRecipe, values: {} }, tinyDefinition(), { compiled: backend === 'compiled' });
    // loss = mean((w - 0.25)²) of two weights: the gradient is w - 0.25, the update a tenth of it.
    let weights = [...((await trainer.snapshot()).arrays['tiny/kernel']?.data ?? [])];
    const wanted: Record<string, number[]> = { gradNorm: [], weightNorm: [], updateRatio: [] };
    for (let step = 0; step < 12; step++) {
      const gradient = weights.map((weight) => weight - 0.25);
      wanted['gradNorm']?.push(Math.hypot(...gradient));
      wanted['weightNorm']?.push(Math.hypot(...weights));
      wanted['updateRatio']?.push((0.1 * Math.hypot(...gradient)) / Math.hypot(...weights));
      weights = weights.map((weight, i) => weight - 0.1 * (gradient[i] ?? NaN));
    }
    expectClose(await watched(trainer, ['gradNorm', 'weightNorm', 'updateRatio'], 12), wanted, 1e-5);
    trainer.dispose();
  });

  it('leave the run as it is without them, bit for bit', async () => {
    const values = { dropout: 0.2, optimiser: 'adam' };
    const [plain, looked] = [
      await trainerOf(backend, 'mlp-playground', playground, values),
      await trainerOf(backend, 'mlp-playground', playground, values),
    ];
    await watched(looked, ['gradNorm', 'updateRatio', 'dead(hidden1)'], 25);
    for (let i = 0; i < 25; i++) plain.advance();
    expect((await looked.snapshot()).arrays).toEqual((await plain.snapshot()).arrays);
    plain.dispose();
    looked.dispose();
  });
});

describe('compiled sizes are the eager ones', () => {
  const cases: readonly (readonly [string, Demo, Values, readonly string[], number])[] = [
    [
      'mlp-playground',
      playground,
      { dropout: 0.2, activations: ['relu'], hidden: [8, 8] },
      [
        'gradNorm',
        'gradNorm(hidden1)',
        'weightNorm(hidden2)',
        'updateRatio',
        'updateRatio(hidden2)',
        'largest(hidden1)',
        'dead(hidden1)',
        'saturated(hidden2)',
      ],
      30,
    ],
    ['lenet', lenet, {}, ['gradNorm', 'largest(conv1)', 'saturated(conv1)', 'dead(conv2)', 'weightNorm'], 2],
  ];
  it.each(cases)('%s', async (id, demo, values, quantities, steps) => {
    const results: Record<string, number[]>[] = [];
    for (const backend of ['wasm', 'compiled'] as const) {
      const trainer = await trainerOf(backend, id, demo, values);
      results.push(await watched(trainer, quantities, steps));
      trainer.dispose();
    }
    const [eager = {}, compiled = {}] = results;
    expect(Object.keys(eager).sort()).toEqual([...quantities].sort());
    expectClose(compiled, eager, 1e-3);
  });
});

it('a knob that is turned, and other breakpoints, change what is looked at', async () => {
  const trainer = await trainerOf('compiled', 'mlp-playground', playground, {});
  const first = await watched(trainer, ['gradNorm'], 3);
  trainer.intervene([{ kind: 'set', values: { learningRate: 0.5 } }]);
  const second = await watched(trainer, ['updateRatio', 'weightNorm'], 3);
  const eager = await trainerOf('cpu', 'mlp-playground', playground, {});
  expectClose(first, await watched(eager, ['gradNorm'], 3), 1e-3);
  eager.intervene([{ kind: 'set', values: { learningRate: 0.5 } }]);
  expectClose(second, await watched(eager, ['updateRatio', 'weightNorm'], 3), 1e-3);
  trainer.dispose();
  eager.dispose();
});

it.each(['gradNorm(hidden1) < 0.05', 'gradNorm < 0.1'])(
  'the breakpoint %s is found at the same step, compiled and eager',
  async (condition) => {
    const found: number[] = [];
    for (const backend of BACKENDS) {
      const trainer = await trainerOf(backend, 'mlp-playground', playground, { learningRate: 0.3 });
      const breakpoints = new Breakpoints(trainer.model, [condition]);
      for (let i = 0; i < 200; i++) {
        breakpoints.look(trainer);
        trainer.advance();
        breakpoints.trained(trainer);
      }
      found.push((await breakpoints.firstHits(await trainer.collect()))?.step ?? NaN);
      trainer.dispose();
    }
    expect(found[0]).toBeGreaterThan(0);
    expect(found[1]).toBe(found[0]);
  },
);
