/** Functions that are called over and over are recorded once, and give what they give when every call is recorded, bit for bit. */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { record } from '../../../src/engine/compile/record/record';
import { repeated, type Repeatable } from '../../../src/ml/repeated';
import { compiledResults, expectSame, numbers, of, withGradients } from './compare';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const first = (tensors: readonly tf.Tensor[]): tf.Tensor => tensors[0] ?? tf.scalar(NaN);

/** Uses its state three times and its weight twice; the second result is not needed after the last step. */
const gated: Repeatable = (x, h, c, w) => {
  const [open = x, fresh = x] = tf.split(tf.matMul(tf.concat([x, h], 1), w), 2, 1);
  const gate = tf.sigmoid(open);
  const kept = tf.add(tf.mul(gate, c), tf.mul(tf.sub(1, gate), tf.tanh(fresh)));
  return [tf.add(tf.mul(h, gate), tf.mul(tf.sin(h), tf.matMul(kept, tf.slice(w, [0, 0], [3, 3])))), kept];
};
/** Hands on what it was given, and makes a result that nobody needs. */
const through: Repeatable = (x, h, c, w) => [tf.tanh(tf.matMul(tf.mul(x, h), tf.slice(w, [0, 0], [3, 3]))), c, tf.square(x)];
/** One of two parts has a gradient. */
const halves: Repeatable = (x, h, c, w) => {
  const [left = x, right = x] = tf.split(tf.matMul(tf.add(x, h), w), 2, 1);
  return [tf.sigmoid(left), tf.mul(c, 0.5), tf.tanh(right)];
};

const inputs = { x: numbers([5, 2, 3], 1), h: numbers([2, 3], 2), c: numbers([2, 3], 3), w: numbers([6, 6], 4, 0.5) };
const shortInputs = { ...inputs, w: numbers([3, 6], 4, 0.5) };

/** The states of five steps, and what the last one hands on where that is wanted; the gradient goes through all of them. */
const unrolled =
  (step: Repeatable, last: boolean) =>
  (given: Record<string, tf.Tensor>): tf.Tensor => {
    let [h, c] = [of(given, 'h'), of(given, 'c')];
    const states = tf.unstack(of(given, 'x')).map((x) => {
      [h = h, c = c] = step(x, h, c, of(given, 'w'));
      return h;
    });
    return tf.stack(last ? [...states, c] : states);
  };

describe.each([
  ['that uses its state and its weight several times', gated, inputs, false],
  ['that hands on what it was given', through, shortInputs, true],
  ['whose results are needed in part', halves, shortInputs, true],
])('a repeated function %s', (_, step, given, last) => {
  const names = Object.keys(given);

  it('computes the same numbers and gradients, bit for bit', () => {
    const plain = compiledResults(given, withGradients(unrolled(step, last), names));
    expect(plain).toHaveLength(5);
    expect(compiledResults(given, withGradients(unrolled(repeated(step), last), names))).toEqual(plain);
  });

  it('computes what it computes eagerly', async () => {
    await expectSame(given, withGradients(unrolled(repeated(step), last), names), 1e-5);
  });
});

describe('a repeated function', () => {
  /** Runs a program over a recorded input of ones. */
  const recorded = (program: (x: tf.Tensor) => unknown): void => {
    record(new Map(), (recording) => void program(recording.input('x', [2, 2])));
  };
  const counted = (): { readonly step: Repeatable; readonly calls: () => number } => {
    let calls = 0;
    const step = repeated((x) => [(calls++, tf.tanh(x))]);
    return { step, calls: () => calls };
  };

  it('runs once while it is recorded, and once for each other shape', () => {
    const { step, calls } = counted();
    recorded((x) => {
      let h = x;
      for (let i = 0; i < 20; i++) h = first(step(h));
    });
    expect(calls()).toBe(1);
    recorded((x) => [step(x), step(x), step(tf.reshape(x, [4]))]);
    expect(calls()).toBe(3);
  });

  it('runs at every call elsewhere', () => {
    const { step, calls } = counted();
    tf.tidy(() => [step(tf.scalar(1)), step(tf.scalar(2))]);
    expect(calls()).toBe(2);
  });

  it('may not use a tensor whose gradient would be lost, and says so', () => {
    recorded((x) => {
      expect(() => repeated((h) => [tf.add(h, x)])(x)).toThrow('a repeated function uses a tensor that it is not given');
    });
  });
});
