import { grads, mul, sum, tensor, tidy, variableGrads, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildNetwork, type Network } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { sizeOf } from '../../../src/ml/blueprint/layer-description';
import { sequential, type ChainLayer } from '../../../src/ml/blueprint/sequential';
import { convolution, depthwise, pooling, type ImageCase } from './image-reference';
import { centralDifferences, expectClose, momentsOf, NODE_BACKENDS, normals, on, read } from './support';

type Numbers = readonly number[];

interface Case extends ImageCase {
  readonly name: string;
  readonly padding: string | number | readonly number[];
}

/** Outputs and padding were worked out by hand from floor((n + p - d (k - 1) - 1) / s) + 1, `same` from ceil(n / s). */
const CASES: readonly Case[] = [
  { name: 'valid', image: [2, 5, 6, 4], size: [3, 2], stride: [1, 1], dilation: [1, 1], padding: 'valid', before: [0, 0], output: [3, 5] },
  {
    name: 'same, stride 2, odd and even',
    image: [2, 5, 6, 2],
    size: [3, 3],
    stride: [2, 2],
    dilation: [1, 1],
    padding: 'same',
    before: [1, 0],
    output: [3, 3],
  },
  {
    name: 'a pair of paddings, wide window',
    image: [1, 4, 7, 2],
    size: [1, 5],
    stride: [1, 2],
    dilation: [1, 1],
    padding: [0, 2],
    before: [0, 2],
    output: [4, 4],
  },
  {
    name: 'one padding, stride 3',
    image: [1, 7, 8, 2],
    size: [4, 4],
    stride: [3, 3],
    dilation: [1, 1],
    padding: 1,
    before: [1, 1],
    output: [2, 3],
  },
  {
    name: 'dilation',
    image: [1, 7, 6, 2],
    size: [3, 2],
    stride: [1, 1],
    dilation: [2, 3],
    padding: 'valid',
    before: [0, 0],
    output: [3, 3],
  },
  {
    name: 'dilation, same, stride 2',
    image: [1, 6, 7, 2],
    size: [2, 3],
    stride: [2, 1],
    dilation: [3, 2],
    padding: 'same',
    before: [1, 2],
    output: [3, 7],
  },
  {
    name: 'one pixel',
    image: [2, 3, 3, 4],
    size: [1, 1],
    stride: [1, 1],
    dilation: [1, 1],
    padding: 'same',
    before: [0, 0],
    output: [3, 3],
  },
];

const optionsOf = ({ size, stride, dilation, padding }: Case): ChainLayer['options'] => ({ size, stride, dilation, padding });
const dot = (a: Numbers, b: Numbers): number => a.reduce((total, value, i) => total + value * (b[i] ?? NaN), 0);

function single(one: Case, layer: string, options: ChainLayer['options'] = {}): Network {
  return buildNetwork(sequential('single', one.image.slice(1), [{ id: 'one', layer, options }]), createRandom(0));
}

function assign(network: Network, values: Readonly<Record<string, Numbers>>): void {
  for (const { name, variable } of network.variables) tidy(() => variable.assign(tensor([...(values[name] ?? [])], variable.shape)));
}

/** Output, and gradients of a weighted sum of it, of the network and of the reference. */
function compare(
  one: Case,
  network: Network,
  weights: Readonly<Record<string, Numbers>>,
  reference: (x: Numbers, weights: Readonly<Record<string, Numbers>>) => number[],
): void {
  const random = createRandom(7);
  assign(network, weights);
  const given = normals(random, sizeOf(one.image));
  const x = tensor(given, [...one.image]);
  const expected = reference(given, weights);
  const outputOf = (at: Tensor): Tensor => network.apply({ x: at }, { training: true }).outputs[0] ?? at;
  const output = tidy(() => mul(outputOf(x), 1));
  expect(output.shape).toEqual([one.image[0], ...(network.description.nodes['one']?.shape ?? [])]);
  const above = normals(random, output.size);
  expectClose(read(output), expected, 1e-5);

  const loss = (at: Tensor): Scalar => sum<Scalar>(mul(outputOf(at), tensor([...above], outputOf(at).shape)));
  const [slope] = tidy(() => grads((at: Tensor) => loss(at))([x]));
  expectClose(
    read(slope ?? x),
    centralDifferences((moved) => dot(reference(moved, weights), above), given),
    2e-5,
  );
  if (network.variables.length > 0) {
    const { grads: slopes } = tidy(() => variableGrads(() => loss(x)));
    for (const { name, variable } of network.variables) {
      const difference = centralDifferences((moved) => dot(reference(given, { ...weights, [name]: moved }), above), weights[name] ?? []);
      expectClose(read(slopes[variable.name] ?? x), difference, 2e-5);
    }
  }
  x.dispose();
  network.dispose();
}

