/** Matrix products, look-ups and reductions against tfjs's cpu backend, on random shapes. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { expectSame, numbers, of, wholes, withGradients } from './compare';

const length = fc.integer({ min: 1, max: 19 });
const small = fc.integer({ min: 1, max: 6 });
const seed = fc.integer({ min: 1, max: 1e6 });
const RUNS = 25;

describe('products', () => {
  it('of matrices, turned and in batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        length,
        length,
        length,
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom([], [1], [3], [2, 3]),
        seed,
        async (m, k, n, ta, tb, batch, s) => {
          const inputs = { a: numbers([...batch, ...(ta ? [k, m] : [m, k])], s), b: numbers([...batch, ...(tb ? [n, k] : [k, n])], s + 1) };
          await expectSame(inputs, (given) => tf.matMul(of(given, 'a'), of(given, 'b'), ta, tb));
        },
      ),
      { numRuns: 4 * RUNS },
    );
  });

  it('with bias and activation, and their gradients', async () => {
    await fc.assert(
      fc.asyncProperty(length, length, length, seed, async (m, k, n, s) => {
        const inputs = { x: numbers([m, k], s), w: numbers([k, n], s + 1), b: numbers([n], s + 2) };
        const program = withGradients(
          (given) => tf.tanh(tf.add(tf.matMul(of(given, 'x'), of(given, 'w')), of(given, 'b'))),
          ['x', 'w', 'b'],
        );
        // Sums of numbers of both signs lose digits.
        await expectSame(inputs, program, 1e-4);
      }),
      { numRuns: 4 * RUNS },
    );
  });

  it('of a batch with one matrix for all', async () => {
    await expectSame({ a: numbers([3, 5, 7], 1), b: numbers([1, 7, 6], 2) }, (given) => tf.matMul(of(given, 'a'), of(given, 'b')));
  });

  it('rows by index, and their gradient', async () => {
    await fc.assert(
      fc.asyncProperty(length, length, length, seed, async (rows, columns, count, s) => {
        const inputs = { x: numbers([rows, columns], s), i: wholes([count], s, rows) };
        await expectSame(
          inputs,
          withGradients((given) => tf.gather(of(given, 'x'), tf.cast(of(given, 'i'), 'int32')), ['x']),
        );
      }),
      { numRuns: RUNS },
    );
  });
  it('columns by index', async () => {
    await expectSame({ x: numbers([4, 5, 3], 1), i: wholes([7], 2, 5) }, (given) =>
      tf.gather(of(given, 'x'), tf.cast(of(given, 'i'), 'int32'), 1),
    );
  });
  it('one-hot rows', async () => {
    await expectSame({ i: wholes([9], 2, 6) }, (given) => tf.cast(tf.oneHot(tf.cast(of(given, 'i'), 'int32'), 5), 'float32'));
  });
});

describe('reductions', () => {
  const reductions: Readonly<Record<string, (x: tf.Tensor, axes: number[], keep: boolean) => tf.Tensor>> = {
    sum: (x, axes, keep) => tf.sum(x, axes, keep),
    mean: (x, axes, keep) => tf.mean(x, axes, keep),
    max: (x, axes, keep) => tf.max(x, axes, keep),
    min: (x, axes, keep) => tf.min(x, axes, keep),
    prod: (x, axes, keep) => tf.prod(x, axes, keep),
  };
  it.each(Object.entries(reductions))('%s over any dimensions', async (_, f) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        fc.nat(15),
        fc.boolean(),
        seed,
        async (shape, mask, keep, s) => {
          const axes = shape.flatMap((_length, axis) => ((mask >> axis) & 1 ? [axis] : []));
          // All positive: a sum that all but cancels out keeps no digit that could be compared.
          const positive = { shape, data: numbers(shape, s).data.map((value) => 0.1 + Math.abs(value)) };
          await expectSame({ x: positive }, (given) => f(of(given, 'x'), axes, keep), 5e-6);
        },
      ),
      { numRuns: 2 * RUNS },
    );
  });
  it.each([
    ['argMax', tf.argMax],
    ['argMin', tf.argMin],
  ] as const)('%s along any dimension', async (_, f) => {
    await fc.assert(
      fc.asyncProperty(fc.array(small, { minLength: 1, maxLength: 3 }), fc.nat(2), seed, async (shape, axis, s) => {
        await expectSame({ x: numbers(shape, s) }, (given) => f(of(given, 'x'), Math.min(axis, shape.length - 1)));
      }),
      { numRuns: RUNS },
    );
  });
  it.each([
    ['softmax', (x: tf.Tensor) => tf.softmax(x)],
    ['logSoftmax', (x: tf.Tensor) => tf.logSoftmax(x)],
  ] as const)('%s and its gradient', async (_, f) => {
    await fc.assert(
      fc.asyncProperty(length, length, fc.constantFrom(0.1, 3, 60), seed, async (rows, columns, deviation, s) => {
        const program = withGradients((given) => f(of(given, 'x')), ['x']);
        await expectSame({ x: numbers([rows, columns], s, deviation) }, program, 3e-5);
      }),
      { numRuns: RUNS },
    );
  });
});
