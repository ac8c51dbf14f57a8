/** The explosion is caught where it happens, and explained: which tensor first, of which layer, how large a step before. */
import { expect, it } from 'vitest';
import demo from '../../../src/demos/exploding/demo';
import { labTrainer } from '../../../src/engine/worker/lab';
import { explainNonFinite } from '../../../src/engine/worker/run/non-finite';

it.each([1, 2, 3])('names the step, the first tensor and its size before, from seed %i', async (seed) => {
  const trainer = await labTrainer('cpu', 'exploding', demo, { values: { clipNorm: 1000 }, seed });
  trainer.remember();
  let broken = -1;
  for (let step = 0; broken < 0 && step < 10; step++) {
    trainer.advance();
    const [loss = NaN] = (await trainer.collect()).loss;
    if (!Number.isFinite(loss)) broken = step;
    trainer.remember();
  }
  expect(broken).toBeGreaterThanOrEqual(1);
  const found = await explainNonFinite(trainer, broken);
  trainer.dispose();
  expect(found.step).toBeLessThanOrEqual(broken);
  expect(found.layer).toMatch(/^(hidden\d+(-activation)?|output)$/);
  expect(found.tensor.startsWith(found.layer)).toBe(true);
  // The activations of a step before are those of weights twice He's: large, and finite.
  if (found.what === 'activation') expect(found.before).toBeGreaterThan(10);
  expect(found.causes.length).toBeGreaterThan(0);
  expect(found.remedies.map(({ en }) => en).join(' ')).toMatch(/clip/i);
});