describe.each(NODE_BACKENDS)('layers over images on %s', (backend) => {
  beforeAll(() => on(backend));

  it.each(CASES)('convolve as the sum says, with the gradients of central differences: $name', (one) => {
    for (const groups of [1, 2]) {
      const network = single(one, 'conv2d', { ...optionsOf(one), filters: 4, groups });
      const random = createRandom(3);
      const weights = {
        'one/kernel': normals(random, (one.size[0] * one.size[1] * one.image[3] * 4) / groups),
        'one/bias': normals(random, 4),
      };
      compare(one, network, weights, (x, at) => convolution(one, groups, x, at['one/kernel'] ?? [], at['one/bias'] ?? []));
    }
  });

  it.each(CASES)('convolve each channel by itself: $name', (one) => {
    for (const multiplier of [1, 2]) {
      const network = single(one, 'depthwiseConv2d', { ...optionsOf(one), multiplier });
      const random = createRandom(4);
      const outputs = one.image[3] * multiplier;
      const weights = { 'one/kernel': normals(random, one.size[0] * one.size[1] * outputs), 'one/bias': normals(random, outputs) };
      compare(one, network, weights, (x, at) => depthwise(one, multiplier, x, at['one/kernel'] ?? [], at['one/bias'] ?? []));
    }
  });

  it.each(CASES.filter(({ dilation, name }) => Math.max(...dilation) === 1 && name !== 'one pixel'))(
    'pool the largest and the mean of what lies in the image: $name',
    (one) => {
      const { size, stride, padding } = one;
      compare(one, single(one, 'maxPool', { size, stride, padding }), {}, (x) => pooling(one, x, (values) => Math.max(...values)));
      const mean = (values: Numbers): number => momentsOf(values).mean;
      compare(one, single(one, 'averagePool', { size, stride, padding }), {}, (x) => pooling(one, x, mean));
    },
  );

  it('pool windows that do not overlap where no stride is given', () => {
    const one: Case = {
      name: '',
      image: [1, 6, 7, 2],
      size: [2, 3],
      stride: [2, 3],
      dilation: [1, 1],
      padding: 'valid',
      before: [0, 0],
      output: [3, 2],
    };
    compare(one, single(one, 'maxPool', { size: [2, 3] }), {}, (x) => pooling(one, x, (values) => Math.max(...values)));
  });

  it('average whole channels', () => {
    const one: Case = {
      name: '',
      image: [2, 4, 5, 3],
      size: [4, 5],
      stride: [1, 1],
      dilation: [1, 1],
      padding: 'valid',
      before: [0, 0],
      output: [1, 1],
    };
    compare(one, single(one, 'globalAveragePool'), {}, (x) => pooling(one, x, (values) => momentsOf(values).mean));
  });

  it('bring each sample’s last dimension to mean 0 and variance 1, then scale and shift it', () => {
    const one: Case = {
      name: '',
      image: [2, 2, 3, 4],
      size: [1, 1],
      stride: [1, 1],
      dilation: [1, 1],
      padding: 'valid',
      before: [0, 0],
      output: [1, 1],
    };
    const weights = { 'one/scale': [1.5, -0.5, 2, 1], 'one/shift': [0.1, 0.2, -0.3, 0] };
    compare(one, single(one, 'layerNorm', { epsilon: 1e-3 }), weights, (x, at) =>
      x.map((value, i) => {
        const { mean, variance } = momentsOf(x.slice(4 * Math.floor(i / 4), 4 * Math.floor(i / 4) + 4));
        return ((value - mean) / Math.sqrt(variance + 1e-3)) * (at['one/scale']?.[i % 4] ?? NaN) + (at['one/shift']?.[i % 4] ?? NaN);
      }),
    );
  });

  it('normalise channels over the batch and all pixels', () => {
    const network = buildNetwork(
      sequential('n', [2, 2, 2], [{ id: 'one', layer: 'batchNorm', options: { momentum: 0.5, epsilon: 0 } }]),
      createRandom(0),
    );
    const x = tensor([0, 1, 2, 1, 4, 1, 6, 5], [1, 2, 2, 2]);
    const { outputs, updates } = network.apply({ x }, { training: true });
    // Channel 0 holds 0, 2, 4, 6: mean 3, variance 5; channel 1 holds 1, 1, 1, 5: mean 2, variance 3.
    const expected = [-3, -1, -1, -1, 1, -1, 3, 3].map((value, i) => value / Math.sqrt(i % 2 === 0 ? 5 : 3));
    expectClose(outputs[0] === undefined ? [] : read(outputs[0]), expected, 1e-5);
    expect(updates.map(({ value }) => read(value))).toEqual([
      [1.5, 1],
      [3, 2],
    ]);
    x.dispose();
    network.dispose();
  });
});
