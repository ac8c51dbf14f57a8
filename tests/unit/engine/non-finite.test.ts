import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { NonFinite } from '../../../src/engine/protocol';
import { useBackend } from '../../../src/engine/worker/backends/backends';
import { trainSlice } from '../../../src/engine/worker/run/slice';
import { Trainer } from '../../../src/engine/worker/run/trainer';
import { tinyDefinition, tinyRecipe, type TinyOptions } from './tiny-model';

let trainer: Trainer;

/** Trains in slices of so many steps until the run breaks. */
async function findingOf(options: TinyOptions, slice: number): Promise<{ finding: NonFinite; losses: number[] }> {
  trainer = await Trainer.create(tinyRecipe, tinyDefinition(options));
  await trainer.collect();
  const losses: number[] = [];
  for (let i = 0; i < 100; i++) {
    const { block, pause } = await trainSlice(trainer, { steps: slice, over: () => false });
    losses.splice(block.from, Infinity, ...block.loss);
    if (pause?.kind === 'non-finite') return { finding: pause.finding, losses };
  }
  throw new Error('the run never broke');
}

/** The weights are finite where the run is left: it can be mended from there. */
async function expectMendable(): Promise<void> {
  const { arrays } = await trainer.snapshot();
  expect(
    Object.values(arrays)
      .flatMap(({ data }) => [...data])
      .every(Number.isFinite),
  ).toBe(true);
}

beforeAll(async () => {
  expect(await useBackend('cpu')).toBeUndefined();
});

afterEach(() => trainer.dispose());

describe.each([1, 3, 50])('a run that breaks, trained in slices of %i', (slice) => {
  it('names the gradient that broke a step before the loss did', async () => {
    // At step 6 the error is 0 and the loss 0 as well, but the slope of the root is not finite.
    const { finding, losses } = await findingOf({ root: true, scale: (step) => (step === 6 ? 0 : 1) }, slice);
    expect(finding).toMatchObject({ step: 6, what: 'gradient', tensor: 'tiny/kernel', layer: 'tiny' });
    expect(finding.before).toBeGreaterThan(0);
    expect(finding.before).toBeLessThan(10);
    expect(losses).toHaveLength(6);
    expect(trainer.step).toBe(6);
    await expectMendable();
  });

  it('names the activation where the forward pass overflows, and its size a step before', async () => {
    const { finding } = await findingOf({ scale: (step) => (step === 5 ? Infinity : 1) }, slice);
    expect(finding).toMatchObject({ step: 5, what: 'activation', tensor: 'tiny', layer: 'tiny' });
    expect(finding.before).toBeGreaterThan(0.1);
    expect(finding.before).toBeLessThan(3);
    await expectMendable();
  });

  it('names the loss where only its sum overflows', async () => {
    // Errors of about 1e20 are finite, their squares are not.
    const { finding } = await findingOf({ scale: (step) => (step === 4 ? 1e20 : 1) }, slice);
    expect(finding).toMatchObject({ step: 4, what: 'loss', tensor: 'loss' });
    await expectMendable();
  });

  it('names the weight that one update threw out, and stands before that update', async () => {
    const { finding } = await findingOf({ rate: (step) => (step === 7 ? Infinity : 0.1) }, slice);
    expect(finding).toMatchObject({ step: 7, what: 'weight', tensor: 'tiny/kernel' });
    expect(finding.before).toBeLessThan(3);
    expect(finding.causes.map(({ en }) => en).join()).toMatch(/single update/);
    await expectMendable();
  });
});

it('explains a run that is broken from its first step', async () => {
  const { finding } = await findingOf({ scale: () => NaN }, 10);
  expect(finding).toMatchObject({ step: 0, what: 'activation', tensor: 'tiny' });
  expect(finding.before).toBeNaN();
  for (const { zh, en } of [...finding.causes, ...finding.remedies]) expect([zh, en].every((words) => words.length > 0)).toBe(true);
});

it('goes on after it has been mended, with the very losses of a run that never broke', async () => {
  let broken = true;
  const { losses } = await findingOf({ scale: (step) => (broken && step === 5 ? Infinity : 1) }, 4);
  broken = false;
  const { block } = await trainSlice(trainer, { steps: 10, over: () => false });
  const sound = await Trainer.create(tinyRecipe, tinyDefinition());
  const straight = await trainSlice(sound, { steps: 15, over: () => false });
  expect([...losses, ...block.loss]).toEqual([...straight.block.loss]);
  sound.dispose();
});
