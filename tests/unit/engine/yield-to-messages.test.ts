import { expect, it } from 'vitest';
import { createYielding } from '../../../src/engine/worker/yield-to-messages';

it('wakes everybody who waits, also where several do at once, in their order', async () => {
  const yieldToMessages = createYielding();
  const woken: number[] = [];
  await Promise.all([1, 2, 3].map((one) => yieldToMessages().then(() => woken.push(one))));
  expect(woken).toEqual([1, 2, 3]);
});
