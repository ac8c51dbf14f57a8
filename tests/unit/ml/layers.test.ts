import { grads, memory, mul, sum, tensor, tidy, variableGrads, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildNetwork, type Network } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { sequential, type ChainLayer } from '../../../src/ml/blueprint/sequential';
import { centralDifferences, expectClose, momentsOf, NODE_BACKENDS, normals, on, read } from './support';

type Rows = readonly number[];

/** A network of one layer called `one`. */
function single(inputShape: readonly number[], layer: ChainLayer): Network {
  return buildNetwork(sequential('single', inputShape, [{ id: 'one', ...layer }]), createRandom(0));
}

function assign(network: Network, name: string, values: Rows): void {
  const found = [...network.variables, ...network.state].find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no variable ${name}`);
  tidy(() => found.variable.assign(tensor([...values], found.variable.shape)));
}

function outputOf(network: Network, x: Tensor, training = false): Tensor {
  return tidy(() => {
    const [output] = network.apply({ x }, { training }).outputs;
    if (output === undefined) throw new Error('no output');
    return mul(output, 1);
  });
}

const dot = (a: Rows, b: Rows): number => a.reduce((total, value, i) => total + value * (b[i] ?? NaN), 0);

/** y = x W + b in doubles, row by row. */
function denseReference(x: Rows, kernel: Rows, bias: Rows): number[] {
  const units = bias.length;
  const fan = kernel.length / units;
  return Array.from({ length: (x.length / fan) * units }, (_, i) => {
    const row = Math.floor(i / units) * fan;
    const column = kernel.filter((_value, k) => k % units === i % units);
    return (bias[i % units] ?? NaN) + dot(x.slice(row, row + fan), column);
  });
}

/** Batch norm in training, in doubles: columns of `channels`. */
function batchNormReference(x: Rows, scale: Rows, shift: Rows, epsilon: number): number[] {
  const channels = scale.length;
  const columns = scale.map((_, channel) => momentsOf(x.filter((_, i) => i % channels === channel)));
  return x.map((value, i) => {
    const { mean, variance } = columns[i % channels] ?? { mean: NaN, variance: NaN };
    return ((value - mean) / Math.sqrt(variance + epsilon)) * (scale[i % channels] ?? NaN) + (shift[i % channels] ?? NaN);
  });
}

describe.each(NODE_BACKENDS)('layers on %s', (backend) => {
  beforeAll(() => on(backend));

  it.each([{ lead: [5] }, { lead: [3, 2] }])(
    'dense computes x W + b over the last dimension, and its gradients, with lead %o',
    ({ lead }) => {
      const random = createRandom(1);
      const network = single([...lead.slice(1), 3], { layer: 'dense', options: { units: 4 } });
      const kernel = normals(random, 12);
      const bias = normals(random, 4);
      assign(network, 'one/kernel', kernel);
      assign(network, 'one/bias', bias);
      const count = lead.reduce((product, length) => product * length, 1);
      const given = normals(random, count * 3);
      const above = normals(random, count * 4);
      const x = tensor(given, [...lead, 3]);
      const weights = tensor(above, [...lead, 4]);
      const output = outputOf(network, x);
      expect(output.shape).toEqual([...lead, 4]);
      expectClose(read(output), denseReference(given, kernel, bias), 1e-5);

      const { value, grads: slopes } = variableGrads(() =>
        sum<Scalar>(mul(network.apply({ x }, { training: true }).outputs[0] ?? x, weights)),
      );
      value.dispose();
      const named = Object.fromEntries(network.variables.map(({ name, variable }) => [name, slopes[variable.name]]));
      const kernelSlope = centralDifferences((moved) => dot(denseReference(given, moved, bias), above), kernel);
      expectClose(read(named['one/kernel'] ?? x), kernelSlope, 1e-5);
      const biasSlope = centralDifferences((moved) => dot(denseReference(given, kernel, moved), above), bias);
      expectClose(read(named['one/bias'] ?? x), biasSlope, 1e-5);
      for (const one of [x, weights]) one.dispose();
      network.dispose();
    },
  );

  it('dense can do without a bias', () => {
    const network = single([2], { layer: 'dense', options: { units: 1, useBias: false } });
    expect(network.variables.map(({ name }) => name)).toEqual(['one/kernel']);
    assign(network, 'one/kernel', [2, -3]);
    const x = tensor([[1, 1]]);
    expect(read(outputOf(network, x))).toEqual([-1]);
    x.dispose();
    network.dispose();
  });

  it.each([{ lead: [6] }, { lead: [3, 2] }])(
    'batch norm in training is that of the batch, and so are its gradients, with lead %o',
    ({ lead }) => {
      const random = createRandom(2);
      const network = single([...lead.slice(1), 3], { layer: 'batchNorm' });
      const scale = [1.5, -0.5, 2];
      const shift = [0.1, 0.2, -0.3];
      assign(network, 'one/scale', scale);
      assign(network, 'one/shift', shift);
      const given = normals(random, 18);
      const above = normals(random, 18);
      const reference = (x: Rows, s: Rows = scale, t: Rows = shift): number[] => batchNormReference(x, s, t, 1e-5);
      const x = tensor(given, [...lead, 3]);
      const weights = tensor(above, [...lead, 3]);
      expectClose(read(outputOf(network, x, true)), reference(given), 1e-5);

      const loss = (at: Tensor): Scalar => sum<Scalar>(mul(network.apply({ x: at }, { training: true }).outputs[0] ?? at, weights));
      const [slope] = grads((at: Tensor) => loss(at))([x]);
      expectClose(
        read(slope ?? x),
        centralDifferences((moved) => dot(reference(moved), above), given),
        1e-4,
      );
      const { value, grads: slopes } = variableGrads(() => loss(x));
      value.dispose();
      const [scaleSlope, shiftSlope] = network.variables.map(({ variable }) => slopes[variable.name]);
      expectClose(
        read(scaleSlope ?? x),
        centralDifferences((moved) => dot(reference(given, moved), above), scale),
        1e-5,
      );
      expectClose(
        read(shiftSlope ?? x),
        centralDifferences((moved) => dot(reference(given, scale, moved), above), shift),
        1e-5,
      );
      for (const one of [x, weights]) one.dispose();
      network.dispose();
    },
  );

  it('batch norm moves its running statistics by 1 - momentum and uses them at evaluation', () => {
    const network = single([1], { layer: 'batchNorm', options: { momentum: 0.75, epsilon: 0 } });
    expect(network.variables.map(({ name }) => name)).toEqual(['one/scale', 'one/shift']);
    expect(network.state.map(({ name }) => name)).toEqual(['one/runningMean', 'one/runningVariance']);
    const x = tensor([[1], [3], [5], [7]]);
    const { updates } = network.apply({ x }, { training: true });
    expect(updates).toHaveLength(2);
    for (const { variable, value } of updates) variable.assign(value);
    // Mean 4 and variance 5 of the batch; a quarter of each beside three quarters of 0 and 1.
    const running = network.state.map(({ variable }) => variable.dataSync()[0] ?? NaN);
    expectClose(running, [1, 2], 1e-6);
    expectClose(
      read(outputOf(network, x)),
      [0, 2, 4, 6].map((value) => value / Math.sqrt(2)),
      1e-6,
    );
    expect(network.apply({ x }, { training: false }).updates).toHaveLength(0);
    network.dispose();
  });

  it('dropout drops by its mask, keeps the mean, lets gradients through where it kept, and does nothing at evaluation', () => {
    const network = single([1000], { layer: 'dropout', options: { rate: 0.3 } });
    const x = tensor(new Float32Array(4000).fill(2), [4, 1000]);
    const drawn = network.masks(4, createRandom(1))['mask/one'];
    if (drawn === undefined) throw new Error('no mask was drawn');
    expect(drawn.shape).toEqual([4, 1000]);
    const mask = tensor(drawn.data, [4, 1000]);
    const masks = { 'mask/one': mask };
    const dropped = read(tidy(() => mul(network.apply({ x }, { training: true, masks }).outputs[0] ?? x, 1)));
    expectClose(
      dropped,
      Array.from(drawn.data, (kept) => (2 * kept) / 0.7),
      1e-6,
    );
    expect(Math.abs(momentsOf(dropped).mean - 2)).toBeLessThan(0.12);
    const [slope] = grads((at: Tensor) => mul(network.apply({ x: at }, { training: true, masks }).outputs[0] ?? at, 1))([x]);
    expectClose(
      read(slope ?? x),
      Array.from(drawn.data, (kept) => kept / 0.7),
      1e-6,
    );
    expect(new Set(read(outputOf(network, x)))).toEqual(new Set([2]));
    for (const one of [x, mask]) one.dispose();
  });

  it('add, concat and flatten join and reshape, and pass gradients to every branch', () => {
    const network = buildNetwork(
      {
        name: 'joins',
        inputs: { x: [2, 2], y: [4] },
        nodes: [
          { id: 'flat', layer: 'flatten', from: ['x'], options: {} },
          { id: 'sum', layer: 'add', from: ['flat', 'y', 'flat'], options: {} },
          { id: 'side', layer: 'concat', from: ['sum', 'y'], options: {} },
        ],
        outputs: ['side', 'sum'],
      },
      createRandom(0),
    );
    const x = tensor([1, 2, 3, 4], [1, 2, 2]);
    const y = tensor([10, 20, 30, 40], [1, 4]);
    const before = memory().numTensors;
    const { outputs, activations } = network.apply({ x, y }, { training: false });
    expect(outputs.map((output) => [...output.dataSync()])).toEqual([
      [12, 24, 36, 48, 10, 20, 30, 40],
      [12, 24, 36, 48],
    ]);
    expect(Object.keys(activations)).toEqual(['flat', 'sum', 'side']);
    for (const one of Object.values(activations)) one.dispose();
    expect(memory().numTensors).toBe(before);
    const slopes = grads((a: Tensor, b: Tensor) => network.apply({ x: a, y: b }, { training: true }).outputs[0] ?? a)([x, y]);
    expect(slopes.map((slope) => read(slope))).toEqual([
      [2, 2, 2, 2],
      [2, 2, 2, 2],
    ]);
  });
});
