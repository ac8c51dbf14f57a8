import { memory, reshape, tensor2d, tensor4d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../src/ml/network';
import { createRandom } from '../../../src/ml/random';
import { sequential } from '../../../src/ml/blueprint/sequential';
import { on } from './support';

/** Runs one layer on an image and gives what comes out, [pixels, units], as a plain array. */
async function through(
  layer: 'dense' | 'conv2d',
  images: Float32Array,
  [batch, side, inputs, units]: readonly [number, number, number, number],
) {
  const options = layer === 'dense' ? { units } : { filters: units, size: 1 };
  const shape = layer === 'dense' ? [inputs] : [side, side, inputs];
  // The streams of weights are named by node and role, so both layers draw the same numbers for kernels of the same size.
  const network = buildNetwork(
    sequential('one', shape, [{ id: 'layer', layer, options: { ...options, initialiser: 'normal' } }]),
    createRandom(5),
  );
  const result = tidy(() => {
    const x: Tensor = layer === 'dense' ? tensor2d(images, [batch * side * side, inputs]) : tensor4d(images, [batch, side, side, inputs]);
    const [output = x] = network.apply({ x }, { training: false }).outputs;
    return reshape(output, [-1, units]);
  });
  const weights = await Promise.all(network.variables.map(({ variable }) => variable.data()));
  const values = await result.data();
  result.dispose();
  network.dispose();
  return { weights: weights.flatMap((one) => [...one]), values: [...values] };
}

describe('a 1x1 convolution', () => {
  beforeAll(() => on('cpu'));

  it('is the dense layer over the pixels, as if each were a sample: the same weights give the same to 1e-6', async () => {
    const held = memory().numTensors;
    const sizes = [2, 7, 5, 3] as const;
    const random = createRandom(7);
    const images = Float32Array.from({ length: 2 * 7 * 7 * 5 }, () => random.normal());
    const [dense, point] = [await through('dense', images, sizes), await through('conv2d', images, sizes)];
    expect(point.weights).toEqual(dense.weights);
    expect(point.values).toHaveLength(2 * 7 * 7 * 3);
    point.values.forEach((value, i) =>
      expect(Math.abs(value - (dense.values[i] ?? NaN))).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(value))),
    );
    expect(memory().numTensors).toBe(held);
  });

  it('keeps every pixel in its place: a pixel that changes, changes the output there and nowhere else', async () => {
    const sizes = [1, 6, 4, 2] as const;
    const random = createRandom(8);
    const images = Float32Array.from({ length: 6 * 6 * 4 }, () => random.normal());
    const moved = images.slice();
    moved[4 * 15] = (moved[4 * 15] ?? 0) + 1;
    const [before, after] = [await through('conv2d', images, sizes), await through('conv2d', moved, sizes)];
    const changed = new Set(before.values.flatMap((value, i) => (value === after.values[i] ? [] : [Math.floor(i / 2)])));
    expect([...changed]).toEqual([15]);
  });
});
