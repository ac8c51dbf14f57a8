/** The formulas of the chapter on convolution, as they are written there, against tfjs, brute force and published numbers. */
import { conv2d, grads, mul, sum, tensor4d } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import '../../../src/ml/gradients';
import { asFourDimensional } from '../../../src/ml/layers/images';
import { createRandom } from '../../../src/ml/random';
import { convolve, squareAxis } from '../../../src/ml/blueprint/convolve';
import { describeNetwork } from '../../../src/ml/blueprint/describe';
import { namedKernel } from '../../../src/ml/blueprint/named-kernels';
import { fieldSize, receptiveFields } from '../../../src/ml/blueprint/receptive-field';
import { sequential } from '../../../src/ml/blueprint/sequential';
import { expectClose, on, read } from './support';

const random = createRandom(5);
const numbers = (count: number): number[] => Array.from({ length: count }, () => random.normal());
const axes = (n: number, k: number) => ({ rows: squareAxis(n, k, 1, 0, 1), columns: squareAxis(n, k, 1, 0, 1) });

describe('the output size', () => {
  it('is the number of places at which the window lies in the padded picture', () => {
    for (let tried = 0; tried < 400; tried++) {
      const [n, k, s, p, d] = [
        1 + random.integer(20),
        1 + random.integer(6),
        1 + random.integer(4),
        random.integer(4),
        1 + random.integer(3),
      ];
      let places = 0;
      while (places * s + d * (k - 1) + 1 <= n + 2 * p) places++;
      const { output } = squareAxis(n, k, s, p, d);
      expect(Math.max(0, output), `n ${n}, k ${k}, s ${s}, p ${p}, d ${d}`).toBe(places);
    }
  });

  it.each([
    // AlexNet's and ResNet's first layers, and the chapter's example and exercises.
    [227, 11, 4, 0, 1, 55],
    [224, 7, 2, 3, 1, 112],
    [12, 3, 2, 0, 1, 5],
    [32, 5, 1, 2, 1, 32],
    [32, 5, 1, 4, 2, 32],
  ])('of n %i, k %i, s %i, p %i, d %i is %i', (n, k, s, p, d, output) => {
    expect(squareAxis(n, k, s, p, d).output).toBe(output);
  });
});

describe('the gradient of a convolution', () => {
  beforeAll(() => on('cpu'));
  const [n, k] = [6, 3];
  const o = n - k + 1;
  const [x, w, delta] = [numbers(n * n), numbers(k * k), numbers(o * o)];
  const at = (values: readonly number[], side: number, row: number, column: number): number =>
    row < 0 || column < 0 || row >= side || column >= side ? 0 : (values[row * side + column] ?? 0);
  const byTape = () =>
    grads((image, kernel) =>
      sum(mul(conv2d(asFourDimensional(image), asFourDimensional(kernel), 1, 'valid'), tensor4d(delta, [1, o, o, 1]))),
    )([tensor4d(x, [1, n, n, 1]), tensor4d(w, [k, k, 1, 1])]);

  it('by the kernel is the input correlated with the upstream gradient', () => {
    const written = Array.from({ length: k * k }, (_, at_) => {
      const [i, j] = [Math.floor(at_ / k), at_ % k];
      let total = 0;
      for (let r = 0; r < o; r++) for (let c = 0; c < o; c++) total += at(delta, o, r, c) * at(x, n, r + i, c + j);
      return total;
    });
    const [, byKernel] = byTape();
    expectClose(read(byKernel ?? tensor4d([], [0, 0, 0, 0])), written, 1e-4);
    // The same, as a convolution with the upstream gradient as its kernel.
    const image = { rows: n, columns: n, channels: 1, data: x };
    expectClose([...convolve(image, { shape: [o, o, 1, 1], data: delta }, axes(n, o)).data], written, 1e-9);
  });

  it('by the input is the upstream gradient convolved with the kernel, indices subtracted', () => {
    const written = Array.from({ length: n * n }, (_, at_) => {
      const [a, b] = [Math.floor(at_ / n), at_ % n];
      let total = 0;
      for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) total += at(delta, o, a - i, b - j) * at(w, k, i, j);
      return total;
    });
    const [byInput] = byTape();
    expectClose(read(byInput ?? tensor4d([], [0, 0, 0, 0])), written, 1e-4);
    // The same, as cross-correlation with the kernel turned by half a turn and k - 1 rings of zeros.
    const axis = squareAxis(o, k, 1, k - 1, 1);
    const turned = convolve(
      { rows: o, columns: o, channels: 1, data: delta },
      { shape: [k, k, 1, 1], data: w.toReversed() },
      { rows: axis, columns: axis },
    );
    expectClose([...turned.data], written, 1e-9);
  });
});

