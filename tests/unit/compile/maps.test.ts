/** Maps against tfjs's cpu backend: random shapes, broadcast, and the edges of float32. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectSame, compiledResults, numbers, of, withGradients } from './compare';

const length = fc.integer({ min: 1, max: 19 });
const small = fc.integer({ min: 1, max: 6 });
const seed = fc.integer({ min: 1, max: 1e6 });
const RUNS = 25;

describe('maps', () => {
  const unary: Readonly<Record<string, (x: tf.Tensor) => tf.Tensor>> = {
    abs: tf.abs,
    ceil: tf.ceil,
    cos: tf.cos,
    elu: tf.elu,
    erf: tf.erf,
    exp: tf.exp,
    expm1: tf.expm1,
    floor: tf.floor,
    neg: tf.neg,
    relu: tf.relu,
    relu6: tf.relu6,
    round: tf.round,
    sigmoid: tf.sigmoid,
    sign: tf.sign,
    sin: tf.sin,
    softplus: tf.softplus,
    square: tf.square,
    step: tf.step,
    tanh: tf.tanh,
    leakyRelu: (x) => tf.leakyRelu(x, 0.1),
    clip: (x) => tf.clipByValue(x, -0.5, 0.7),
    reciprocal: tf.reciprocal,
    log: (x) => tf.log(tf.abs(x)),
    log1p: (x) => tf.log1p(tf.abs(x)),
    sqrt: (x) => tf.sqrt(tf.abs(x)),
    rsqrt: (x) => tf.rsqrt(tf.abs(x)),
    isNaN: (x) => tf.cast(tf.isNaN(tf.sqrt(x)), 'float32'),
    isFinite: (x) => tf.cast(tf.isFinite(tf.div(x, tf.relu(x))), 'float32'),
    toInt: (x) => tf.cast(tf.cast(x, 'int32'), 'float32'),
    toBool: (x) => tf.cast(tf.cast(tf.relu(x), 'bool'), 'float32'),
    not: (x) => tf.cast(tf.logicalNot(tf.cast(tf.relu(x), 'bool')), 'float32'),
  };
  it.each(Object.entries(unary))('%s', async (_, f) => {
    await fc.assert(
      fc.asyncProperty(length, seed, fc.constantFrom(0.3, 3, 30), async (n, s, deviation) => {
        await expectSame({ x: numbers([n], s, deviation) }, (inputs) => f(of(inputs, 'x')), 5e-6);
      }),
      { numRuns: RUNS },
    );
  });

  it.each([
    ['exp', tf.exp],
    ['tanh', tf.tanh],
    ['sigmoid', tf.sigmoid],
    ['softplus', tf.softplus],
    ['relu', tf.relu],
    ['elu', tf.elu],
    ['expm1', tf.expm1],
    ['log', tf.log],
    ['sqrt', tf.sqrt],
    ['log1p', tf.log1p],
    ['step', tf.step],
    ['erf', tf.erf],
  ] as const)('%s at the edges of float32', (_, f) => {
    const data = Float32Array.of(
      0,
      1,
      -1,
      NaN,
      Infinity,
      -Infinity,
      100,
      -100,
      88.5,
      -88.5,
      -103,
      1e-30,
      -1e-30,
      1e-7,
      -1e-7,
      3e38,
      -3e38,
      0.5,
    );
    const wanted = f(tf.tensor1d(data)).dataSync();
    const [given = []] = compiledResults({ x: { shape: [data.length], data } }, (inputs) => f(of(inputs, 'x')));
    wanted.forEach((value, i) => {
      const one = given[i] ?? 0;
      // Each number by itself: small ones count as much as large ones, down to the smallest that has all its digits; tfjs's elu and
      // erf lose theirs near 0.
      const lost = f === tf.erf || f === tf.elu ? 2e-7 : 2 ** -126 * 2;
      const close = Object.is(one, value) || one === value || Math.abs(one - value) <= 1e-6 * Math.abs(value) + lost;
      if (!close) expect.fail(`at ${data[i]}: compiled ${one}, eager ${value}`);
    });
  });

  const binary: Readonly<Record<string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor>> = {
    add: tf.add,
    sub: tf.sub,
    mul: tf.mul,
    div: tf.div,
    maximum: tf.maximum,
    minimum: tf.minimum,
    squaredDifference: tf.squaredDifference,
    pow: (a, b) => tf.pow(tf.abs(a), b),
    mod: (a, b) => tf.mod(a, tf.add(tf.abs(b), 0.5)),
    greater: (a, b) => tf.cast(tf.greater(a, b), 'float32'),
    less: (a, b) => tf.cast(tf.less(a, b), 'float32'),
    equal: (a, b) => tf.cast(tf.equal(tf.round(a), tf.round(b)), 'float32'),
    and: (a, b) => tf.cast(tf.logicalAnd(tf.greater(a, 0), tf.greater(b, 0)), 'float32'),
    or: (a, b) => tf.cast(tf.logicalOr(tf.greater(a, 0), tf.greater(b, 0)), 'float32'),
    where: (a, b) => tf.where(tf.greater(a, b), a, b),
    notEqual: (a, b) => tf.cast(tf.notEqual(tf.round(a), tf.round(b)), 'float32'),
    floorDiv: (a, b) => tf.floorDiv(tf.round(a), tf.add(tf.abs(tf.round(b)), 1)),
  };
  it.each(Object.entries(binary))('%s, broadcast', async (_, f) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(small, { minLength: 1, maxLength: 3 }),
        fc.nat(7),
        fc.nat(7),
        fc.nat(2),
        seed,
        async (shape, left, right, cut, s) => {
          const thin = (mask: number): number[] => shape.map((one, axis) => ((mask >> axis) & 1 ? 1 : one));
          const inputs = { a: numbers(thin(left), s), b: numbers(thin(right).slice(Math.min(cut, shape.length - 1)), s + 1) };
          await expectSame(inputs, (given) => f(of(given, 'a'), of(given, 'b')), 3e-5);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('chains of them, of different shapes, with gradients', async () => {
    await fc.assert(
      fc.asyncProperty(small, small, small, seed, async (a, b, c, s) => {
        const inputs = { x: numbers([a, b, c], s), y: numbers([b, c], s + 1), z: numbers([a, 1, c], s + 2), w: numbers([c], s + 3) };
        const program = withGradients(
          (given) => {
            const x = tf.tanh(tf.add(tf.mul(of(given, 'x'), of(given, 'w')), of(given, 'y')));
            return tf.mul(tf.sigmoid(tf.sub(x, of(given, 'z'))), tf.add(x, tf.square(of(given, 'w'))));
          },
          ['x', 'y', 'z', 'w'],
        );
        await expectSame(inputs, program, 3e-5);
      }),
      { numRuns: 2 * RUNS },
    );
  });
});
