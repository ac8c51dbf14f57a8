/** Convolutions and pooling against tfjs's cpu backend, with their gradients, on random windows. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { expectSame, numbers, of, withGradients } from './compare';

const small = fc.integer({ min: 1, max: 6 });
const seed = fc.integer({ min: 1, max: 1e6 });
const RUNS = 25;

describe('images', () => {
  const windows = fc.record({
    rows: fc.integer({ min: 5, max: 9 }),
    columns: fc.integer({ min: 5, max: 9 }),
    height: fc.integer({ min: 1, max: 4 }),
    width: fc.integer({ min: 1, max: 4 }),
    channels: small,
    outputs: fc.integer({ min: 1, max: 9 }),
    stride: fc.integer({ min: 1, max: 3 }),
    pad: fc.constantFrom('same' as const, 'valid' as const),
    batch: fc.integer({ min: 1, max: 3 }),
    seed,
  });
  it('convolution and its gradients', async () => {
    await fc.assert(
      fc.asyncProperty(windows, fc.integer({ min: 1, max: 2 }), async (w, dilation) => {
        if (w.stride > 1 && dilation > 1) return;
        if (w.pad === 'valid' && dilation * (w.height - 1) + 1 > w.rows) return;
        if (w.pad === 'valid' && dilation * (w.width - 1) + 1 > w.columns) return;
        const inputs = {
          x: numbers([w.batch, w.rows, w.columns, w.channels], w.seed),
          f: numbers([w.height, w.width, w.channels, w.outputs], w.seed + 1),
        };
        const run = (given: Record<string, tf.Tensor>): tf.Tensor =>
          tf.conv2d(of(given, 'x') as tf.Tensor4D, of(given, 'f') as tf.Tensor4D, w.stride, w.pad, 'NHWC', dilation);
        // tfjs has no gradient of dilated convolutions.
        await expectSame(inputs, dilation === 1 ? withGradients(run, ['x', 'f']) : run, 5e-6);
      }),
      { numRuns: 3 * RUNS },
    );
  });
  it('convolution with bias and activation', async () => {
    const inputs = { x: numbers([2, 9, 8, 3], 1), f: numbers([3, 3, 3, 6], 2), b: numbers([6], 3) };
    await expectSame(inputs, (given) =>
      tf.relu(tf.add(tf.conv2d(of(given, 'x') as tf.Tensor4D, of(given, 'f') as tf.Tensor4D, 1, 'same'), of(given, 'b'))),
    );
  });
  it('convolution and pooling with paddings of their own for each side, and their gradients', async () => {
    const side = fc.integer({ min: 0, max: 2 });
    await fc.assert(
      fc.asyncProperty(windows, fc.tuple(side, side, side, side), async (w, [top, bottom, left, right]) => {
        if (w.height <= 2 || w.width <= 2) return;
        const pads: [[number, number], [number, number], [number, number], [number, number]] = [
          [0, 0],
          [top, bottom],
          [left, right],
          [0, 0],
        ];
        const inputs = {
          x: numbers([w.batch, w.rows, w.columns, w.channels], w.seed),
          f: numbers([w.height, w.width, w.channels, w.outputs], w.seed + 1),
        };
        const convolve = (given: Record<string, tf.Tensor>): tf.Tensor =>
          tf.conv2d(of(given, 'x') as tf.Tensor4D, of(given, 'f') as tf.Tensor4D, w.stride, pads);
        await expectSame(inputs, withGradients(convolve, ['x', 'f']), 5e-6);
        const pool = (given: Record<string, tf.Tensor>): tf.Tensor =>
          tf.maxPool(of(given, 'x') as tf.Tensor4D, [w.height, w.width], w.stride, pads);
        await expectSame(inputs, withGradients(pool, ['x']), 5e-6);
      }),
      { numRuns: RUNS },
    );
  });
  it('depthwise convolution and its gradients', async () => {
    await fc.assert(
      fc.asyncProperty(windows, async (w) => {
        const inputs = {
          x: numbers([w.batch, w.rows, w.columns, w.channels], w.seed),
          f: numbers([w.height, w.width, w.channels, 1], w.seed + 1),
        };
        await expectSame(
          inputs,
          withGradients(
            (given) => tf.depthwiseConv2d(of(given, 'x') as tf.Tensor4D, of(given, 'f') as tf.Tensor4D, w.stride, w.pad),
            ['x', 'f'],
          ),
          5e-6,
        );
      }),
      { numRuns: RUNS },
    );
  });
  it.each([
    ['maxPool', tf.maxPool],
    ['avgPool', tf.avgPool],
  ] as const)('%s and its gradient', async (_, pool) => {
    await fc.assert(
      fc.asyncProperty(windows, async (w) => {
        const inputs = { x: numbers([w.batch, w.rows, w.columns, w.channels], w.seed) };
        await expectSame(
          inputs,
          withGradients((given) => pool(of(given, 'x') as tf.Tensor4D, [w.height, w.width], w.stride, w.pad), ['x']),
          5e-6,
        );
      }),
      { numRuns: 2 * RUNS },
    );
  });
});
