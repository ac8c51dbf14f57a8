import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it, vi } from 'vitest';
import demo from '../../../src/demos/mlp-playground/demo';
import { Breakpoints } from '../../../src/engine/worker/run/breakpoints';
import { labTrainer } from '../../../src/engine/worker/lab';
import { trainSlice } from '../../../src/engine/worker/run/slice';
import type { Trainer } from '../../../src/engine/worker/run/trainer';

const ID = 'mlp-playground';

async function losses(trainer: Trainer, steps: number): Promise<number[]> {
  await trainer.collect();
  for (let i = 0; i < steps; i++) trainer.advance();
  return [...(await trainer.collect()).loss];
}

describe.each(['cpu', 'wasm'] as const)('a trainer on %s', (backend) => {
  it('gives the same losses bit for bit from the same seed, and others from another', async () => {
    const first = await labTrainer(backend, ID, demo, { seed: 5, values: { dropout: 0.3, batchNorm: true } });
    const second = await labTrainer(backend, ID, demo, { seed: 5, values: { dropout: 0.3, batchNorm: true } });
    const third = await labTrainer(backend, ID, demo, { seed: 6, values: { dropout: 0.3, batchNorm: true } });
    const curve = await losses(first, 30);
    expect(curve.every(Number.isFinite)).toBe(true);
    expect(await losses(second, 30)).toEqual(curve);
    expect(await losses(third, 30)).not.toEqual(curve);
    for (const one of [first, second, third]) one.dispose();
  });

  it.each(['sgd', 'momentum', 'rmsprop', 'adam'] as const)('restores a snapshot with %s and goes on bit for bit', async (optimiser) => {
    const trainer = await labTrainer(backend, ID, demo, { values: { optimiser, l2: 0.01, schedule: 'cosine' } });
    await losses(trainer, 12);
    const snapshot = await trainer.snapshot();
    const onwards = await losses(trainer, 12);
    trainer.restore(snapshot);
    expect(trainer.step).toBe(12);
    expect(await losses(trainer, 12)).toEqual(onwards);
    trainer.dispose();
  });

  it('evaluates at the end alone where only the end counts, and trains the same', async () => {
    const [every, end] = [await labTrainer(backend, ID, demo), await labTrainer(backend, ID, demo)];
    end.evaluateOnlyFor(25);
    for (const trainer of [every, end]) while (trainer.step < 25) trainer.advanceUpTo(25 - trainer.step);
    const [all, last] = [await every.collect(), await end.collect()];
    expect([...last.loss]).toEqual([...all.loss]);
    expect(all.evaluatedAt.length).toBeGreaterThan(last.evaluatedAt.length);
    expect([...last.evaluatedAt].at(-1)).toBe([...all.evaluatedAt].at(-1));
    for (const [name, series] of Object.entries(all.evaluated)) expect(last.evaluated[name]?.at(-1)).toBe(series.at(-1));
    for (const one of [every, end]) one.dispose();
  });

  it('evaluates nothing that is trained aside, and goes on evaluating afterwards', async () => {
    const trainer = await labTrainer(backend, ID, demo);
    await trainer.collect();
    const evaluate = vi.spyOn(trainer.model, 'evaluate');
    await trainer.aside(undefined, () => {
      while (trainer.step < 30) trainer.advanceUpTo(30 - trainer.step);
      return Promise.resolve();
    });
    expect(evaluate).not.toHaveBeenCalled();
    expect(trainer.step).toBe(0);
    while (trainer.step < 30) trainer.advanceUpTo(30 - trainer.step);
    expect((await trainer.collect()).evaluatedAt.length).toBeGreaterThan(0);
    trainer.dispose();
  });

  it('replays interventions at their steps', async () => {
    const trainer = await labTrainer(backend, ID, demo);
    const start = await trainer.snapshot();
    await losses(trainer, 5);
    trainer.intervene([{ kind: 'set', values: { learningRate: 0.5 } }]);
    trainer.intervene([{ kind: 'edit', variable: 'output/bias', index: 0, value: 2 }]);
    const after = await losses(trainer, 5);
    trainer.restore(start);
    expect((await losses(trainer, 10)).slice(5)).toEqual(after);
    trainer.dispose();
  });

  it('keeps as many tensors over many steps, and leaves none behind', async () => {
    const before = memory().numTensors;
    const trainer = await labTrainer(backend, ID, demo, { values: { clipNorm: 1, dropout: 0.2, batchNorm: true, l1: 0.001 } });
    await losses(trainer, 10);
    await trainer.frame();
    const held = memory().numTensors;
    await losses(trainer, 200);
    await trainer.frame();
    expect(memory().numTensors).toBe(held);
    // States kept for going back are as many tensors each as the model has, and never more than three.
    for (let i = 0; i < 5; i++) await trainSlice(trainer, { steps: 3, over: () => false });
    expect(trainer.tensorsKept).toBe(
      3 * (trainer.model.variables.length + trainer.model.state.length + trainer.model.optimiser.slots.length),
    );
    expect(memory().numTensors).toBe(held + trainer.tensorsKept);
    trainer.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

describe('a slice', () => {
  it('stops at the very step where a condition comes true, however many steps it took at once', async () => {
    const plain = await labTrainer('cpu', ID, demo);
    const curve = await losses(plain, 60);
    const limit = curve[40] ?? NaN;
    const expected = curve.findIndex((loss) => loss <= limit) + 1;
    for (const batch of [1, 7, 60]) {
      const trainer = await labTrainer('cpu', ID, demo);
      await trainer.collect();
      const breakpoints = new Breakpoints(trainer.model, [`loss <= ${limit}`]);
      let paused = false;
      while (!paused) {
        const { pause } = await trainSlice(trainer, {
          steps: batch,
          over: () => false,
          breakpoints,
        });
        paused = pause !== undefined;
      }
      expect(trainer.step).toBe(expected);
      trainer.dispose();
    }
    plain.dispose();
  });

  it('stops before a loss that is not finite and names the tensor that went first', async () => {
    const trainer = await labTrainer('cpu', ID, demo, {
      values: { dataset: 'plane', optimiser: 'sgd', learningRate: 10, activations: ['relu'], hidden: [16, 16, 16], batchSize: 32 },
    });
    await trainer.collect();
    const { pause, block } = await trainSlice(trainer, { steps: 400, over: () => false });
    expect(pause?.kind).toBe('non-finite');
    expect([...block.loss].every(Number.isFinite)).toBe(true);
    if (pause?.kind !== 'non-finite') return;
    expect(pause.finding.step).toBe(trainer.step);
    expect(trainer.model.spec?.nodes.map(({ id }) => id)).toContain(pause.finding.layer);
    expect(pause.finding.causes.length).toBeGreaterThan(0);
    trainer.dispose();
  });
});
