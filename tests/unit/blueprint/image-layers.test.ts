import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeNetwork } from '../../../src/ml/blueprint/describe';
import type { NodeSpec } from '../../../src/ml/blueprint/network-spec';
import { sequential } from '../../../src/ml/blueprint/sequential';

const described = (inputShape: readonly number[], layer: string, options: NodeSpec['options'] = {}) =>
  describeNetwork(sequential('one', inputShape, [{ id: 'one', layer, options }])).nodes['one'];

/** Starts of a window that lie wholly in a padded line, counted one by one. */
function countWindows(length: number, span: number, stride: number): number {
  let count = 0;
  for (let start = 0; start + span <= length; start += stride) count++;
  return count;
}

describe('layers over images', () => {
  it.each([
    // Dumoulin & Visin 2016, figures 2.1 to 2.7 and 5.1: input, window, stride, padding, dilation, output.
    [4, 3, 1, 0, 1, 2],
    [5, 4, 1, 2, 1, 6],
    [5, 3, 1, 1, 1, 5],
    [5, 3, 1, 2, 1, 7],
    [5, 3, 2, 0, 1, 2],
    [5, 3, 2, 1, 1, 3],
    [6, 3, 2, 1, 1, 3],
    [7, 3, 1, 0, 2, 3],
  ])('of %i pixels with window %i, stride %i, padding %i, dilation %i give %i', (input, size, stride, padding, dilation, output) => {
    expect(described([input, input, 1], 'conv2d', { filters: 1, size, stride, padding, dilation })?.shape).toEqual([output, output, 1]);
  });

  it('have as many outputs as windows fit, a kernel as deep as the input, and a product for each weight at each place', () => {
    const small = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(
        fc.record({
          rows: fc.integer({ min: 9, max: 20 }),
          columns: fc.integer({ min: 9, max: 20 }),
          size: small,
          tall: small,
          stride: small,
          padding: fc.integer({ min: 0, max: 3 }),
        }),
        fc.record({ dilation: fc.integer({ min: 1, max: 2 }), groups: fc.integer({ min: 1, max: 3 }), depth: small, filters: small }),
        ({ rows, columns, size, tall, stride, padding }, { dilation, groups, depth, filters }) => {
          const options = { filters: filters * groups, size: [tall, size], stride, padding, dilation, groups };
          const node = described([rows, columns, depth * groups], 'conv2d', options);
          const span = (places: number): number => dilation * (places - 1) + 1;
          const height = countWindows(rows + 2 * padding, span(tall), stride);
          const width = countWindows(columns + 2 * padding, span(size), stride);
          expect(node?.shape).toEqual([height, width, filters * groups]);
          expect(node?.parameters).toBe(tall * size * depth * filters * groups + filters * groups);
          expect(node?.multiplyAdds).toBe(height * width * tall * size * depth * filters * groups);
          expect(node?.activationBytes).toBe(4 * height * width * filters * groups);
        },
      ),
    );
  });

  it('keep rows and columns with the padding “same” and stride 1, and halve them upwards with stride 2', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 7 }), (side, size) => {
        const of = (stride: number) => described([side, side, 1], 'conv2d', { filters: 1, size, stride, padding: 'same' })?.shape;
        expect(of(1)).toEqual([side, side, 1]);
        expect(of(2)).toEqual([Math.ceil(side / 2), Math.ceil(side / 2), 1]);
      }),
    );
  });

  it('by depth: 3x3 on 32 channels has 9 weights a channel, and with a 1x1 behind it 8.4 times fewer products than one 3x3 for 64', () => {
    const depthwise = described([8, 8, 32], 'depthwiseConv2d', { size: 3, padding: 'same' });
    const pointwise = described([8, 8, 32], 'conv2d', { filters: 64, size: 1 });
    const whole = described([8, 8, 32], 'conv2d', { filters: 64, size: 3, padding: 'same' });
    expect([depthwise?.shape, depthwise?.parameters]).toEqual([[8, 8, 32], 9 * 32 + 32]);
    // Howard et al. 2017, section 3.1: the ratio is 1 / filters + 1 / size^2.
    const ratio = ((depthwise?.multiplyAdds ?? NaN) + (pointwise?.multiplyAdds ?? NaN)) / (whole?.multiplyAdds ?? NaN);
    expect(ratio).toBeCloseTo(1 / 64 + 1 / 9, 12);
  });

  it('that pool change rows and columns alone, without weights', () => {
    for (const layer of ['maxPool', 'averagePool']) {
      expect(described([9, 8, 5], layer, { size: [3, 2] })).toEqual({
        shape: [3, 4, 5],
        variables: [],
        parameters: 0,
        multiplyAdds: 0,
        activationBytes: 240,
      });
    }
    expect(described([9, 8, 5], 'globalAveragePool')?.shape).toEqual([5]);
  });
});

describe('a mistake in a layer over images', () => {
  it.each([
    ['no image', [4], 'conv2d', { filters: 1, size: 1 }, 'its input has the shape [4]; it should be [rows, columns, channels]'],
    ['no size', [4, 4, 1], 'conv2d', { filters: 1 }, 'size is undefined; it should be a whole number from 1, or a pair of such'],
    ['half a pixel', [4, 4, 1], 'maxPool', { size: 1.5 }, 'size is 1.5; it should be a whole number'],
    ['three sizes', [4, 4, 1], 'maxPool', { size: [1, 2, 3] }, 'size is [1,2,3]; it should be a whole number from 1, or a pair'],
    ['stride nought', [4, 4, 1], 'conv2d', { filters: 1, size: 1, stride: 0 }, 'stride is 0; it should be a whole number from 1'],
    [
      'padding by an unknown word',
      [4, 4, 1],
      'conv2d',
      { filters: 1, size: 1, padding: 'full' },
      'padding is "full"; it should be "same", "valid", a whole number or a pair',
    ],
    [
      'padding below nought',
      [4, 4, 1],
      'conv2d',
      { filters: 1, size: 1, padding: [0, -1] },
      'padding is [0,-1]; it should be a whole number from 0',
    ],
    [
      'a window too large',
      [4, 9, 1],
      'conv2d',
      { filters: 1, size: 3, dilation: 3, padding: 1 },
      'its window spans 7 rows, and the image with its padding has 6; the window should fit in',
    ],
    [
      'groups that do not divide',
      [4, 4, 3],
      'conv2d',
      { filters: 4, size: 1, groups: 2 },
      'has 2 groups; they should divide its 3 input channels and its 4 filters',
    ],
    ['pooling with gaps', [4, 4, 1], 'maxPool', { size: 2, dilation: 2 }, 'has a dilation; a pooling window has no gaps'],
    [
      'windows over padding alone',
      [4, 4, 1],
      'averagePool',
      { size: 2, padding: 2 },
      'padding is 2; it should be at most half the window’s 2, or some windows see nothing',
    ],
    ['a norm of nothing', [], 'layerNorm', {}, 'its input is a single number; it should have at least one dimension'],
  ] as const)('%s says which node and what would be right', (_, shape, layer, options, cause) => {
    expect(() => described(shape, layer, options)).toThrow(`node "one": ${cause}`);
  });
});
