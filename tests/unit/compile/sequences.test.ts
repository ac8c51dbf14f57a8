/** What recurrent networks and transformers are made of, batch first, forward and backward, against tfjs's cpu backend. */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompiledRun } from '../../../src/engine/worker/compiled/compiled-run';
import { trainingStep } from '../../../src/engine/worker/run/training-step';
import { disposeModel } from '../../../src/engine/worker/compiled/weights';
import type { Model } from '../../../src/ml/model';
import { benchModels } from '../../../tools/bench/models';
import { recurrent } from '../../../tools/bench/models/recurrent';
import { on, read } from '../ml/support';
import { expectSame, numbers, of, wholes, withGradients } from './compare';

const small = fc.integer({ min: 1, max: 5 });
const seed = fc.integer({ min: 1, max: 1e6 });
const RUNS = 10;
const TOLERANCE = 2e-4;

type Given = Record<string, tf.Tensor>;

const indices = (given: Given, name: string): tf.Tensor => tf.cast(of(given, name), 'int32');

/** Runs a property over a batch, moments, a width and a seed. */
function overShapes(check: (batch: number, steps: number, width: number, s: number) => Promise<void>): Promise<void> {
  return fc.assert(fc.asyncProperty(small, fc.integer({ min: 1, max: 7 }), small, seed, check), { numRuns: RUNS });
}

