import {
  argMax,
  cast,
  equal,
  matMul,
  mean,
  mul,
  reshape,
  slice,
  softmax,
  tensor2d,
  transpose,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { letterCodes, symbolCodes } from '../../ml/data-kinds/sequences/program';
import { lossOf } from '../../ml/losses';
import { defineModel, type HostArray } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { supervisedModel } from '../../ml/tasks/supervised';
import { sequencesTask } from '../../ml/tasks/sequences';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import multiHeadProgram from './program';

/** Answers at each place. */
const ASKED = 2;

/** [length * length, length]: the mean over all places, by how far back the place stands that is looked at; before the first comes the last. */
function byDistance(length: number): Tensor {
  const shares = new Float32Array(length ** 3);
  for (let place = 0; place < length; place++)
    for (let seen = 0; seen < length; seen++) shares[(place * length + seen) * length + ((place - seen + length) % length)] = 1 / length;
  return tensor2d(shares, [length * length, length]);
}

/**
 * Frame, of the first held-out sequence: `codes` [places], code points; `letters` [symbols], code points; `truths` [2, places], numbers of
 * symbols; `answers` [2, places, symbols], probabilities; `weights` [heads, places, places]. Over all held out: `looks` [heads, distances],
 * the mean weight of what stands so far back, from 0.
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => multiHeadProgram(values);
    const first = program();
    const { data } = first;
    const { length, symbols } = data;
    const task = sequencesTask(first, random);
    const network = buildNetwork(first.network, random.fork('weights'));
    const loss = lossOf('crossEntropy');
    const { inputs, t } = task.heldOut;
    const count = at(t.shape, 0);
    const held = {
      x: tensor2d(Int32Array.from(inputs.x.data), [count, length], 'int32'),
      t: tensor2d(Int32Array.from(t.data), [count, length * ASKED], 'int32'),
      distances: byDistance(length),
    };
    const points = (shape: readonly number[], numbers: ArrayLike<number>): HostArray => ({ shape, data: Int32Array.from(numbers) });
    const places = Array.from({ length }, (_, i) => i);
    const still = {
      codes: points([length], symbolCodes(data, inputs.x.data.slice(0, length))),
      letters: points([symbols], letterCodes(data)),
      truths: points(
        [ASKED, length],
        Array.from({ length: ASKED }, (_, k) => places.map((place) => Number(t.data[place * ASKED + k]))).flat(),
      ),
    };
    /** By place and question: 1 where the answer is right. [held, places, 2] */
    const rightOf = (scores: Tensor): Tensor => reshape(cast(equal(argMax(scores, -1), held.t), 'float32'), [count, length, ASKED]);
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 10,
      evaluate() {
        const scores = at(network.apply({ x: held.x }, { training: false }).outputs, 0);
        const right = rightOf(scores);
        const [near, far] = [0, 1].map((k) => slice(right, [0, 0, k], [count, length, 1]));
        if (near === undefined || far === undefined) throw new Error('two answers were expected');
        return {
          testLoss: loss(scores, held.t),
          nearAccuracy: mean<Scalar>(near),
          farAccuracy: mean<Scalar>(far),
          bothAccuracy: mean<Scalar>(mul(near, far)),
        };
      },
      frame() {
        const applied = network.apply({ x: held.x }, { training: false });
        const weights = applied.inner()['attention#weights'];
        if (weights === undefined) throw new Error('the network has no node "attention"');
        const heads = at(weights.shape, 1);
        const answers = softmax(reshape(slice(at(applied.outputs, 0), [0, 0, 0], [1, length * ASKED, symbols]), [length, ASKED, symbols]));
        return {
          ...still,
          answers: transpose(answers, [1, 0, 2]),
          weights: reshape(slice(weights, [0, 0, 0, 0], [1, heads, length, length]), [heads, length, length]),
          looks: matMul(reshape(mean(weights, 0), [heads, length * length]), held.distances),
        };
      },
      dispose() {
        for (const one of Object.values(held)) one.dispose();
      },
    });
  },
});
