/** A run over sequences: names of things in, a target for every step, padded places left out, eagerly and compiled. */
import { describe, expect, it } from 'vitest';
import { askedBy } from '../../../src/engine/breakpoints/asked';
import { readCondition } from '../../../src/engine/breakpoints/condition';
import { vocabularyOf } from '../../../src/engine/breakpoints/quantities';
import { useBackend } from '../../../src/engine/worker/backends/backends';
import type { AnyDefinition } from '../../../src/engine/worker/model/build-model';
import { probe } from '../../../src/engine/worker/look/probe';
import { Trainer } from '../../../src/engine/worker/run/trainer';
import { Watch } from '../../../src/engine/worker/look/watch';
import { scalarArray } from '../../../src/ml/data/rows';
import type { ModelOptions } from '../../../src/ml/model';
import { buildNetwork } from '../../../src/ml/network';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';
import { program } from '../../../src/ml/blueprint/program';
import { supervisedModel } from '../../../src/ml/tasks/supervised';

const [SAMPLES, STEPS, NAMES] = [8, 5, 4];

/** Names one, tells of each step which name came before it; the first step has none, and does not count. */
const network: NetworkSpec = {
  name: 'before',
  inputs: { tokens: { shape: [STEPS], kind: 'indices', size: NAMES } },
  nodes: [
    { id: 'embedding', layer: 'embedding', from: ['tokens'], options: { size: NAMES, units: 4 } },
    { id: 'cell', layer: 'recurrent', from: ['embedding'], options: { cell: 'lstm', units: 12 } },
    { id: 'mix', layer: 'attention', from: ['cell'], options: { heads: 2, causal: true } },
    { id: 'output', layer: 'dense', from: ['mix'], options: { units: NAMES } },
  ],
  outputs: ['output'],
};

const definition: AnyDefinition = {
  create({ random }: ModelOptions<object>) {
    const built = buildNetwork(network, random.fork('weights'));
    const settings = program({
      network,
      loss: 'crossEntropy',
      data: { kind: 'rows', rows: [], classes: NAMES },
      optimiser: { name: 'adam' },
      learningRate: 0.01,
    });
    return supervisedModel({
      program: () => settings,
      network: built,
      random,
      batch(step) {
        const stream = random.fork('batch').fork(step);
        const tokens = Int32Array.from({ length: SAMPLES * STEPS }, () => stream.integer(NAMES));
        const shape = [SAMPLES, STEPS];
        return {
          inputs: { tokens: { shape, data: tokens } },
          t: { shape, data: Int32Array.from(tokens, (_, i) => (i % STEPS === 0 ? 0 : (tokens[i - 1] ?? 0))) },
          weights: { shape, data: Float32Array.from(tokens, (_, i) => (i % STEPS === 0 ? 0 : 1)) },
        };
      },
      evaluateEvery: 1000,
      evaluate: () => ({}),
      frame: () => ({ nothing: scalarArray(0) }),
      dispose: () => built.dispose(),
    });
  },
};

async function trained(compiled: boolean, steps: number): Promise<{ readonly trainer: Trainer; readonly losses: Float32Array }> {
  expect(await useBackend(compiled ? 'compiled' : 'cpu')).toBeUndefined();
  const trainer = await Trainer.create({ demo: 'none', values: {}, seed: 3, interventions: [] }, definition, { compiled });
  await trainer.collect();
  while (trainer.step < steps) trainer.advanceUpTo(steps - trainer.step);
  return { trainer, losses: (await trainer.collect()).loss };
}

describe('a run over sequences', () => {
  it('is the same compiled and eagerly', async () => {
    const eager = await trained(false, 8);
    eager.trainer.dispose();
    const compiled = await trained(true, 8);
    compiled.trainer.dispose();
    expect(eager.losses).toHaveLength(8);
    expect(Math.abs((eager.losses[0] ?? NaN) - Math.log(NAMES))).toBeLessThan(0.5);
    eager.losses.forEach((loss, i) => expect(compiled.losses[i]).toBeCloseTo(loss, 4));
  });

  it('learns to remember, and shows its gates, its state and where it attends by name', async () => {
    const { trainer, losses } = await trained(true, 400);
    // A net that forgot each token would stay at the logarithm of their number.
    expect(losses.at(-1)).toBeLessThan(0.2);
    const seen = await probe(trainer, ['cell', 'mix']);
    expect(seen.summaries['activations/cell#gates']?.shape.slice(1)).toEqual([STEPS, 48]);
    expect(seen.summaries['activations/cell#state']?.shape.slice(1)).toEqual([STEPS, 12]);
    const weights = seen.arrays['activations/mix#weights'];
    expect(weights?.shape.slice(1)).toEqual([2, STEPS, STEPS]);
    // The first step sees itself alone.
    expect(weights?.data[0]).toBe(1);
    expect(weights?.data[1]).toBe(0);
    expect(seen.arrays['inputs/weights']?.shape.slice(1)).toEqual([STEPS]);
    trainer.dispose();
  });

  it.each([false, true])(
    'is stopped by what a gate does, and runs on without a gate, a state’s unit, a head (compiled: %s)',
    async (compiled) => {
      const { trainer } = await trained(compiled, 3);
      const condition = readCondition('largest(cell#gates) <= 1', vocabularyOf([], network));
      if (!('expression' in condition)) throw new Error('the condition was not read');
      const watch = new Watch(trainer.model, askedBy([condition]));
      watch.look(trainer);
      trainer.advance();
      watch.trained(trainer);
      const largest = (await watch.read())['largest(cell#gates)']?.[0] ?? NaN;
      watch.dispose();
      expect(largest).toBeGreaterThan(0.5);
      expect(largest).toBeLessThan(1);
      const off = [
        { kind: 'unit', layer: 'cell#gates', unit: 13, on: false },
        { kind: 'unit', layer: 'cell#state', unit: 2, on: false },
        { kind: 'unit', layer: 'mix#weights', unit: 1, on: false },
      ] as const;
      trainer.intervene(off);
      expect(() => trainer.intervene([{ kind: 'unit', layer: 'mix#weights', unit: 2, on: false }])).toThrow('mix#weights');
      for (let i = 0; i < 4; i++) trainer.advance();
      const { arrays } = await probe(trainer, ['cell', 'mix']);
      const of = (name: string, columns: number, column: number): number[] =>
        [...(arrays[name]?.data ?? [])].filter((_, i) => i % columns === column);
      // A forget gate without weights is half open; a unit of the state whose candidate has none stays at zero.
      expect(new Set(of('activations/cell#gates', 48, 13))).toEqual(new Set([0.5]));
      expect(new Set(of('activations/cell#state', 12, 2))).toEqual(new Set([0]));
      expect(new Set([...(arrays['weights/mix/outputKernel']?.data ?? [])].slice(72))).toEqual(new Set([0]));
      trainer.dispose();
    },
  );
});
