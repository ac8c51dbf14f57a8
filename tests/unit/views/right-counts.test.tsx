import { expect, it } from 'vitest';
import { demos } from '../../../src/demos/registry';
import { defaultsOf } from '../../../src/demos/resolve';
import type { Values } from '../../../src/demos/declaration';
import { labTrainer, trainFor } from '../../../src/engine/worker/lab';
import decisionSurface from '../../../src/views/decision-surface';

/** What the picture counts after a run, and what the run measured. */
async function counted(id: string, given: Values, steps: number, options = {}) {
  const demo = demos.get(id);
  if (demo === undefined) throw new Error(`there is no demo "${id}"`);
  const values = { ...defaultsOf(demo), ...given };
  const trainer = await labTrainer('compiled', id, demo, { values, seed: 1 });
  let accuracy: number | undefined;
  await trainFor(trainer, steps, ({ evaluated }) => (accuracy = evaluated['testAccuracy']?.at(-1) ?? accuracy));
  const { step, arrays } = await trainer.frame();
  const { spec } = trainer.model;
  const data = decisionSurface.read({ step, arrays, metrics: {}, values, spec }, options);
  trainer.dispose();
  if (data === undefined) throw new Error('nothing to draw');
  return { data, accuracy: accuracy ?? NaN };
}

it.each([
  ['mlp-playground', { dataset: 'circle', hidden: [] }, 500, 0.412],
  ['linear-collapse', {}, 400, 0.34],
] as const)(
  '%s: the held-out points on the right side are the accuracy that the chapter names, and fewer than half',
  async (id, values, steps, said) => {
    const { data, accuracy } = await counted(id, values, steps);
    const [training, heldOut] = data.counts;
    const right = heldOut?.labels.reduce((sum, one) => sum + one.right, 0) ?? NaN;
    expect(accuracy).toBeCloseTo(said, 6);
    expect(right / 250).toBeCloseTo(accuracy, 6);
    // What the chapter explains it by: of 500 points, 250 of each class, the held-out half has what the other lacks.
    expect(training?.labels.map(({ label, count }) => [label, count])).toEqual([
      [1, 122],
      [-1, 128],
    ]);
    expect(heldOut?.labels.map(({ count }) => count)).toEqual([128, 122]);
    for (const lang of ['zh', 'en'] as const) expect(decisionSurface.describe(data, lang)).toMatch(new RegExp(`${right}( of | / )250`));
  },
);

it('counts as the accuracy does where scores are exactly 0: of a ReLU at the end, all over one side of the plane', async () => {
  const { data, accuracy } = await counted('neuron', { activation: 'relu' }, 150);
  const { right, count } = (data.counts[1]?.labels ?? []).reduce(
    (sum, one) => ({ right: sum.right + one.right, count: sum.count + one.count }),
    { right: 0, count: 0 },
  );
  expect(count).toBeGreaterThan(50);
  expect(right / count).toBeCloseTo(accuracy, 6);
});

it('counts by the surface where it is not that of the network itself, which agrees where both are one', async () => {
  const exact = await counted('linear-collapse', {}, 100);
  const between = await counted('linear-collapse', {}, 100, { surface: 'collapsedSurface' });
  expect(between.data.counts).toEqual(exact.data.counts);
});

it('counts classes together, and values not at all', async () => {
  const classes = await counted('mlp-playground', { dataset: 'multiGauss', hidden: [6], activations: ['relu'] }, 200);
  const right = classes.data.counts[1]?.labels[0]?.right ?? NaN;
  expect(right / 250).toBeCloseTo(classes.accuracy, 6);
  const values = await counted('mlp-playground', { dataset: 'plane' }, 1);
  expect(values.data.counts).toEqual([]);
});
