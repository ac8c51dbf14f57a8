import {
  conv2d,
  conv2dTranspose,
  depthwiseConv2d,
  gather,
  getKernelsForBackend,
  grads,
  maxPool,
  memory,
  mul,
  separableConv2d,
  sub,
  tensor,
  tensor1d,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import '../../../src/ml/gradients';
import { unsortedSegmentSum } from '../../../src/ml/kernels/unsorted-segment-sum';
import { createRandom } from '../../../src/ml/random';
import { sizeOf } from '../../../src/ml/blueprint/layer-description';
import { expectClose, normals, on } from './support';

/** Gradients of `f` on wasm and on cpu, its output weighted so that no two places count alike. */
async function compare(f: (...inputs: Tensor[]) => Tensor, shapes: readonly (readonly number[])[]): Promise<void> {
  const random = createRandom(sizeOf(shapes.flat()));
  const values = shapes.map((shape) => normals(random, sizeOf(shape)));
  const results: number[][][] = [];
  for (const backend of ['cpu', 'wasm'] as const) {
    await on(backend);
    const before = memory().numTensors;
    const inputs = values.map((one, i) => tensor(one, [...(shapes[i] ?? [])]));
    const weighted = (...given: Tensor[]): Tensor => {
      const output = f(...given);
      return mul(output, tensor(normals(createRandom(1), output.size), output.shape));
    };
    const slopes = grads(weighted)(inputs);
    slopes.forEach((slope, i) => expect(slope.shape).toEqual(shapes[i]));
    results.push(slopes.map((slope) => [...slope.dataSync()]));
    for (const one of [...inputs, ...slopes]) one.dispose();
    expect(memory().numTensors).toBe(before);
  }
  const [cpu = [], wasm = []] = results;
  cpu.forEach((expected, i) => {
    expect(expected.some((slope) => slope !== 0)).toBe(true);
    expectClose(wasm[i] ?? [], expected, 2e-5);
  });
}

/** Images odd and even, filters wide and high, strides and paddings of every kind. */
const CASES = [
  { image: [2, 5, 6, 3], filter: [3, 2], strides: [1, 1], pad: 'valid' },
  { image: [2, 7, 6, 2], filter: [3, 3], strides: [2, 2], pad: 'same' },
  { image: [1, 8, 5, 1], filter: [2, 5], strides: [1, 2], pad: 'same' },
  { image: [3, 6, 6, 4], filter: [1, 1], strides: [2, 1], pad: 'valid' },
  { image: [1, 4, 4, 2], filter: [3, 3], strides: [1, 1], pad: 2 },
  { image: [2, 9, 7, 2], filter: [4, 3], strides: [3, 2], pad: 'valid' },
] as const;
type Case = (typeof CASES)[number];

const channelsOf = ({ image }: Case): number => image[3];
const strides = (one: Case): [number, number] => [one.strides[0], one.strides[1]];

describe('kernels that WASM lacks give the gradients of the cpu backend', () => {
  afterAll(() => on('cpu'));

  it('have all been found: nothing else that gradients use is missing', async () => {
    await on('cpu');
    await on('wasm');
    const names = (backend: string): Set<string> => new Set(getKernelsForBackend(backend).map(({ kernelName }) => kernelName));
    const wasm = names('wasm');
    const missing = [...names('cpu')].filter(
      (name) => !wasm.has(name) && !/^(Ragged|Complex|Static)|FFT$|^(Draw|Einsum|Imag|Real)$/.test(name),
    );
    expect(missing).toEqual([]);
  });

  it.each(CASES)('of a convolution: $image by $filter, strides $strides, padding $pad', async (one) => {
    await compare(
      (x, filter) => conv2d(x as Tensor4D, filter as Tensor4D, strides(one), one.pad),
      [one.image, [...one.filter, channelsOf(one), 5]],
    );
  });

  it.each(CASES)('of a depthwise convolution: $image by $filter, strides $strides, padding $pad', async (one) => {
    for (const multiplier of [1, 3]) {
      await compare(
        (x, filter) => depthwiseConv2d(x as Tensor4D, filter as Tensor4D, strides(one), one.pad),
        [one.image, [...one.filter, channelsOf(one), multiplier]],
      );
    }
  });

  it('of a convolution with its own padding on every side', async () => {
    const pad: [[number, number], [number, number], [number, number], [number, number]] = [
      [0, 0],
      [2, 1],
      [0, 3],
      [0, 0],
    ];
    await compare(
      (x, filter) => conv2d(x as Tensor4D, filter as Tensor4D, [1, 2], pad),
      [
        [2, 5, 4, 2],
        [3, 3, 2, 3],
      ],
    );
  });

  it('of separable and transposed convolutions', async () => {
    await compare(
      (x, depthwise, pointwise) => separableConv2d(x as Tensor4D, depthwise as Tensor4D, pointwise as Tensor4D, [1, 1], 'same'),
      [
        [2, 5, 5, 3],
        [3, 3, 3, 2],
        [1, 1, 6, 4],
      ],
    );
    await compare(
      (x, filter) => conv2dTranspose(x as Tensor4D, filter as Tensor4D, [2, 8, 8, 3], [2, 2], 'same'),
      [
        [2, 4, 4, 2],
        [3, 3, 3, 2],
      ],
    );
  });

  it.each([
    { size: [2, 2], stride: 2, pad: 'valid' },
    { size: [3, 3], stride: 2, pad: 'same' },
    { size: [3, 2], stride: 1, pad: 'valid' },
  ] as const)(
    'of the largest in windows $size, stride $stride, padding $pad, also where no value is positive',
    async ({ size, stride, pad }) => {
      for (const shift of [0, 10]) await compare((x) => maxPool(sub<Tensor4D>(x, shift), [...size], stride, pad), [[2, 8, 7, 3]]);
    },
  );

  it('of looking rows up in a table, some rows often and some never', async () => {
    await compare((table) => gather(table, tensor1d([3, 0, 3, 3, 6, 1], 'int32')), [[7, 4]]);
    await compare((table) => gather(table, tensor1d([1, 1], 'int32')), [[2, 3, 2]]);
  });
});

describe('sums by segment', () => {
  it('leave out ids that are no segment', () => {
    expect([...unsortedSegmentSum([1, 2, 3, 4, 5, 6, 7, 8], 2, [1, -1, 1, 3], 3)]).toEqual([0, 0, 6, 8, 0, 0]);
  });
});
