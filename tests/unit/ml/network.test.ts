import { memory, ones, sum, tensor2d, tidy, variableGrads, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { layers } from '../../../src/ml/layers';
import { buildNetwork } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { NetworkError } from '../../../src/ml/blueprint/layer-description';
import { layerDescriptions } from '../../../src/ml/blueprint/layers';
import { mlp } from '../../../src/ml/blueprint/mlp';
import type { NetworkSpec, NodeSpec } from '../../../src/ml/blueprint/network-spec';
import { momentsOf, NODE_BACKENDS, on } from './support';

const node = (id: string, layer: string, from: readonly string[], options: NodeSpec['options'] = {}): NodeSpec => ({
  id,
  layer,
  from,
  options,
});
const graph = (nodes: readonly NodeSpec[], outputs: readonly string[] = [nodes.at(-1)?.id ?? 'x']): NetworkSpec => ({
  name: 'graph',
  inputs: { x: [3] },
  nodes,
  outputs,
});
/** A residual block whose branches are joined again. */
const RESIDUAL = graph([
  node('in', 'dense', ['x'], { units: 4 }),
  node('branch', 'dense', ['in'], { units: 4 }),
  node('bent', 'activation', ['branch'], { activation: 'relu' }),
  node('joined', 'add', ['in', 'bent']),
  node('both', 'concat', ['joined', 'in']),
  node('out', 'dense', ['both'], { units: 2 }),
]);
const valuesOf = (network: ReturnType<typeof buildNetwork>): Record<string, number[]> =>
  Object.fromEntries([...network.variables, ...network.state].map(({ name, variable }) => [name, [...variable.dataSync()]]));

describe('the two tables of layers', () => {
  it('have the same keys, so that what can be described can be computed', () => {
    expect(Object.keys(layers).sort()).toEqual(Object.keys(layerDescriptions).sort());
  });
});

describe.each(NODE_BACKENDS)('a network on %s', (backend) => {
  beforeAll(() => on(backend));

  it('gives every node’s output by id, in the described shape, through branches and joins', () => {
    const network = buildNetwork(RESIDUAL, createRandom(0));
    tidy(() => {
      const { outputs, activations } = network.apply({ x: ones([5, 3]) }, { training: false });
      expect(Object.keys(activations)).toEqual(RESIDUAL.nodes.map(({ id }) => id));
      for (const [id, value] of Object.entries(activations))
        expect(value.shape).toEqual([5, ...(network.description.nodes[id]?.shape ?? [])]);
      expect(outputs).toEqual([activations['out']]);
      const at = (id: string): number[] => [...(activations[id]?.dataSync() ?? [])];
      expect(at('joined')).toEqual(at('in').map((value, i) => Math.fround(value + (at('bent')[i] ?? NaN))));
    });
    network.dispose();
  });

  it('trains every weight of every branch', () => {
    const network = buildNetwork(RESIDUAL, createRandom(3));
    const { value, grads } = variableGrads(() =>
      sum<Scalar>(network.apply({ x: ones([2, 3]) }, { training: true }).outputs[0] ?? ones([1])),
    );
    value.dispose();
    for (const { name, variable } of network.variables) {
      expect(grads[variable.name]?.shape, name).toEqual(variable.shape);
      expect(
        grads[variable.name]?.dataSync().some((slope) => slope !== 0),
        name,
      ).toBe(true);
    }
    for (const slope of Object.values(grads)) slope.dispose();
    network.dispose();
  });

  it('names variables by node and role, in the order of the nodes', () => {
    const network = buildNetwork(
      mlp({ name: 'n', inputs: 2, hidden: [3], outputs: 1, activations: ['tanh'], batchNorm: true }),
      createRandom(0),
    );
    expect(network.variables.map(({ name }) => name)).toEqual([
      'hidden1/kernel',
      'hidden1/bias',
      'hidden1-norm/scale',
      'hidden1-norm/shift',
      'output/kernel',
      'output/bias',
    ]);
    expect(network.state.map(({ name }) => name)).toEqual(['hidden1-norm/runningMean', 'hidden1-norm/runningVariance']);
    expect(network.variables.every(({ variable }) => variable.trainable)).toBe(true);
    expect(network.state.some(({ variable }) => variable.trainable)).toBe(false);
    network.dispose();
  });

  it('starts from the same weights for the same seed, whatever other layers there are', () => {
    const make = (hidden: readonly number[], seed: number) =>
      buildNetwork(mlp({ name: 'n', inputs: 2, hidden, outputs: 1, activations: ['relu'], dropout: 0.1 }), createRandom(seed));
    const [one, same, other, deeper] = [make([4], 1), make([4], 1), make([4], 2), make([4, 4], 1)];
    expect(valuesOf(same)).toEqual(valuesOf(one));
    expect(valuesOf(other)['hidden1/kernel']).not.toEqual(valuesOf(one)['hidden1/kernel']);
    expect(valuesOf(deeper)['hidden1/kernel']).toEqual(valuesOf(one)['hidden1/kernel']);
    expect(valuesOf(deeper)['output/kernel']).toEqual(valuesOf(one)['output/kernel']);
    for (const network of [one, same, other, deeper]) network.dispose();
  });

  it('draws every layer’s weights from a stream of its own', () => {
    const network = buildNetwork(mlp({ name: 'n', inputs: 3, hidden: [3, 3], outputs: 3, activations: ['relu'] }), createRandom(1));
    const kernels = Object.entries(valuesOf(network)).filter(([name]) => name.endsWith('/kernel'));
    expect(new Set(kernels.map(([, values]) => values.join())).size).toBe(3);
    network.dispose();
  });

  it('frees all it holds, and holds no more after many passes', () => {
    const before = memory().numTensors;
    const network = buildNetwork(
      mlp({ name: 'n', inputs: 3, hidden: [5, 5], outputs: 2, activations: ['gelu', 'elu'], batchNorm: true, dropout: 0.5 }),
      createRandom(0),
    );
    const held = memory().numTensors;
    expect(held - before).toBe(network.variables.length + network.state.length);
    for (let pass = 0; pass < 50; pass++) {
      tidy(() => {
        const masks = Object.entries(network.masks(4, createRandom(pass))).map(
          ([name, { data }]) => [name, tensor2d(data, [4, 5])] as const,
        );
        variableGrads(() => {
          const [output] = network.apply({ x: ones([4, 3]) }, { training: true, masks: Object.fromEntries<Tensor>(masks) }).outputs;
          return sum<Scalar>(output ?? ones([1]));
        });
      });
    }
    expect(memory().numTensors).toBe(held);
    network.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('says which node lacks an input that was not given', () => {
    const network = buildNetwork(graph([node('a', 'dense', ['x'], { units: 1 })]), createRandom(0));
    expect(() => network.apply({}, { training: false })).toThrow('node "a": the input "x" was not given');
    network.dispose();
  });
});

describe('masks', () => {
  const network = () =>
    buildNetwork(mlp({ name: 'n', inputs: 2, hidden: [50, 50], outputs: 1, activations: ['relu'], dropout: 0.25 }), createRandom(0));

  it('are drawn for dropout alone, of 0 and 1, kept with probability 1 - rate', async () => {
    await on('cpu');
    const built = network();
    const masks = built.masks(100, createRandom(4));
    expect(Object.keys(masks)).toEqual(['mask/hidden1-dropout', 'mask/hidden2-dropout']);
    for (const { shape, data } of Object.values(masks)) {
      expect(shape).toEqual([100, 50]);
      expect(new Set(data)).toEqual(new Set([0, 1]));
      expect(Math.abs(momentsOf(data).mean - 0.75)).toBeLessThan(0.03);
    }
    built.dispose();
  });

  it('are a function of the stream: the same twice, another for another step, each node its own', async () => {
    await on('cpu');
    const built = network();
    const of = (step: number) => built.masks(8, createRandom(1).fork(step));
    expect(of(3)).toEqual(of(3));
    expect(of(4)).not.toEqual(of(3));
    expect(of(3)['mask/hidden1-dropout']).not.toEqual(of(3)['mask/hidden2-dropout']);
    built.dispose();
  });
});

describe('a network that does not hold together', () => {
  it.each([
    ['an unknown layer', graph([node('a', 'dens', ['x'])]), 'node "a": there is no layer "dens"; there are dense,'],
    [
      'a source that is not there',
      graph([node('a', 'dense', ['z'], { units: 1 })]),
      'node "a": takes from "z", which is no input and no node before it',
    ],
    [
      'a source that comes later',
      graph([node('a', 'add', ['x', 'b']), node('b', 'dense', ['x'], { units: 3 })]),
      'node "a": takes from "b", which is no input and no node before it',
    ],
    ['a name used twice', graph([node('a', 'flatten', ['x']), node('a', 'flatten', ['x'])]), 'node "a": the name is used twice'],
    ['a missing number', graph([node('a', 'dense', ['x'])]), 'node "a": units is undefined; it should be a number'],
    [
      'a number out of range',
      graph([node('a', 'dropout', ['x'], { rate: 1 })]),
      'node "a": rate is 1; it should be a number from 0 to 0.99',
    ],
    ['no whole number of units', graph([node('a', 'dense', ['x'], { units: 2.5 })]), 'node "a": units is 2.5; it should be a whole number'],
    [
      'an unknown activation',
      graph([node('a', 'activation', ['x'], { activation: 'rely' })]),
      'node "a": activation is "rely"; it should be one of identity',
    ],
    [
      'shapes that do not fit',
      graph([node('a', 'dense', ['x'], { units: 2 }), node('b', 'add', ['a', 'x'])]),
      'node "b": adds shapes [2] and [3]; they should be equal',
    ],
    ['too few inputs', graph([node('a', 'add', ['x'])]), 'node "a": has 1 inputs; add takes 2 to Infinity'],
    ['an output that is not there', graph([node('a', 'flatten', ['x'])], ['b']), 'node "b": is named as an output and is not there'],
  ])('is refused for %s, by name and cause', (_, spec, message) => {
    const before = memory().numTensors;
    expect(() => buildNetwork(spec, createRandom(0))).toThrow(NetworkError);
    expect(() => buildNetwork(spec, createRandom(0))).toThrow(message);
    expect(memory().numTensors).toBe(before);
  });
});
