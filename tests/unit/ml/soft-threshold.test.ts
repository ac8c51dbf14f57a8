import { scalar, tensor1d, tidy, variable } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOptimiser } from '../../../src/ml/optimisers';
import { softThreshold } from '../../../src/ml/optimisers/soft-threshold';
import { expectClose, on } from './support';

describe('soft thresholds', () => {
  beforeAll(() => on('cpu'));

  it('bring each number nearer to 0 by as much, and what is no farther to 0 itself', () => {
    tidy(() => {
      expect([...softThreshold(tensor1d([3, -3, 0.5, -0.5, 0.4, 0]), scalar(0.5)).dataSync()].map((one) => one + 0)).toEqual([
        2.5, -2.5, 0, 0, 0, 0,
      ]);
    });
  });

  it('are the least of the square and the absolute value together, wherever one begins', () => {
    for (const w of [-1.7, -0.2, 0.05, 0.3, 2]) {
      for (const by of [0.1, 0.3, 1]) {
        const of = (v: number): number => (v - w) ** 2 / 2 + by * Math.abs(v);
        const found = tidy(() => softThreshold(scalar(w), scalar(by)).dataSync()[0] ?? NaN);
        for (let v = -3; v <= 3; v += 0.01) expect(of(found)).toBeLessThanOrEqual(of(v) + 1e-6);
      }
    }
  });

  it('shrink kernels after the step by the rate times the shrinkage, and no bias', () => {
    for (const [name, expected] of [
      ['layer/kernel', [0.82, -1.87, 0.42]],
      ['layer/bias', [0.9, -1.95, 0.5]],
    ] as const) {
      const one = { name, variable: tidy(() => variable(tensor1d([1, -2, 0.5]))) };
      const optimiser = createOptimiser({ name: 'sgd' }, [one]);
      tidy(() => {
        const scalars = Object.entries(optimiser.scalars(0, { learningRate: 0.1, shrinkage: 0.8 }));
        optimiser.apply({ [name]: tensor1d([1, -0.5, 0]) }, Object.fromEntries(scalars.map(([key, value]) => [key, scalar(value)])));
      });
      expectClose([...one.variable.dataSync()], [...expected], 1e-6);
      optimiser.dispose();
      one.variable.dispose();
    }
  });
});
