import { tensor, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { activationOf, buildNetwork } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { ACTIVATION_NAMES } from '../../../src/ml/blueprint/activations';
import { chainValues } from '../../../src/ml/blueprint/chain-values';
import { mlp } from '../../../src/ml/blueprint/mlp';
import { on } from '../ml/support';

const array = (shape: readonly number[], data: readonly number[]) => ({ shape, data });

beforeAll(() => on('cpu'));

it('gives the table of the exclusive or’s network that is written by hand in the chapter', () => {
  const chain = chainValues(mlp({ name: 'xor', inputs: 2, hidden: [2], outputs: 1, activations: ['relu'] }), {
    'weights/hidden1/kernel': array([2, 2], [1, 1, 1, 1]),
    'weights/hidden1/bias': array([2], [0, -1]),
    'weights/output/kernel': array([2, 1], [1, -2]),
    'weights/output/bias': array([1], [0]),
  });
  for (const [x, h, o] of [
    [[0, 0], [0, 0], 0],
    [[0, 1], [1, 0], 1],
    [[1, 0], [1, 0], 1],
    [[1, 1], [2, 1], 0],
  ] as const) {
    expect(chain?.upTo(0)(x)).toEqual(h);
    expect(chain?.from(0)(h)).toEqual([o]);
    expect(chain?.from(undefined)(x)).toEqual([o]);
  }
  expect(chain?.layers).toEqual([{ id: 'hidden1', units: 2, activation: 'relu' }]);
  expect(chain?.isLast(0)).toBe(true);
});

it.each(ACTIVATION_NAMES)('agrees with tfjs on %s, with batch norm’s running statistics and without what dropout drops', (name) => {
  const random = createRandom(5);
  const spec = mlp({ name: 'n', inputs: 3, hidden: [4, 2], outputs: 2, activations: [name], batchNorm: true, dropout: 0.5 });
  const network = buildNetwork(spec, random);
  // Statistics and biases that differ from those of a fresh network.
  for (const { name: role, variable: one } of [...network.variables, ...network.state]) {
    if (role.endsWith('kernel')) continue;
    const drawn = tensor(
      Array.from({ length: one.size }, () => 0.5 + random.uniform()),
      one.shape,
    );
    one.assign(drawn);
    drawn.dispose();
  }
  const arrays = Object.fromEntries(
    (
      [
        ['weights', network.variables],
        ['state', network.state],
      ] as const
    ).flatMap(([kind, all]) => all.map(({ name: role, variable: one }) => [`${kind}/${role}`, array(one.shape, [...one.dataSync()])])),
  );
  const chain = chainValues(spec, arrays);
  const rows = Array.from({ length: 6 }, () => [0, 1, 2].map(() => 4 * random.uniform() - 2));
  tidy(() => {
    const applied = network.apply({ x: tensor2d(rows) }, { training: false });
    const at = (id: string): readonly number[][] => activationOf(applied, id).arraySync() as number[][];
    for (const [i, row] of rows.entries()) {
      for (const [got, id] of [
        [chain?.upTo(0)(row), 'hidden1-dropout'],
        [chain?.upTo(1)(row), 'hidden2-dropout'],
        [chain?.from(undefined)(row), 'output'],
        [chain?.from(0)(chain.upTo(0)(row)), 'output'],
        [chain?.from(1)(chain.upTo(1)(row)), 'output'],
      ] as const) {
        const want = at(id)[i] ?? [];
        expect(got).toHaveLength(want.length);
        want.forEach((value, k) =>
          expect(Math.abs((got?.[k] ?? NaN) - value), `${id}[${k}]`).toBeLessThan(1e-5 * Math.max(1, Math.abs(value))),
        );
      }
    }
  });
  network.dispose();
});

it('is not there for a network that is no chain of dense layers, nor where weights or statistics are missing', () => {
  const spec = mlp({ name: 'n', inputs: 1, hidden: [1], outputs: 1, activations: ['tanh'], batchNorm: true });
  const arrays = {
    'weights/hidden1/kernel': array([1, 1], [1]),
    'weights/hidden1-norm/scale': array([1], [1]),
    'weights/hidden1-norm/shift': array([1], [0]),
    'weights/output/kernel': array([1, 1], [1]),
  };
  const statistics = { 'state/hidden1-norm/runningMean': array([1], [0]), 'state/hidden1-norm/runningVariance': array([1], [1]) };
  expect(chainValues(spec, { ...arrays, ...statistics })).toBeDefined();
  expect(chainValues(spec, arrays)).toBeUndefined();
  expect(chainValues(spec, statistics)).toBeUndefined();
  const joined = { id: 'joined', layer: 'add', from: ['hidden1', 'x'], options: {} };
  expect(chainValues({ ...spec, nodes: [...spec.nodes, joined] }, { ...arrays, ...statistics })).toBeUndefined();
  const skipping = spec.nodes.map((node) => (node.id === 'output' ? { ...node, from: ['x'] } : node));
  expect(chainValues({ ...spec, nodes: skipping }, { ...arrays, ...statistics })).toBeUndefined();
});
