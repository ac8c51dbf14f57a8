import { expect, it } from 'vitest';
import { createBreathing } from '../../../src/engine/worker/breathe';

it('wakes everybody who breathes, also where several do at once, in their order', async () => {
  const breathe = createBreathing();
  const woken: number[] = [];
  await Promise.all([1, 2, 3].map((one) => breathe().then(() => woken.push(one))));
  expect(woken).toEqual([1, 2, 3]);
});
