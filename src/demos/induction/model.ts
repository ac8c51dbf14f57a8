import { cast, concat, max, mul, reshape, softmax, sum, tensor4d, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { NOTHING } from '../../ml/data-kinds/sequences/draw';
import { letterCodes } from '../../ml/data-kinds/sequences/program';
import { sequenceTensors } from '../../ml/data/sequence-tensors';
import { lossOf } from '../../ml/losses';
import { classAccuracy } from '../../ml/metrics';
import { defineModel, type HostArray } from '../../ml/model';
import { buildNetwork, type Applied } from '../../ml/network';
import { sequencesTask } from '../../ml/tasks/sequences';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { countedRight, inductionPlaces } from './places';
import inductionProgram from './program';

/** Held-out sequences that can be looked at. */
const EXAMPLES = 8;

/** Weights of the layers of attention from the first to the last, each [batch, heads, places, places]. */
function weightsOf(applied: Applied, layers: number): readonly Tensor[] {
  const inner = applied.inner();
  return Array.from({ length: layers }, (_, i) => {
    const found = inner[`attention${i + 1}#weights`];
    if (found === undefined) throw new Error(`the network has no node "attention${i + 1}"`);
    return found;
  });
}

/** Sums of a layer's weights, each counted as much as the shares say: one a head. @param shares [batch or 1, 1, places, places] */
function scoresOf(weights: Tensor, shares: Tensor): Tensor {
  return sum(mul(weights, shares), [0, 2, 3]);
}

/**
 * Frame: `letters` [symbols], code points; `sequences` [examples, places], numbers of symbols; over all held out, `previousScores` and `inductionScores` [layers, heads],
 * those of a head that is switched off as well: it still looks, and is not heard.
 * Question `look`, of the held-out sequence number `example` from 1: `given` and `truths` [places], numbers of symbols (-1: not asked);
 * `answers` [places, symbols], probabilities; `weights` [layers * heads, places, places].
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => inductionProgram(values);
    const first = program();
    const { data } = first;
    const { length, symbols } = data;
    const layers = Number(values.layers);
    const task = sequencesTask(first, random);
    const network = buildNetwork(first.network, random.fork('weights'));
    const loss = lossOf('crossEntropy');
    const { inputs, t, weights: asked } = task.heldOut;
    if (asked === undefined) throw new Error('sequences that ask at places of their own have weights');
    const count = at(t.shape, 0);
    const [numbers, isAsked] = [Int32Array.from(inputs.x.data), Float32Array.from(asked.data)];
    const places = count * length;
    const askedPlaces = isAsked.reduce((all, one) => all + one, 0);
    const induction = new Float32Array(places * length);
    const previous = new Float32Array(length * length);
    for (let place = 1; place < length; place++) previous[place * length + place - 1] = 1 / (count * (length - 1));
    let counted = 0;
    for (let row = 0; row < count; row++) {
      const sequence = numbers.subarray(row * length, (row + 1) * length);
      for (let place = 0; place < length; place++) {
        const here = row * length + place;
        if (isAsked[here] !== 1) continue;
        counted += countedRight(sequence, place, Number(t.data[here])) / askedPlaces;
        for (const seen of inductionPlaces(sequence, place)) induction[here * length + seen] = 1 / askedPlaces;
      }
    }
    const held = {
      ...sequenceTensors(task.heldOut),
      previous: tensor4d(previous, [1, 1, length, length]),
      induction: tensor4d(induction, [count, 1, length, length]),
    };
    const letters: HostArray = { shape: [symbols], data: letterCodes(data) };
    const sequences: HostArray = { shape: [EXAMPLES, length], data: numbers.slice(0, EXAMPLES * length) };
    const example = (number: number) => {
      const from = Math.max(0, Math.min(EXAMPLES, number) - 1) * length;
      const truths = Array.from({ length }, (_, i) => (isAsked[from + i] === 1 ? Number(t.data[from + i]) : NOTHING));
      return { x: numbers.slice(from, from + length), truths: Float32Array.from(truths) };
    };
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 10,
      evaluate() {
        const applied = network.apply({ x: held.x }, { training: false });
        const scores = at(applied.outputs, 0);
        const weights = weightsOf(applied, layers);
        return {
          testLoss: loss(scores, held.t, held.weights),
          accuracy: classAccuracy(scores, held.t, held.weights),
          countingAccuracy: counted,
          previousScore: max<Scalar>(scoresOf(at(weights, 0), held.previous)),
          inductionScore: max<Scalar>(scoresOf(at(weights, -1), held.induction)),
        };
      },
      frame() {
        const weights = weightsOf(network.apply({ x: held.x }, { training: false }), layers);
        const each = (shares: Tensor): Tensor => {
          const scores = weights.map((one) => scoresOf(one, shares));
          return reshape(concat(scores), [layers, -1]);
        };
        return { letters, sequences, previousScores: each(held.previous), inductionScores: each(held.induction) };
      },
      questions: {
        look: {
          inputs({ values: { example: number } }) {
            const { x, truths } = example(Number(number));
            return { x: { shape: [1, length], data: x }, truths: { shape: [length], data: truths } };
          },
          answer({ x, truths }) {
            if (x === undefined || truths === undefined) throw new Error('inputs x and truths are needed');
            const applied = network.apply({ x }, { training: false });
            return {
              given: cast(reshape(x, [length]), 'float32'),
              truths: reshape(truths, [length]),
              answers: softmax(reshape(at(applied.outputs, 0), [length, symbols])),
              weights: reshape(concat([...weightsOf(applied, layers)], 1), [-1, length, length]),
            };
          },
        },
      },
      dispose() {
        for (const one of Object.values(held)) one.dispose();
      },
    });
  },
});
