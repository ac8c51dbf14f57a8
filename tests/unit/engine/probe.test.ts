import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import playground from '../../../src/demos/mlp-playground/demo';
import { labTrainer } from '../../../src/engine/worker/lab';
import { probe } from '../../../src/engine/worker/look/probe';
import { Trainer } from '../../../src/engine/worker/run/trainer';
import { useBackend } from '../../../src/engine/worker/backends/backends';
import { tinyDefinition, tinyRecipe } from './tiny-model';

const values = { hidden: [4, 3], activations: ['relu'], optimiser: 'momentum', dropout: 0.2, batchNorm: true };

async function trained(steps: number, more = {}): Promise<Trainer> {
  const trainer = await labTrainer('cpu', 'mlp-playground', playground, { values: { ...values, ...more } });
  for (let i = 0; i < steps; i++) trainer.advance();
  return trainer;
}

describe('a probe', () => {
  it('leaves a run bit for bit as it was, what it has not told among it, and no tensor behind', async () => {
    const [looked, plain] = [await trained(7), await trained(7)];
    const held = memory().numTensors;
    looked.intervene([{ kind: 'unit', layer: 'hidden1', unit: 0, on: false }]);
    plain.intervene([{ kind: 'unit', layer: 'hidden1', unit: 0, on: false }]);
    const seen = await probe(looked, ['hidden1']);
    await probe(looked, ['hidden1'], await looked.snapshot());
    expect(memory().numTensors).toBe(held);
    expect(seen.step).toBe(7);
    expect(looked.step).toBe(7);
    for (const trainer of [looked, plain]) for (let i = 0; i < 7; i++) trainer.advance();
    expect(await looked.collect()).toEqual(await plain.collect());
    expect(await looked.snapshot()).toEqual(await plain.snapshot());
    looked.dispose();
    plain.dispose();
  });

  it('sees at a snapshot what was to be seen there, and the run stands where it stood', async () => {
    const trainer = await trained(4);
    const [then, snapshot] = [await probe(trainer, ['hidden2']), await trainer.snapshot()];
    for (let i = 0; i < 9; i++) trainer.advance();
    const here = await trainer.snapshot();
    const again = await probe(trainer, ['hidden2'], snapshot);
    expect({ ...again, milliseconds: 0 }).toEqual({ ...then, milliseconds: 0 });
    expect(await trainer.snapshot()).toEqual(here);
    trainer.dispose();
  });

  it('gives the update that the next step then makes, and none to a frozen layer', async () => {
    const trainer = await trained(5);
    trainer.intervene([{ kind: 'freeze', layer: 'hidden2', on: true }]);
    const before = (await trainer.snapshot()).arrays;
    const { arrays, summaries } = await probe(trainer, ['hidden1', 'hidden2']);
    trainer.advance();
    const after = (await trainer.snapshot()).arrays;
    const expected = Float32Array.from(after['hidden1/kernel']?.data ?? [], (value, i) => value - (before['hidden1/kernel']?.data[i] ?? 0));
    expect(arrays['updates/hidden1/kernel']?.data).toEqual(expected);
    expect(summaries['updates/hidden2/kernel']?.norm).toBe(0);
    expect(summaries['gradients/hidden2/kernel']?.norm).toBeGreaterThan(0);
    trainer.dispose();
  });

  it('gives in full only what is asked for, of as many samples as its activations', async () => {
    const trainer = await trained(1, { batchSize: 10 });
    const { arrays, summaries } = await probe(trainer, ['hidden1']);
    expect(Object.keys(arrays).some((name) => name.includes('hidden2'))).toBe(false);
    expect(Object.keys(summaries)).toContain('weights/hidden2/kernel');
    expect(Object.keys(summaries)).toContain('activations/hidden2-activation');
    const rows = arrays['inputs/x']?.shape[0] ?? 0;
    expect(rows).toBeGreaterThanOrEqual(128);
    expect(arrays['activations/hidden1']?.shape).toEqual([rows, 4]);
    trainer.dispose();
  });

  it('finds the ReLU that is dead: one of four whose bias is far below zero', async () => {
    const trainer = await trained(3, { batchNorm: false });
    trainer.intervene([{ kind: 'edit', variable: 'hidden1/bias', index: 2, value: -100 }]);
    expect((await probe(trainer, [])).summaries['activations/hidden1-activation']?.dead).toBe(0.25);
    trainer.dispose();
  });
});

describe('of a model of two weights', () => {
  beforeAll(async () => {
    await useBackend('cpu');
  });

  it('the loss, the gradient and the update are those of the closed form', async () => {
    // loss = mean((w - 1/4)²), slope w - 1/4 each (two weights), plain descent at rate 0.1.
    const trainer = await Trainer.create(tinyRecipe, tinyDefinition());
    const weights = [...((await trainer.snapshot()).arrays['tiny/kernel']?.data ?? [])];
    const seen = await probe(trainer, ['tiny']);
    const errors = weights.map((value) => value - 0.25);
    expect(seen.loss).toBeCloseTo(errors.reduce((sum, error) => sum + error ** 2, 0) / 2, 5);
    seen.arrays['gradients/tiny/kernel']?.data.forEach((value, i) => expect(value).toBeCloseTo(errors[i] ?? NaN, 5));
    seen.arrays['updates/tiny/kernel']?.data.forEach((value, i) => expect(value).toBeCloseTo(-0.1 * (errors[i] ?? NaN), 5));
    expect(seen.metrics['distance']).toBeCloseTo(weights.reduce((sum, value) => sum + Math.abs(value), 0) / 2, 5);
    expect(seen.summaries['gradients/tiny/kernel']?.norm).toBeCloseTo(Math.hypot(...errors), 5);
    trainer.dispose();
  });
});
