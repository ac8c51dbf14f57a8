/** Steps that are taken over and over are recorded once, and give what they give when every moment is recorded, bit for bit. */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { record } from '../../../src/engine/compile/record/record';
import { unrolled, type Sequence, type Step } from '../../../src/ml/unrolled';
import { compiledResults, expectSame, numbers, of, withGradients } from './compare';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** Uses its state five times and its weight twice. */
const gated: Step = (x, [h = x, c = x], [w = x]) => {
  const [open = x, fresh = x] = tf.split(tf.matMul(tf.concat([x, h], 1), w), 2, 1);
  const gate = tf.sigmoid(open);
  const kept = tf.add(tf.mul(gate, c), tf.mul(tf.sub(1, gate), tf.tanh(fresh)));
  return [tf.add(tf.mul(h, gate), tf.mul(tf.sin(h), tf.matMul(kept, tf.slice(w, [0, 0], [3, 3])))), kept];
};
/** Makes a state that no step needs. */
const idle: Step = (x, [h = x, c = x], [w = x]) => [tf.tanh(tf.matMul(tf.mul(x, h), tf.slice(w, [0, 0], [3, 3]))), tf.neg(c), tf.square(x)];
/** Hands on what it was given: one tensor at all moments, whose gradient is summed in another order. */
const through: Step = (x, [h = x, c = x], [w = x]) => [tf.tanh(tf.matMul(tf.mul(x, h), tf.slice(w, [0, 0], [3, 3]))), c];
/** One of its two parts has no gradient behind the last moment. */
const halves: Step = (x, [h = x, c = x], [w = x]) => {
  const [left = x, right = x] = tf.split(tf.matMul(tf.add(x, tf.mul(h, c)), w), 2, 1);
  return [tf.sigmoid(left), tf.tanh(right)];
};

const tall = { x: numbers([5, 2, 3], 1), h: numbers([2, 3], 2), c: numbers([2, 3], 3), w: numbers([6, 6], 4, 0.5) };
const wide = { ...tall, w: numbers([3, 6], 4, 0.5) };

/** Every moment by itself, as a plain loop has it. */
function loop(step: Step, { moments, start, weights }: Sequence, wanted = 1): tf.Tensor[][] {
  let state = start;
  return moments.map((x) => {
    state = step(x, state, weights);
    return state.slice(0, wanted);
  });
}

/** What is handed out at five moments, side by side. */
const over =
  (take: typeof unrolled, step: Step, wanted: number, started: boolean) =>
  (given: Record<string, tf.Tensor>): tf.Tensor => {
    const [h, c] = [of(given, 'h'), of(given, 'c')];
    const moments = tf.unstack(of(given, 'x'));
    const states = take(step, { moments, start: started ? [h, c] : [], weights: [of(given, 'w')] }, wanted);
    // Without a start they have a gradient all the same.
    return tf.stack([...states.flat(), ...(started ? [] : [tf.mul(h, c)])]);
  };

describe.each([
  ['that uses its state and its weight several times', gated, tall, 1, true],
  ['of which the whole state is looked at', gated, tall, 2, true],
  ['that begins with no state', gated, tall, 1, false],
  ['that makes a state which no step needs', idle, wide, 2, true],
  ['whose last moment is needed in part', halves, wide, 1, true],
])('a step %s', (_, step, given, wanted, started) => {
  const names = Object.keys(given);

  it('computes the same numbers and gradients, bit for bit', () => {
    const plain = compiledResults(given, withGradients(over(loop, step, wanted, started), names));
    expect(plain).toHaveLength(5);
    expect(compiledResults(given, withGradients(over(unrolled, step, wanted, started), names))).toEqual(plain);
  });

  it('computes what it computes eagerly', async () => {
    await expectSame(given, withGradients(over(unrolled, step, wanted, started), names), 1e-5);
  });
});

describe('a step', () => {
  it('that hands on what it was given computes what it computes eagerly', async () => {
    await expectSame(wide, withGradients(over(unrolled, through, 2, true), Object.keys(wide)), 1e-5);
  });

  const counted = (): { readonly step: Step; readonly calls: () => number } => {
    let calls = 0;
    const step: Step = (x, [h = x]) => [(calls++, tf.tanh(tf.add(x, h)))];
    return { step, calls: () => calls };
  };
  const over20 = (x: tf.Tensor): Sequence => ({ moments: Array.from({ length: 20 }, () => x), start: [], weights: [] });

  it('runs once without a state and once with one while it is recorded, and at every moment elsewhere', () => {
    const { step, calls } = counted();
    record(new Map(), (recording) => void unrolled(step, over20(recording.input('x', [2]))));
    expect(calls()).toBe(2);
    tf.tidy(() => unrolled(step, over20(tf.tensor1d([1, 2]))));
    expect(calls()).toBe(22);
  });

  it('may not use a tensor whose gradient would be lost, and says so', () => {
    record(new Map(), (recording) => {
      const [x, y] = [recording.input('x', [2]), recording.input('y', [2])];
      expect(() => unrolled((given) => [tf.add(given, y)], over20(x))).toThrow('a step uses a tensor that it is not given');
    });
  });
});
