import { add, grads, mul, slice, sum, tensor, tidy, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { at, only } from '../../../src/base/at';
import demo from '../../../src/demos/batch-norm/demo';
import { inBatches, statisticsOf } from '../../../src/demos/batch-norm/in-batches';
import batchNormProgram from '../../../src/demos/batch-norm/program';
import { HIDDEN } from '../../../src/demos/batch-norm/setting';
import type { ValuesOf } from '../../../src/demos/declaration';
import { defaultsOf } from '../../../src/demos/resolve';
import { useBackend } from '../../../src/engine/worker/backends/backends';
import { buildNetwork, type Network } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { sequential } from '../../../src/ml/blueprint/sequential';

// The defaults of the declaration are its values.
const values = defaultsOf(demo) as ValuesOf<typeof demo>;

const SIZE = 4;
const BATCHES = 3;

function normals(count: number): number[] {
  const random = createRandom(7).fork('numbers');
  return Array.from({ length: count }, () => random.normal());
}

const network = (): Network => buildNetwork(batchNormProgram(values).network, createRandom(1));
const points = (): Tensor => tensor(normals(2 * SIZE * BATCHES), [SIZE * BATCHES, 2]);
const read = (one: Tensor): number[] => Array.from(one.dataSync());
const outputOf = (one: Network, x: Tensor, training: boolean, weights: Readonly<Record<string, Tensor>> = {}): Tensor =>
  only(one.apply({ x }, { training, weights }).outputs);

function expectClose(given: readonly number[], wanted: readonly number[], tolerance: number): void {
  expect(given).toHaveLength(wanted.length);
  given.forEach((value, i) => expect(Math.abs(value - at(wanted, i))).toBeLessThanOrEqual(tolerance));
}

describe('batches run all at once', () => {
  beforeAll(() => useBackend('cpu'));

  it('give what a training step gives each of them', () => {
    tidy(() => {
      const [one, x] = [network(), points()];
      const each = Array.from({ length: BATCHES }, (_, i) => read(outputOf(one, slice(x, [i * SIZE, 0], [SIZE, 2]), true))).flat();
      expectClose(read(inBatches(one, x, SIZE).scores), each, 1e-5);
    });
  });

  it('leave statistics with which evaluation gives the first of them the same', () => {
    tidy(() => {
      const [one, x] = [network(), points()];
      const together = inBatches(one, x, SIZE);
      const first = slice(x, [0, 0], [SIZE, 2]);
      const weights = statisticsOf(together);
      expect(Object.keys(weights).toSorted()).toEqual(HIDDEN.flatMap(({ norm }) => [`${norm}/runningMean`, `${norm}/runningVariance`]));
      expectClose(read(outputOf(one, first, false, weights)), read(slice(together.scores, [0, 0], [SIZE, 1])), 1e-5);
    });
  });

  it('do not notice that all points were moved, and give points that are alone one answer', () => {
    tidy(() => {
      const [one, x] = [network(), points()];
      const moved = add(x, [[2, -1]]);
      expectClose(read(inBatches(one, moved, SIZE).scores), read(inBatches(one, x, SIZE).scores), 1e-4);
      const [first = NaN, ...others] = read(inBatches(one, x, 1).scores);
      expectClose(
        others,
        others.map(() => first),
        1e-6,
      );
    });
  });
});

describe('what the chapter says of the gradient of batch norm', () => {
  beforeAll(() => useBackend('cpu'));

  const norm = (): Network =>
    buildNetwork(sequential('norm', [1], [{ id: 'one', layer: 'batchNorm', options: { epsilon: 1e-5 } }]), createRandom(1));

  /** The gradient of the sum of weighted outputs by the inputs. */
  const gradientOf = (z: readonly number[], above: readonly number[]): number[] =>
    tidy(() => {
      const one = norm();
      const weights = tensor([...above], [above.length, 1]);
      const by = grads((x: Tensor) => sum<Scalar>(mul(outputOf(one, x, true), weights)));
      return read(only(by([tensor([...z], [z.length, 1])])));
    });

  it('is its formula: without the mean and without what goes along with the normalised values', () => {
    const [z, g] = [normals(6), normals(12).slice(6)];
    const mean = (all: readonly number[]): number => all.reduce((total, value) => total + value, 0) / all.length;
    const middle = mean(z);
    const s = Math.sqrt(mean(z.map((value) => (value - middle) ** 2)) + 1e-5);
    const normalised = z.map((value) => (value - middle) / s);
    const along = mean(g.map((value, i) => value * at(normalised, i)));
    const formula = g.map((value, i) => (value - mean(g) - at(normalised, i) * along) / s);
    const given = gradientOf(z, g);
    expectClose(given, formula, 1e-5);
    expect(Math.abs(given.reduce((total, value) => total + value, 0))).toBeLessThan(1e-5);
  });

  it('is nothing for a batch of two that lie apart, and 1 / sqrt(epsilon) times too much for two that coincide', () => {
    expectClose(gradientOf([3, 1], [0.7, -0.4]), [0, 0], 2e-5);
    const [first = NaN] = gradientOf([1, 1], [1, -1]);
    expect(first).toBeCloseTo(1 / Math.sqrt(1e-5), 0);
  });
});