describe('what is said of single kernels', () => {
  it('a dot becomes the kernel turned by half a turn', () => {
    const dot = Array.from({ length: 25 }, (_, i) => (i === 12 ? 1 : 0));
    const w = numbers(9);
    const { data } = convolve({ rows: 5, columns: 5, channels: 1, data: dot }, { shape: [3, 3, 1, 1], data: w }, axes(5, 3));
    expect([...data]).toEqual(w.toReversed());
  });

  it.each([
    [
      'sobelX',
      [
        [-1, 0, 1],
        [-2, 0, 2],
        [-1, 0, 1],
      ],
    ],
    [
      'laplacian',
      [
        [0, 1, 0],
        [1, -4, 1],
        [0, 1, 0],
      ],
    ],
    [
      'sharpen',
      [
        [0, -1, 0],
        [-1, 5, -1],
        [0, -1, 0],
      ],
    ],
    [
      'gauss',
      [
        [1, 2, 1],
        [2, 4, 2],
        [1, 2, 1],
      ].map((row) => row.map((value) => value / 16)),
    ],
  ] as const)('%s is the kernel of the textbooks', (name, expected) => {
    expect(namedKernel(name, 3)).toEqual(expected);
  });

  it.each([3, 5] as const)('at size %i they sum to 1 or to 0, as the table says', (size) => {
    const total = (name: Parameters<typeof namedKernel>[0]): number =>
      namedKernel(name, size)
        .flat()
        .reduce((all, one) => all + one, 0);
    for (const name of ['identity', 'blur', 'gauss', 'sharpen'] as const) expect(total(name)).toBeCloseTo(1, 12);
    for (const name of ['sobelX', 'sobelY', 'laplacian'] as const) expect(total(name)).toBe(0);
  });

  it('the exercises’ numbers are right', () => {
    const picture = [1, 2, 0, 1, 0, 1, 3, 1, 2, 0, 1, 0, 1, 1, 0, 2];
    const image = { rows: 4, columns: 4, channels: 1, data: picture };
    expect([...convolve(image, { shape: [2, 2, 1, 1], data: [1, 0, 0, -1] }, axes(4, 2)).data]).toEqual([0, -1, -1, 0, 0, 3, 1, 0, -1]);
    expect(3072 * 4704 + 4704).toBe(14_455_392);
    expect(75 * 4704 + 4704).toBe(357_504);
    expect(6 * (75 + 1)).toBe(456);
  });
});

describe('the chapter’s table of LeNet', () => {
  const network = sequential(
    'lenet',
    [28, 28, 1],
    [
      { layer: 'conv2d', options: { filters: 6, size: 5, padding: 2 } },
      { layer: 'maxPool', options: { size: 2 } },
      { layer: 'conv2d', options: { filters: 16, size: 5 } },
      { layer: 'maxPool', options: { size: 2 } },
      { layer: 'flatten' },
      { layer: 'dense', options: { units: 120 } },
      { layer: 'dense', options: { units: 84 } },
      { layer: 'dense', options: { units: 10 } },
    ],
  );

  it('has its parameters, 61,706 in all', () => {
    const { nodes, parameters } = describeNetwork(network);
    const counts = network.nodes.map(({ id }) => nodes[id]?.parameters ?? NaN).filter((count) => count > 0);
    expect(counts).toEqual([156, 2416, 48_120, 10_164, 850]);
    expect(parameters).toBe(61_706);
    expect(counts.slice(0, 2).reduce((sum, one) => sum + one, 0) / parameters).toBeLessThan(0.05);
    expect(Math.round((100 * (counts[2] ?? 0)) / parameters)).toBe(78);
  });

  it('has its receptive fields, and those of the exercise with the pooling moved', () => {
    const fields = receptiveFields(network);
    expect(
      ['conv2d1', 'maxPool1', 'conv2d2', 'maxPool2'].map((id) => fieldSize(fields[id]?.rows ?? { first: 0, last: -1, stride: 0 })),
    ).toEqual([5, 6, 14, 16]);
    const moved = sequential(
      'moved',
      [64, 64, 1],
      [
        { layer: 'maxPool', options: { size: 2 } },
        { layer: 'conv2d', options: { filters: 6, size: 5 } },
        { layer: 'maxPool', options: { size: 2 } },
        { id: 'last', layer: 'conv2d', options: { filters: 16, size: 5 } },
      ],
    );
    expect(fieldSize(receptiveFields(moved)['last']?.rows ?? { first: 0, last: -1, stride: 0 })).toBe(28);
  });

  it.each([
    [1, 73_856, 231_211_008],
    [4, 18_560, 57_802_752],
  ])('the exercise’s layer in %i groups has %i parameters and %i multiply-adds', (groups, parameters, multiplyAdds) => {
    const layer = sequential('layer', [56, 56, 64], [{ layer: 'conv2d', options: { filters: 128, size: 3, padding: 1, groups } }]);
    const counted = describeNetwork(layer);
    expect([counted.parameters, counted.multiplyAdds]).toEqual([parameters, multiplyAdds]);
  });
});
