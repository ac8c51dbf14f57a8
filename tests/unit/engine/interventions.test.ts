import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import demo from '../../../src/demos/mlp-playground/demo';
import type { Action } from '../../../src/engine/protocol';
import { labTrainer } from '../../../src/engine/worker/lab';
import { trainSlice } from '../../../src/engine/worker/run/slice';
import { Trainer } from '../../../src/engine/worker/run/trainer';
import { loadDefinition } from '../../../src/engine/worker/model/load-definition';

const ID = 'mlp-playground';
const values = { hidden: [4, 3], activations: ['tanh'], optimiser: 'adam', batchNorm: true, l2: 0.001 };

async function losses(trainer: Trainer, steps: number): Promise<number[]> {
  await trainer.collect();
  for (let i = 0; i < steps; i++) trainer.advance();
  return [...(await trainer.collect()).loss];
}

async function weight(trainer: Trainer, name: string): Promise<number[]> {
  return [...((await trainer.snapshot()).arrays[name]?.data ?? [])];
}

describe.each(['cpu', 'wasm'] as const)('interventions on %s', (backend) => {
  it('a frozen layer keeps its weights and its moments bit for bit, the others learn, and thawed it learns again', async () => {
    const trainer = await labTrainer(backend, ID, demo, { values });
    await losses(trainer, 5);
    trainer.intervene([{ kind: 'freeze', layer: 'hidden1', on: true }]);
    const before = (await trainer.snapshot()).arrays;
    await losses(trainer, 5);
    const after = (await trainer.snapshot()).arrays;
    for (const name of ['hidden1/kernel', 'hidden1/bias', 'hidden1/kernel/mean', 'hidden1/kernel/square']) {
      expect(before[name], name).toBeDefined();
      expect(after[name], name).toEqual(before[name]);
    }
    expect(after['hidden2/kernel']).not.toEqual(before['hidden2/kernel']);
    trainer.intervene([{ kind: 'freeze', layer: 'hidden1', on: false }]);
    await losses(trainer, 1);
    expect((await trainer.snapshot()).arrays['hidden1/kernel']).not.toEqual(before['hidden1/kernel']);
    trainer.dispose();
  });

  it('a unit that is off is heard by nobody, stays so while others learn, and comes back as it went', async () => {
    const trainer = await labTrainer(backend, ID, demo, { values });
    await losses(trainer, 5);
    const before = await weight(trainer, 'hidden2/kernel');
    trainer.intervene([{ kind: 'unit', layer: 'hidden1', unit: 1, on: false }]);
    await losses(trainer, 7);
    const off = await weight(trainer, 'hidden2/kernel');
    expect(off.slice(3, 6)).toEqual([0, 0, 0]);
    expect(off.slice(0, 3)).not.toEqual(before.slice(0, 3));
    trainer.intervene([{ kind: 'unit', layer: 'hidden1', unit: 1, on: true }]);
    const on = await weight(trainer, 'hidden2/kernel');
    expect(on.slice(3, 6)).toEqual(before.slice(3, 6));
    expect(on.slice(0, 3)).toEqual(off.slice(0, 3));
    trainer.dispose();
  });

  it('units that are off together come back one by one', async () => {
    const trainer = await labTrainer(backend, ID, demo, { values: { ...values, hidden: [4] } });
    const kernel = await weight(trainer, 'output/kernel');
    const bias = await weight(trainer, 'output/bias');
    // Both hold the weight from the one to the other.
    trainer.intervene([{ kind: 'unit', layer: 'hidden1', unit: 2, on: false }]);
    trainer.intervene([{ kind: 'unit', layer: 'output', unit: 0, on: false }]);
    expect(await weight(trainer, 'output/kernel')).toEqual([0, 0, 0, 0]);
    trainer.intervene([{ kind: 'unit', layer: 'output', unit: 0, on: true }]);
    expect(await weight(trainer, 'output/kernel')).toEqual(kernel.map((value, i) => (i === 2 ? 0 : value)));
    expect(await weight(trainer, 'output/bias')).toEqual(bias);
    trainer.intervene([{ kind: 'unit', layer: 'hidden1', unit: 2, on: true }]);
    expect(await weight(trainer, 'output/kernel')).toEqual(kernel);
    trainer.dispose();
  });

  it('a weight that is edited while its unit is off counts when the unit is on again', async () => {
    const trainer = await labTrainer(backend, ID, demo, { values });
    trainer.intervene([{ kind: 'unit', layer: 'hidden1', unit: 0, on: false }]);
    trainer.intervene([{ kind: 'edit', variable: 'hidden2/kernel', index: 1, value: 7 }]);
    expect((await weight(trainer, 'hidden2/kernel'))[1]).toBe(0);
    trainer.intervene([{ kind: 'unit', layer: 'hidden1', unit: 0, on: true }]);
    expect((await weight(trainer, 'hidden2/kernel'))[1]).toBe(7);
    trainer.dispose();
  });

  it('a layer is drawn anew from its own initialiser, another draw gives other weights, and its moments are forgotten', async () => {
    const trainer = await labTrainer(backend, ID, demo, { values: { ...values, initialiser: 'xavierUniform' } });
    await losses(trainer, 5);
    const start = await weight(trainer, 'hidden1/kernel');
    trainer.intervene([{ kind: 'reinitialise', layer: 'hidden1', draw: 1 }]);
    const first = await weight(trainer, 'hidden1/kernel');
    trainer.intervene([{ kind: 'reinitialise', layer: 'hidden1', draw: 2 }]);
    const second = await weight(trainer, 'hidden1/kernel');
    trainer.intervene([{ kind: 'reinitialise', layer: 'hidden1', draw: 1 }]);
    expect(await weight(trainer, 'hidden1/kernel')).toEqual(first);
    expect(first).not.toEqual(start);
    expect(second).not.toEqual(first);
    // Glorot & Bengio 2010: uniform within sqrt(6 / (in + out)).
    expect(Math.max(...first.map(Math.abs))).toBeLessThanOrEqual(Math.sqrt(6 / (2 + 4)));
    expect(await weight(trainer, 'hidden1/kernel/mean')).toEqual(new Array(8).fill(0));
    trainer.dispose();
  });

  it('all of them replay bit for bit: from the start, from a snapshot in between, from a state kept, and in a new run', async () => {
    const trainer = await labTrainer(backend, ID, demo, { values });
    const start = await trainer.snapshot();
    const timeline: readonly (readonly [number, readonly Action[]])[] = [
      [3, [{ kind: 'unit', layer: 'hidden1', unit: 1, on: false }]],
      [5, [{ kind: 'freeze', layer: 'hidden2', on: true }]],
      [6, [{ kind: 'reinitialise', layer: 'hidden2', draw: 0 }]],
      [
        8,
        [
          { kind: 'unit', layer: 'hidden2', unit: 0, on: false },
          { kind: 'edit', variable: 'hidden1/bias', index: 2, value: 0.5 },
        ],
      ],
      [10, [{ kind: 'unit', layer: 'hidden1', unit: 1, on: true }]],
      [12, [{ kind: 'freeze', layer: 'hidden2', on: false }]],
    ];
    const kept = new Map<number, Awaited<ReturnType<Trainer['snapshot']>>>();
    const curve: number[] = [];
    const interventions = [];
    for (let step = 0; step < 16; step++) {
      for (const [at, actions] of timeline) if (at === step) interventions.push(...trainer.intervene(actions));
      kept.set(step, await trainer.snapshot());
      curve.push(...(await losses(trainer, 1)));
    }
    for (const step of [0, 3, 4, 6, 9, 10, 13]) {
      trainer.restore(kept.get(step) ?? start);
      expect(await losses(trainer, 16 - step), `from step ${step}`).toEqual(curve.slice(step));
    }
    trainer.restore(start);
    trainer.remember();
    await losses(trainer, 11);
    expect(trainer.goBackTo(9)).toBe(true);
    expect(await losses(trainer, 7)).toEqual(curve.slice(9));
    const definition = await loadDefinition(ID);
    if (definition === undefined) throw new Error('no model');
    const copy = await Trainer.create({ ...trainer.recipe, interventions }, definition);
    expect(await losses(copy, 16)).toEqual(curve);
    trainer.dispose();
    copy.dispose();
  });

  it('leave no tensor behind', async () => {
    const before = memory().numTensors;
    const trainer = await labTrainer(backend, ID, demo, { values });
    await trainer.collect();
    const held = memory().numTensors;
    trainer.intervene([
      { kind: 'unit', layer: 'hidden1', unit: 1, on: false },
      { kind: 'freeze', layer: 'hidden2', on: true },
      { kind: 'reinitialise', layer: 'output', draw: 0 },
    ]);
    await losses(trainer, 20);
    expect(memory().numTensors).toBe(held);
    await trainSlice(trainer, { steps: 3, over: () => false });
    trainer.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

it('what does not fit the network is refused with the layer’s name, and changes nothing', async () => {
  const trainer = await labTrainer('cpu', ID, demo, { values });
  const before = await trainer.snapshot();
  const wrong: readonly (readonly [Action, RegExp])[] = [
    [{ kind: 'freeze', layer: 'hidden9', on: true }, /hidden9/],
    [{ kind: 'unit', layer: 'hidden1', unit: 4, on: false }, /hidden1.* 5/],
    [{ kind: 'reinitialise', layer: 'hidden1-activation', draw: 0 }, /hidden1-activation/],
  ];
  for (const [doing, message] of wrong)
    expect(() => trainer.intervene([{ kind: 'freeze', layer: 'hidden1', on: true }, doing])).toThrow(message);
  expect(await trainer.snapshot()).toEqual(before);
  await losses(trainer, 1);
  expect((await trainer.snapshot()).arrays['hidden1/kernel']).not.toEqual(before.arrays['hidden1/kernel']);
  trainer.dispose();
});
