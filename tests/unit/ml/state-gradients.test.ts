/** Gradients by the state of each step against central differences of the cells' equations, and where they vanish, against a closed form. */
import { sum, mul, tensor, tidy, type Scalar } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { only } from '../../../src/base/at';
import { buildNetwork } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { stateGradients } from '../../../src/ml/state-gradients';
import type { NetworkSpec } from '../../../src/ml/blueprint/network-spec';
import { dot, states } from './sequence-reference';
import { centralDifferences, expectClose, normals, on } from './support';

beforeAll(() => on('cpu'));

const STEPS = 4;
const FEATURES = 3;
const UNITS = 2;

function network(cell: string, reversed = false, units = UNITS): NetworkSpec {
  return {
    name: 'one',
    inputs: { x: [STEPS, FEATURES] },
    nodes: [{ id: 'state', layer: 'recurrent', from: ['x'], options: { cell, units, reversed } }],
    outputs: ['state'],
  };
}

/** The length, at each step, of what is derived by it; root mean square over samples. */
function lengths(gradients: readonly (readonly number[])[]): number[] {
  return Array.from({ length: STEPS }, (_, step) => {
    const squares = gradients.map((one) => one.slice(step * UNITS, (step + 1) * UNITS).reduce((total, value) => total + value * value, 0));
    return Math.sqrt(squares.reduce((total, one) => total + one, 0) / gradients.length);
  });
}

describe.each(['rnn', 'lstm', 'gru'] as const)('gradients by the state of %s cells', (cell) => {
  it.each([false, true])('are those of the equations, all ways through later states counted; reversed: %s', (reversed) => {
    const built = buildNetwork(network(cell, reversed), createRandom(3));
    const samples = [normals(createRandom(1), STEPS * FEATURES), normals(createRandom(2), STEPS * FEATURES)];
    const above = normals(createRandom(5), STEPS * UNITS);
    const w = Object.fromEntries(built.variables.map(({ name, variable }) => [name.slice('state/'.length), [...variable.dataSync()]]));
    const expected = samples.map((x) => {
      const value = (nudges: readonly number[]): number => {
        const made = states(cell, { x, w, steps: STEPS, features: FEATURES, units: UNITS, nudges }, reversed);
        return dot((reversed ? made.toReversed() : made).flat(), above);
      };
      const inOrderOfReading = centralDifferences(value, new Array<number>(STEPS * UNITS).fill(0));
      if (!reversed) return inOrderOfReading;
      return Array.from({ length: STEPS }, (_, i) => inOrderOfReading.slice((STEPS - 1 - i) * UNITS, (STEPS - i) * UNITS)).flat();
    });
    tidy(() => {
      const weights = tensor(
        [...above, ...above].map((one) => one / 2),
        [2, STEPS, UNITS],
      );
      const sizes = stateGradients({
        network: built,
        nodes: ['state'],
        inputs: { x: tensor(samples.flat(), [2, STEPS, FEATURES]) },
        loss: ([output]) => sum<Scalar>(mul(only(output === undefined ? [] : [output]), weights)),
      });
      expectClose([...only(sizes).dataSync()], lengths(expected), 1e-3);
    });
    built.dispose();
  });
});

describe('gradients too small to be squared', () => {
  it('are still told from zero: a product of slopes and weights', () => {
    const built = buildNetwork(network('rnn', false, 1), createRandom(3));
    tidy(() => {
      for (const { name, variable } of built.variables)
        variable.assign(name.endsWith('recurrentKernel') ? tensor([1e-9], [1, 1]) : mul(variable, 0));
      const sizes = stateGradients({
        network: built,
        nodes: ['state'],
        inputs: { x: tensor(new Array<number>(STEPS * FEATURES).fill(0), [1, STEPS, FEATURES]) },
        loss: ([output]) => sum<Scalar>(mul(only(output === undefined ? [] : [output]), tensor([0, 0, 0, 1], [1, STEPS, 1]))),
      });
      // tanh has slope 1 at 0, so each step back multiplies by the weight.
      const found = [...only(sizes).dataSync()];
      [1e-27, 1e-18, 1e-9, 1].forEach((size, i) => expect((found[i] ?? NaN) / size).toBeCloseTo(1, 4));
    });
    built.dispose();
  });
});
