/** A lab goes on from the run that it has just made where only what is switched off then differs, and nobody can tell. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import demo from '../../../src/demos/mlp-playground/demo';
import { createLab } from '../../../src/engine/worker/lab';
import { Trainer } from '../../../src/engine/worker/run/trainer';

const ID = 'mlp-playground';
const values = { hidden: [4, 3], activations: ['tanh'], optimiser: 'adam' };
const off = (step: number) => [{ layer: 'hidden1', unit: 1, step }];

afterEach(() => vi.restoreAllMocks());

describe.each(['cpu', 'compiled'] as const)('a lab on %s', (backend) => {
  it.each([
    [12, 12],
    [12, 25],
  ])('switches a unit off at step %i of a run to %i as in a run of its own, bit for bit', async (step, steps) => {
    const alone = await createLab(backend, ID, demo).run({ values, seed: 2, steps, off: off(step) });
    const undone = vi.spyOn(Trainer.prototype, 'undo');
    const lab = createLab(backend, ID, demo);
    const whole = await lab.run({ values, seed: 2, steps: step });
    for (let time = 1; time <= 2; time++) {
      const gone = await lab.run({ values, seed: 2, steps, off: off(step) });
      expect(undone).toHaveBeenCalledTimes(time);
      expect(gone).toEqual(alone);
    }
    expect(alone.arrays).not.toEqual(whole.arrays);
  });

  it('begins anew where anything else differs', async () => {
    const undone = vi.spyOn(Trainer.prototype, 'undo');
    const lab = createLab(backend, ID, demo);
    await lab.run({ values, seed: 2, steps: 6 });
    const others = [
      { values, seed: 3, steps: 8, off: off(6) },
      { values: { ...values, hidden: [5, 3] }, seed: 2, steps: 8, off: off(6) },
      { values, seed: 2, steps: 8, off: off(5) },
      { values, seed: 2, steps: 5, off: off(6) },
    ];
    for (const other of others) {
      expect(await lab.run(other)).toEqual(await createLab(backend, ID, demo).run(other));
    }
    expect(undone).not.toHaveBeenCalled();
  });
});