describe('sequences', () => {
  it('are looked up by [batch, time] indices, and their gradients added up by rows', () =>
    overShapes(async (batch, steps, width, s) => {
      const inputs = { e: numbers([6, width], s), i: wholes([batch, steps], s + 1, 6) };
      await expectSame(
        inputs,
        withGradients((given) => tf.gather(of(given, 'e'), indices(given, 'i')), ['e']),
        TOLERANCE,
      );
    }));

  it('give each sequence the moments that its own indices name', () =>
    overShapes(async (batch, steps, width, s) => {
      // Without gradients: those of tfjs ask for chained ops, which are not loaded.
      const rows = { x: numbers([batch, steps, width], s), i: wholes([batch, 3], s + 1, steps) };
      await expectSame(rows, (given) => tf.gather(of(given, 'x'), indices(given, 'i'), 1, 1));
      const single = { x: numbers([batch, steps], s), i: wholes([batch, 2, 2], s + 1, steps) };
      await expectSame(single, (given) => tf.gather(of(given, 'x'), indices(given, 'i'), 1, 1));
    }));

  it('are cut into moments and put together again, forwards and backwards in time', () =>
    overShapes(async (batch, before, width, s) => {
      // Of a single moment tfjs has no gradient: unstack's takes a list.
      const steps = before + 1;
      const inputs = { x: numbers([batch, steps, width], s), h: numbers([batch, width], s + 1) };
      const program = withGradients(
        (given) => {
          let h = of(given, 'h');
          const states = tf.unstack(tf.reverse(of(given, 'x'), 1), 1).map((x) => (h = tf.tanh(tf.add(x, tf.mul(h, 0.5)))));
          const all = tf.reverse(tf.stack(states, 1), 1);
          const last = tf.slice(of(given, 'x'), [0, steps - 1, 0], [batch, 1, width]);
          return tf.concat([all, tf.sigmoid(last), tf.expandDims(h, 1)], 1);
        },
        ['x', 'h'],
      );
      await expectSame(inputs, program, TOLERANCE);
    }));

  it('learn from indices over [batch, time], padded places left out', () =>
    overShapes(async (batch, steps, classes, s) => {
      const inputs = {
        x: numbers([batch, steps, classes + 1], s, 3),
        t: wholes([batch, steps], s + 1, classes + 1),
        mask: wholes([batch, steps], s + 2, 2),
      };
      const program = withGradients(
        (given) => {
          const right = tf.cast(tf.oneHot(indices(given, 't'), classes + 1), 'float32');
          const losses = tf.neg(tf.sum(tf.mul(tf.logSoftmax(of(given, 'x')), right), -1));
          const mask = tf.cast(of(given, 'mask'), 'float32');
          return tf.div(tf.sum(tf.mul(losses, mask)), tf.maximum(tf.sum(mask), 1));
        },
        ['x'],
      );
      await expectSame(inputs, program, TOLERANCE);
    }));

  it('are weighed where a mask allows it: softmax over the last dimension, by `where` and by -1e9', () =>
    overShapes(async (batch, steps, heads, s) => {
      const inputs = { x: numbers([batch, heads, steps, steps], s, 2) };
      const program = withGradients(
        (given) => {
          const places = tf.range(0, steps, 1, 'int32');
          const seen = tf.greaterEqual(tf.expandDims(places, 1), tf.expandDims(places, 0));
          const scores = of(given, 'x');
          const chosen = tf.softmax(tf.where(tf.broadcastTo(seen, scores.shape), scores, tf.fill(scores.shape, -1e9)));
          return tf.add(chosen, tf.softmax(tf.add(scores, tf.mul(tf.sub(1, tf.cast(seen, 'float32')), -1e9))));
        },
        ['x'],
      );
      await expectSame(inputs, program, TOLERANCE);
    }));

  it('attend in several heads: cut, turned, multiplied over [batch, heads, time, time], and put together', () =>
    overShapes(async (batch, steps, width, s) => {
      const heads = 2;
      const inputs = { x: numbers([batch, steps, heads * width], s), w: numbers([heads * width, 3 * heads * width], s + 1) };
      const program = withGradients(
        (given) => {
          const flat = tf.matMul(tf.reshape(of(given, 'x'), [batch * steps, heads * width]), of(given, 'w'));
          const [q = flat, k = flat, v = flat] = tf
            .split(tf.reshape(flat, [batch, steps, 3 * heads * width]), 3, 2)
            .map((one) => tf.transpose(tf.reshape(one, [batch, steps, heads, width]), [0, 2, 1, 3]));
          const weights = tf.softmax(tf.mul(tf.matMul(q, k, false, true), 1 / Math.sqrt(width)));
          return tf.reshape(tf.transpose(tf.matMul(weights, v), [0, 2, 1, 3]), [batch, steps, heads * width]);
        },
        ['x', 'w'],
      );
      await expectSame(inputs, program, TOLERANCE);
    }));

  it('are scored additively: every moment with every other, by broadcasting over [batch, time, time, width]', () =>
    overShapes(async (batch, steps, width, s) => {
      const inputs = {
        q: numbers([batch, steps, width], s),
        k: numbers([batch, steps + 1, width], s + 1),
        v: numbers([width], s + 2),
      };
      const program = withGradients(
        (given) => {
          const pairs = tf.tanh(tf.add(tf.expandDims(of(given, 'q'), 2), tf.expandDims(of(given, 'k'), 1)));
          return tf.softmax(tf.sum(tf.mul(pairs, of(given, 'v')), -1));
        },
        ['q', 'k', 'v'],
      );
      await expectSame(inputs, program, TOLERANCE);
    }));

  it('are turned by their places: halves of the last dimension under sine and cosine', () =>
    overShapes(async (batch, steps, half, s) => {
      const inputs = { x: numbers([batch, steps, 2 * half], s) };
      const program = withGradients(
        (given) => {
          const rates = tf.pow(0.1, tf.div(tf.range(0, half), half));
          const angles = tf.mul(tf.expandDims(tf.range(0, steps), 1), rates);
          const [a = angles, b = angles] = tf.split(of(given, 'x'), 2, 2);
          const [cosines, sines] = [tf.cos(angles), tf.sin(angles)];
          return tf.concat([tf.sub(tf.mul(a, cosines), tf.mul(b, sines)), tf.add(tf.mul(a, sines), tf.mul(b, cosines))], 2);
        },
        ['x'],
      );
      await expectSame(inputs, program, TOLERANCE);
    }));

  it('are normalised over the last dimension and bent by GELU, exact and by tanh', () =>
    overShapes(async (batch, steps, width, s) => {
      const inputs = { x: numbers([batch, steps, width + 1], s), g: numbers([width + 1], s + 1) };
      const program = withGradients(
        (given) => {
          const { mean, variance } = tf.moments(of(given, 'x'), -1, true);
          const y = tf.mul(tf.mul(tf.sub(of(given, 'x'), mean), tf.rsqrt(tf.add(variance, 1e-3))), of(given, 'g'));
          const exact = tf.mul(tf.mul(0.5, y), tf.add(1, tf.erf(tf.div(y, Math.SQRT2))));
          const inner = tf.mul(Math.sqrt(2 / Math.PI), tf.add(y, tf.mul(0.044715, tf.pow(y, 3))));
          return tf.add(exact, tf.mul(tf.mul(0.5, y), tf.add(1, tf.tanh(inner))));
        },
        ['x', 'g'],
      );
      await expectSame(inputs, program, 1e-3);
    }));

  it('are summed up to each moment, in either direction, with it or without', () =>
    overShapes(async (batch, steps, width, s) => {
      const [middle, last] = [{ x: numbers([batch, steps, width], s) }, { x: numbers([batch, width, steps], s) }];
      for (const exclusive of [false, true]) {
        for (const reverse of [false, true]) {
          await expectSame(middle, (given) => tf.cumsum(of(given, 'x'), 1, exclusive, reverse), TOLERANCE);
          // tfjs's gradient is right along the last dimension alone.
          await expectSame(
            last,
            withGradients((given) => tf.cumsum(of(given, 'x'), 2, exclusive, reverse), ['x']),
            TOLERANCE,
          );
        }
      }
    }));
});

describe('a whole training step', () => {
  const models: Readonly<Record<string, () => Model>> = {
    'a simple recurrent network': () => recurrent('simple', 3, 1, 9),
    'an LSTM': () => recurrent('lstm', 3, 1, 9),
    'a GRU': () => recurrent('gru', 3, 1, 9),
    'a transformer': () => benchModels['transformer']?.(3, 1) ?? recurrent('simple', 3, 1),
  };

  it.each(Object.keys(models))('of %s under Adam gives the losses that it gives eagerly', async (name) => {
    await on('cpu');
    const [model, eager] = [models[name]?.(), models[name]?.()];
    if (model === undefined || eager === undefined) throw new Error(`there is no ${name}`);
    const run = await CompiledRun.create(model);
    run.take();
    const losses = new Float32Array(8);
    run.steps(0, losses);
    const wanted = Array.from(losses, (_, step) => read(trainingStep(eager, step))[0] ?? NaN);
    losses.forEach((loss, step) => expect(loss, `step ${step}`).toBeCloseTo(wanted[step] ?? NaN, 4));
    disposeModel(model);
    disposeModel(eager);
  });
});
