import {
  argMax,
  cast,
  div,
  equal,
  greaterEqual,
  max,
  maximum,
  mean,
  min,
  mul,
  reshape,
  slice,
  softmax,
  sub,
  sum,
  tensor2d,
  tensor3d,
  tidy,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at, only } from '../../base/at';
import { letterCodes, marksOf, symbolCodes } from '../../ml/data-kinds/sequences/program';
import { NOTHING } from '../../ml/data-kinds/sequences/draw';
import { sequenceTensors } from '../../ml/data/sequence-tensors';
import { lossOf } from '../../ml/losses';
import { classAccuracy } from '../../ml/metrics';
import { defineModel, type HostArray } from '../../ml/model';
import { buildNetwork } from '../../ml/network';
import { supervisedModel } from '../../ml/tasks/supervised';
import { sequencesTask } from '../../ml/tasks/sequences';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import alignmentProgram from './program';
import { truthsOf } from './sources';

/** The held-out sequence that pictures show: the first of full length, or the first of all. @param x [rows, places] in one row. */
function shownRow(x: ArrayLike<number>, length: number, blank: number): number {
  for (let row = 0; row < x.length / length; row++) if (x[row * length + length - 1] !== blank) return row;
  return 0;
}

/**
 * Frame, of one held-out sequence: `codes` [places], code points; `letters` [symbols], code points; `due` [answers], numbers of symbols, -1
 * where nothing is asked; `truths` [answers, places], 1 where an answer comes from; `answers` [answers, symbols], probabilities when the decoder is told what should
 * have been said before; `weights` [answers, places], absent without attention.
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => alignmentProgram(values);
    const first = program();
    const { data } = first;
    const { length, symbols } = data;
    const task = sequencesTask(first, random);
    const network = buildNetwork(first.network, random.fork('weights'));
    const loss = lossOf('crossEntropy');
    const { inputs, t, weights: asked } = task.heldOut;
    const { x, previous } = inputs;
    if (asked === undefined || previous === undefined)
      throw new Error('a decoder of several lengths has weights, and what was said before');
    const shape: [number, number] = [at(x.shape, 0), length];
    const truths = truthsOf(data, x.data);
    const own = tensor3d(truths.own, [...shape, length]);
    const held = {
      ...sequenceTensors(task.heldOut),
      previous: tensor2d(Int32Array.from(previous.data), shape, 'int32'),
      own,
      sourced: tidy(() => max(own, -1)),
      before: tensor3d(truths.before, [...shape, length]),
    };
    const row = shownRow(x.data, length, marksOf(data).blank);
    const ofRow = (numbers: ArrayLike<number>, size = length): number[] =>
      Array.from({ length: size }, (_, i) => at(numbers, row * size + i));
    const points = (sizes: readonly number[], numbers: ArrayLike<number>): HostArray => ({ shape: sizes, data: Int32Array.from(numbers) });
    const still = {
      codes: points([length], symbolCodes(data, ofRow(x.data))),
      letters: points([symbols], letterCodes(data)),
      due: points(
        [length],
        ofRow(t.data).map((symbol, i) => (at(ofRow(asked.data), i) === 0 ? NOTHING : symbol)),
      ),
      truths: points([length, length], ofRow(truths.own, length * length)),
    };
    /** Scores of the answers, and the weights where there is attention. */
    const answer = (): { readonly scores: Tensor; readonly weights: Tensor | undefined } => {
      const applied = network.apply({ x: held.x, previous: held.previous }, { training: false });
      return { scores: only(applied.outputs, 'the outputs of a decoder'), weights: applied.inner()['attention#weights'] };
    };
    /** The mean over all answers that come from somewhere. */
    const overAnswers = (numbers: Tensor): Scalar => div<Scalar>(sum(mul(numbers, held.sourced)), sum(held.sourced));
    const looks = (weights: Tensor): Readonly<Record<string, Scalar>> => {
      const byPlace = reshape(weights, held.own.shape);
      const onSource = mul(byPlace, held.own);
      return {
        trueWeight: overAnswers(sum(onSource, -1)),
        truePlace: overAnswers(cast(greaterEqual(max(onSource, -1), max(byPlace, -1)), 'float32')),
        beforeWeight: overAnswers(sum(mul(byPlace, held.before), -1)),
      };
    };
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 10,
      evaluate() {
        const { scores, weights } = answer();
        const right = cast(equal(argMax(scores, -1), held.t), 'float32');
        return {
          testLoss: loss(scores, held.t, held.weights),
          accuracy: classAccuracy(scores, held.t, held.weights),
          wholeAccuracy: mean<Scalar>(min(maximum(right, sub(1, held.weights)), -1)),
          ...(weights === undefined ? {} : looks(weights)),
        };
      },
      frame() {
        const { scores, weights } = answer();
        return {
          ...still,
          answers: softmax(reshape(slice(scores, [row, 0, 0], [1, length, symbols]), [length, symbols])),
          ...(weights === undefined ? {} : { weights: reshape(slice(weights, [row, 0, 0, 0], [1, 1, length, length]), [length, length]) }),
        };
      },
      dispose() {
        for (const one of Object.values(held)) one.dispose();
      },
    });
  },
});
