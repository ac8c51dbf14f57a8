/** Whole layers, forward and backward, against tfjs's cpu backend: what networks are made of, on random shapes. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { lossOf } from '../../../src/ml/losses';
import { expectSame, numbers, of, wholes, withGradients } from './compare';

const small = fc.integer({ min: 1, max: 5 });
const seed = fc.integer({ min: 1, max: 1e6 });
const RUNS = 12;
/** Sums of both signs, several one after the other, lose digits. */
const TOLERANCE = 2e-4;

type Given = Record<string, tf.Tensor>;

function normalised(x: tf.Tensor, axes: number[], scale: tf.Tensor, shift: tf.Tensor): tf.Tensor {
  const { mean, variance } = tf.moments(x, axes, true);
  return tf.add(tf.mul(tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, 1e-3))), scale), shift);
}

/** Four gates by one product; h and c of the last of `steps` steps. */
function lstm(given: Given, steps: number): tf.Tensor {
  let [h, c] = [of(given, 'h'), of(given, 'c')];
  for (const x of tf.unstack(of(given, 'x'), 0).slice(0, steps)) {
    const gates = tf.add(tf.matMul(tf.concat([x, h], 1), of(given, 'w')), of(given, 'b'));
    const [i = gates, f = gates, o = gates, candidate = gates] = tf.split(gates, 4, 1);
    c = tf.add(tf.mul(tf.sigmoid(f), c), tf.mul(tf.sigmoid(i), tf.tanh(candidate)));
    h = tf.mul(tf.sigmoid(o), tf.tanh(c));
  }
  return tf.concat([h, c], 1);
}

describe('layers and their gradients', () => {
  it('batch normalisation over a batch, and over images', async () => {
    await fc.assert(
      fc.asyncProperty(small, small, small, seed, fc.boolean(), async (n, side, channels, s, images) => {
        const shape = images ? [n + 1, side, side, channels] : [n + 1, channels];
        const inputs = { x: numbers(shape, s), g: numbers([channels], s + 1), b: numbers([channels], s + 2) };
        const axes = shape.slice(0, -1).map((_, axis) => axis);
        const program = withGradients((given) => normalised(of(given, 'x'), axes, of(given, 'g'), of(given, 'b')), ['x', 'g', 'b']);
        await expectSame(inputs, program, 1e-3);
      }),
      { numRuns: RUNS },
    );
  });

  it('layer normalisation', async () => {
    await fc.assert(
      fc.asyncProperty(small, small, fc.integer({ min: 2, max: 9 }), seed, async (n, steps, width, s) => {
        const inputs = { x: numbers([n, steps, width], s), g: numbers([width], s + 1), b: numbers([width], s + 2) };
        await expectSame(
          inputs,
          withGradients((given) => normalised(of(given, 'x'), [2], of(given, 'g'), of(given, 'b')), ['x', 'g', 'b']),
          1e-3,
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('dropout by a mask that comes in', async () => {
    const inputs = { x: numbers([7, 5], 1), w: numbers([5, 3], 2), mask: wholes([7, 3], 3, 2) };
    const program = withGradients(
      (given) => tf.mul(tf.relu(tf.matMul(of(given, 'x'), of(given, 'w'))), tf.mul(tf.cast(of(given, 'mask'), 'float32'), 2)),
      ['x', 'w'],
    );
    await expectSame(inputs, program, TOLERANCE);
  });

  it('softmax with cross-entropy, of logits small and large', async () => {
    await fc.assert(
      fc.asyncProperty(small, fc.integer({ min: 2, max: 11 }), fc.constantFrom(0.1, 1, 40), seed, async (n, classes, deviation, s) => {
        const inputs = { x: numbers([n, classes], s, deviation), t: wholes([n], s + 1, classes) };
        const program = withGradients(
          (given) => lossOf('crossEntropy')(of(given, 'x'), tf.cast(tf.oneHot(tf.cast(of(given, 't'), 'int32'), classes), 'float32')),
          ['x'],
        );
        await expectSame(inputs, program, TOLERANCE);
      }),
      { numRuns: RUNS },
    );
  });

  it('embeddings, whose rows may be asked for more than once', async () => {
    await fc.assert(
      fc.asyncProperty(small, small, small, seed, async (rows, width, count, s) => {
        const inputs = { e: numbers([rows, width], s), i: wholes([count, 3], s + 1, rows), w: numbers([width, 2], s + 2) };
        const program = withGradients(
          (given) => tf.matMul(tf.reshape(tf.gather(of(given, 'e'), tf.cast(of(given, 'i'), 'int32')), [-1, width]), of(given, 'w')),
          ['e', 'w'],
        );
        await expectSame(inputs, program, TOLERANCE);
      }),
      { numRuns: RUNS },
    );
  });

  it('attention of several heads, each place seeing itself and what came before', async () => {
    await fc.assert(
      fc.asyncProperty(small, small, small, small, seed, async (n, heads, steps, width, s) => {
        const shape = [n, heads, steps, width];
        const inputs = { q: numbers(shape, s), k: numbers(shape, s + 1), v: numbers(shape, s + 2) };
        const hidden = tf.tensor2d(
          Float32Array.from({ length: steps * steps }, (_, i) => (i % steps > Math.floor(i / steps) ? -1e9 : 0)),
          [steps, steps],
        );
        const program = withGradients(
          (given) => {
            const scores = tf.mul(tf.matMul(of(given, 'q'), of(given, 'k'), false, true), 1 / Math.sqrt(width));
            return tf.transpose(tf.matMul(tf.softmax(tf.add(scores, hidden)), of(given, 'v')), [0, 2, 1, 3]);
          },
          ['q', 'k', 'v'],
        );
        await expectSame(inputs, program, TOLERANCE);
        hidden.dispose();
      }),
      { numRuns: RUNS },
    );
  });

  it('an LSTM over several steps', async () => {
    await fc.assert(
      fc.asyncProperty(small, small, small, fc.integer({ min: 2, max: 4 }), seed, async (n, width, units, steps, s) => {
        const inputs = {
          x: numbers([steps, n, width], s),
          h: numbers([n, units], s + 1),
          c: numbers([n, units], s + 2),
          w: numbers([width + units, 4 * units], s + 3),
          b: numbers([4 * units], s + 4),
        };
        await expectSame(
          inputs,
          withGradients((given) => lstm(given, steps), ['x', 'h', 'c', 'w', 'b']),
          TOLERANCE,
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('the mean over all of an image, before dense layers', async () => {
    const inputs = { x: numbers([3, 4, 5, 6], 1), w: numbers([6, 2], 2) };
    await expectSame(
      inputs,
      withGradients((given) => tf.matMul(tf.mean(of(given, 'x'), [1, 2]), of(given, 'w')), ['x', 'w']),
      TOLERANCE,
    );
  });

  it('nothing at all: arrays of no elements are left out of joins and sums', async () => {
    await expectSame({ x: numbers([4, 3], 1) }, (given) => tf.concat([of(given, 'x'), tf.zeros([0, 3])], 0));
    await expectSame({ x: numbers([4, 3], 1) }, (given) => tf.sum(tf.slice(of(given, 'x'), [0, 0], [0, 3])));
  });
});
