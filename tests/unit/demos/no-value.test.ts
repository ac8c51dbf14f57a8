import { expect, it } from 'vitest';
import demo from '../../../src/demos/chain-rule/demo';
import { labTrainer } from '../../../src/engine/worker/lab';
import { explainNonFinite } from '../../../src/engine/worker/run/non-finite';

it('a formula without a value at its start is explained as that, not as a learning rate that is too large', async () => {
  const trainer = await labTrainer('cpu', 'chain-rule', demo, { values: { expression: 'log(x-3)+y', start: 'x = 3, y = 1' } });
  trainer.advance();
  await trainer.collect();
  const { step, causes, remedies } = await explainNonFinite(trainer, 0);
  expect(step).toBe(0);
  expect(causes.map(({ en }) => en).join()).toMatch(/^the formula has no value where its variables stand/);
  expect(remedies.map(({ en }) => en).join()).toMatch(/^move the variables/);
  trainer.dispose();
});
