/** Moves against tfjs's cpu backend, on random shapes. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { expectSame, numbers, of } from './compare';

const seed = fc.integer({ min: 1, max: 1e6 });
const RUNS = 25;

describe('moves', () => {
  const shapes = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }));
  const programs: Readonly<Record<string, (x: tf.Tensor, s: number) => tf.Tensor | tf.Tensor[]>> = {
    transpose: (x, s) =>
      tf.transpose(
        x,
        [
          [0, 2, 1],
          [2, 1, 0],
          [1, 0, 2],
          [1, 2, 0],
          [2, 0, 1],
        ][s % 5],
      ),
    slice: (x, s) =>
      tf.slice(
        x,
        x.shape.map((one) => s % one),
        x.shape.map((one) => one - (s % one)),
      ),
    reverse: (x, s) => tf.reverse(x, [s % 3]),
    pad: (x, s) =>
      tf.pad(
        x,
        [
          [s % 3, 1],
          [0, s % 2],
          [2, 0],
        ],
        s % 4,
      ),
    tile: (x, s) => tf.tile(x, [1 + (s % 3), 1, 1 + (s % 2)]),
    concat: (x, s) =>
      tf.concat(
        [
          x,
          tf.mul(x, 2),
          tf.slice(
            x,
            [0, 0, 0],
            x.shape.map((one, axis) => (axis === s % 3 ? 1 : one)),
          ),
        ],
        s % 3,
      ),
    stack: (x, s) => tf.stack([x, tf.neg(x)], s % 4),
    unstack: (x, s) => tf.unstack(x, s % 3),
    split: (x, s) => tf.split(tf.concat([x, x], s % 3), 2, s % 3),
    reshape: (x) => tf.reshape(x, [-1]),
    expandDims: (x, s) => tf.expandDims(x, s % 4),
    broadcastTo: (x) => tf.broadcastTo(tf.slice(x, [0, 0, 0], [1, -1, 1]), x.shape),
    cumulativeTransposes: (x) => tf.add(tf.transpose(tf.transpose(x, [0, 2, 1]), [0, 2, 1]), x),
  };
  it.each(Object.entries(programs))('%s', async (_, f) => {
    await fc.assert(
      fc.asyncProperty(shapes, seed, async (shape, s) => {
        await expectSame({ x: numbers(shape, s) }, (given) => f(of(given, 'x'), s));
      }),
      { numRuns: RUNS },
    );
  });
});
