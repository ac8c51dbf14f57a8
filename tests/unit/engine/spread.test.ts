/** Steps of many networks, trained by several workers: what the run comes to does not depend on how many there are. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import sweep from '../../../src/demos/sweep/demo';
import { defaultsOf } from '../../../src/demos/resolve';
import { useBackend } from '../../../src/engine/worker/backends/backends';
import { loadDefinition } from '../../../src/engine/worker/model/load-definition';
import { trainSlice } from '../../../src/engine/worker/run/slice';
import { Trainer } from '../../../src/engine/worker/run/trainer';
import { sharesOf } from '../../../src/engine/worker/spread/spread';
import type { Intervention, MetricsBlock, Snapshot } from '../../../src/engine/protocol';
import { inProcessHelpers, type FakeHelpers } from './in-process-helpers';

const STEPS = 130;
const recipe = { demo: 'sweep', values: defaultsOf(sweep), seed: 1, interventions: [] };

let trainer: Trainer | undefined;

async function made(helpers?: FakeHelpers, interventions: readonly Intervention[] = [], compiled = true): Promise<Trainer> {
  await useBackend('compiled');
  const definition = await loadDefinition('sweep');
  if (definition === undefined) throw new Error('there is no demo "sweep"');
  trainer = await Trainer.create({ ...recipe, interventions }, definition, { compiled, helpers });
  return trainer;
}

/** Trains slices up to a step, and as many of its steps by helpers as there are ready for. */
async function trainTo(one: Trainer, end: number): Promise<{ readonly blocks: MetricsBlock[]; readonly helped: number }> {
  const blocks = [await one.collect()];
  let helped = 0;
  while (one.step < end) {
    const { helping, step } = one;
    const long = end - step >= 32;
    const { block } = await trainSlice(one, { steps: end - step, over: () => true });
    if (helping > 0 && long) helped += one.step - step;
    blocks.push(block);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { blocks, helped };
}

const lossesOf = (blocks: readonly MetricsBlock[]): number[] => blocks.flatMap(({ loss }) => [...loss]);
const evaluatedOf = (blocks: readonly MetricsBlock[], name: string): number[] =>
  blocks.flatMap(({ evaluated }) => [...(evaluated[name] ?? [])]);

async function waitForHelpers(one: Trainer, count: number): Promise<void> {
  // The first long slice asks for them.
  while (one.helping < count) {
    await one.advanceSpread(Infinity);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

let alone: { readonly losses: number[]; readonly correlation: number[]; readonly snapshot: Snapshot };

beforeAll(async () => {
  const one = await made();
  const { blocks, helped } = await trainTo(one, STEPS);
  expect(helped).toBe(0);
  alone = { losses: lossesOf(blocks), correlation: evaluatedOf(blocks, 'wholeCorrelation'), snapshot: await one.snapshot() };
  one.dispose();
  trainer = undefined;
});

afterEach(() => {
  trainer?.dispose();
  trainer = undefined;
});

it('members are cut into shares without a gap, as equal as can be', () => {
  expect(sharesOf(10, 3)).toEqual([
    { from: 0, to: 3 },
    { from: 3, to: 7 },
    { from: 7, to: 10 },
  ]);
});

describe('a run whose members are trained by several workers', () => {
  for (const count of [2, 3]) {
    it(`has the bits of one that is trained alone: losses, evaluations, weights, with ${count} of them`, async () => {
      const helpers = inProcessHelpers(count, loadDefinition);
      const one = await made(helpers);
      await waitForHelpers(one, count);
      const { blocks, helped } = await trainTo(one, STEPS);
      // The first seed has networks that diverge early: they are among those that helpers train.
      expect(helped).toBeGreaterThan(STEPS / 2);
      expect(lossesOf(blocks)).toEqual(alone.losses);
      expect(evaluatedOf(blocks, 'wholeCorrelation')).toEqual(alone.correlation);
      expect(await one.snapshot()).toEqual(alone.snapshot);
      expect(evaluatedOf(blocks, 'diverged').at(-1)).toBeGreaterThan(0);
    });
  }

  it('goes on alone where a helper is lost in the middle of its work, with the same bits', async () => {
    const helpers = inProcessHelpers(2, loadDefinition);
    const one = await made(helpers);
    await waitForHelpers(one, 2);
    const first = await one.collect();
    const lost = one.advanceSpread(STEPS);
    helpers.crash();
    expect(await lost).toBe(false);
    expect([one.helping, helpers.alive(), one.step]).toEqual([0, 0, 0]);
    const { blocks, helped } = await trainTo(one, STEPS);
    expect(helped).toBe(0);
    expect(lossesOf([first, ...blocks])).toEqual(alone.losses);
    expect(await one.snapshot()).toEqual(alone.snapshot);
  });

  it('is done with alone where something is done to it: an edited weight counts from its step on, as it does alone', async () => {
    const interventions = [{ kind: 'edit', step: 70, variable: 'hidden1/kernel', index: 5, value: 3 }] as const;
    const single = await made(undefined, interventions);
    const wanted = await trainTo(single, STEPS);
    const wantedEnd = await single.snapshot();
    single.dispose();
    const helpers = inProcessHelpers(2, loadDefinition);
    const one = await made(helpers, interventions);
    await waitForHelpers(one, 2);
    const { blocks, helped } = await trainTo(one, STEPS);
    expect(helped).toBeGreaterThan(60);
    expect(lossesOf(blocks)).toEqual(lossesOf(wanted.blocks));
    expect(evaluatedOf(blocks, 'bestLoss')).toEqual(evaluatedOf(wanted.blocks, 'bestLoss'));
    expect(await one.snapshot()).toEqual(wantedEnd);
  });

  it('is trained alone where workers cannot be made, where there is one core, and for a few steps', async () => {
    const none = {
      most: 4,
      make: () => {
        throw new Error('no workers here');
      },
    };
    const one = await made({ ...none, alive: () => 0, crash: () => undefined });
    expect(await one.advanceSpread(100)).toBe(false);
    expect(one.helping).toBe(0);
    one.dispose();
    const single = inProcessHelpers(1, loadDefinition);
    const other = await made(single);
    expect(await other.advanceSpread(100)).toBe(false);
    expect(single.alive()).toBe(0);
    other.dispose();
    const few = inProcessHelpers(2, loadDefinition);
    const last = await made(few);
    expect(await last.advanceSpread(10)).toBe(false);
    expect(few.alive()).toBe(0);
  });

  it('asks for no helpers where its steps are not compiled', async () => {
    const helpers = inProcessHelpers(2, loadDefinition);
    const one = await made(helpers, [], false);
    expect(await one.advanceSpread(100)).toBe(false);
    expect(helpers.alive()).toBe(0);
  });

  it('ends its helpers with it', async () => {
    const helpers = inProcessHelpers(2, loadDefinition);
    const one = await made(helpers);
    await waitForHelpers(one, 2);
    expect(helpers.alive()).toBe(2);
    one.dispose();
    trainer = undefined;
    expect(helpers.alive()).toBe(0);
    expect(one.helping).toBe(0);
  });
});
