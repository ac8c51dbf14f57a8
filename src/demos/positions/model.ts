import { abs, gather, max, mean, reshape, softmax, sub, tensor1d, tensor2d, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { letterCodes } from '../../ml/data-kinds/sequences/program';
import { lossOf } from '../../ml/losses';
import { classAccuracy } from '../../ml/metrics';
import { defineModel, type HostArray } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { named } from '../../ml/question-pieces';
import { supervisedModel } from '../../ml/tasks/supervised';
import { sequencesTask } from '../../ml/tasks/sequences';
import type { ValuesOf } from '../declaration';
import { alikeOf } from './alike';
import type demo from './demo';
import positionsProgram, { UNITS } from './program';
import { bagShare, exchanged, truthAt } from './setting';

/** What is asked for, with two places exchanged: the sequence as it is and as it is then. */
interface Pair {
  readonly x: Int32Array;
  readonly truths: Float32Array;
  /** Those that are exchanged, from 1. */
  readonly places: Float32Array;
}

/**
 * Frame: `letters` [symbols], code points; `sequence` [places], numbers of symbols; `looks` [places, places], the mean weight over all held
 * out; `alike` [places, places], cosines between positions. Question `exchange`, of places `first` and `second` from 1: `given` and `truths`
 * [2, places], numbers of symbols as they are and exchanged; `places` [2], those exchanged; `answers` [2, places, symbols], probabilities.
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => positionsProgram(values);
    const first = program();
    const { data } = first;
    const { length, symbols } = data;
    const task = sequencesTask(first, random);
    const network = buildNetwork(first.network, random.fork('weights'));
    const loss = lossOf('crossEntropy');
    const { inputs, t } = task.heldOut;
    const numbers = Int32Array.from(inputs.x.data);
    const shape: [number, number] = [at(t.shape, 0), length];
    // Not one turned round: what stands before each symbol would stay before it.
    const order = random.fork('order').permutation(length);
    const held = {
      x: tensor2d(numbers, shape, 'int32'),
      permuted: tensor2d(
        numbers.map((_, i) => at(numbers, Math.floor(i / length) * length + at(order, i % length))),
        shape,
        'int32',
      ),
      order: tensor1d(Int32Array.from(order), 'int32'),
      t: tensor2d(Int32Array.from(t.data), shape, 'int32'),
    };
    const rows = Array.from({ length: at(shape, 0) }, (_, row) => numbers.subarray(row * length, (row + 1) * length));
    const shares = rows.flatMap((row) => Array.from(row, (_, place) => bagShare(row, place)));
    const bag = shares.reduce((sum, share) => sum + share / shares.length, 0);
    const shown = at(rows, 0);
    const points = (shape: readonly number[], codes: ArrayLike<number>): HostArray => ({ shape, data: Int32Array.from(codes) });
    const still = {
      letters: points([symbols], letterCodes(data)),
      sequence: points([length], shown),
    };
    const pairOf = (one: number, other: number): Pair => {
      const [a, b] = [Math.max(1, Math.min(length, one)), Math.max(1, Math.min(length, other))];
      const pair = [Array.from(shown), exchanged(shown, a, b)];
      const truths = pair.map((row) => row.map((_, place) => truthAt(values.task, row, place)));
      return { x: Int32Array.from(pair.flat()), truths: Float32Array.from(truths.flat()), places: Float32Array.of(a, b) };
    };
    const answersTo = (x: Tensor): Tensor => softmax(network.scores(x));
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 10,
      evaluate() {
        const scores = network.scores(held.x);
        const moved = gather(softmax(scores), held.order, 1);
        return {
          testLoss: loss(scores, held.t),
          testAccuracy: classAccuracy(scores, held.t),
          bagAccuracy: bag,
          permutedDifference: max<Scalar>(abs(sub(answersTo(held.permuted), moved))),
        };
      },
      frame() {
        const weights = network.apply({ x: held.x }, { training: false }).inner()['attention#weights'];
        if (weights === undefined) throw new Error('the network has no node "attention"');
        return { ...still, looks: reshape(mean(weights, 0), [length, length]), alike: alikeOf(network, values.positions, length, UNITS) };
      },
      questions: {
        exchange: {
          inputs({ values: { first: one, second: other } }) {
            const { x, truths, places } = pairOf(Number(one), Number(other));
            return {
              x: { shape: [2, length], data: x },
              truths: { shape: [2, length], data: truths },
              places: { shape: [2], data: places },
            };
          },
          answer(inputs) {
            const x = named(inputs, 'x');
            return {
              given: reshape(x, [2, length]),
              truths: named(inputs, 'truths'),
              places: named(inputs, 'places'),
              answers: answersTo(x),
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
