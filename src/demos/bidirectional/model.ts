import { abs, max, mul, reshape, slice, softmax, stack, sub, sum, tensor2d, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { gapAnswer, marksOf, letterCodes, symbolCodes, type SequencesData } from '../../ml/data-kinds/sequences/program';
import { lossOf } from '../../ml/losses';
import { classAccuracy } from '../../ml/metrics';
import { defineModel, type HostArray } from '../../ml/model';
import type { Random } from '../../ml/random';
import { buildSideBySide } from '../../ml/side-by-side';
import { supervisedModel } from '../../ml/tasks/supervised';
import { sequencesTask } from '../../ml/tasks/sequences';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import bidirectionalProgram from './program';

const LANES = ['forward', 'backward', 'both'] as const;
/** At most so many rows are shown. */
const ROWS = 4;

/** Place at which pictures ask: the middle. */
const askedPlace = ({ length }: SequencesData): number => Math.floor(length / 2);

/** One sequence that asks in its middle, once with each of the first few symbols where its answer comes from. */
function shownRows(data: SequencesData, random: Random): Int32Array {
  const { task, answer, symbols, length } = data;
  const asked = askedPlace(data);
  const first = Int32Array.from({ length }, () => random.integer(symbols));
  if (task === 'gap') first[asked] = marksOf(data).question;
  const exchanged = answer === 'left' ? asked - 1 : asked + 1;
  return Int32Array.from({ length: Math.min(ROWS, symbols) * length }, (_, i) =>
    i % length === exchanged ? Math.floor(i / length) : at(first, i % length),
  );
}

/** Numbers of the right answers of such rows. */
function truthsOf(data: SequencesData, rows: Int32Array): number[] {
  const asked = askedPlace(data);
  return Array.from({ length: rows.length / data.length }, (_, row) => {
    const symbol = (place: number): number => at(rows, row * data.length + place);
    return data.task === 'next' ? symbol(asked + 1) : gapAnswer(data, symbol(asked - 1), symbol(asked + 1));
  });
}

/** The first row with each symbol at each place, [places * symbols, places]; the gap stays a gap. */
function exchanges({ symbols, length, task }: SequencesData, rows: Int32Array, asked: number): Int32Array {
  const all = new Int32Array(length * symbols * length);
  for (let row = 0; row < length * symbols; row++) {
    all.set(rows.subarray(0, length), row * length);
    const place = Math.floor(row / symbols);
    if (task !== 'gap' || place !== asked) all[row * length + place] = row % symbols;
  }
  return all;
}

/**
 * The held-out sequences as they stand when the first place that asks has just been read, and what comes behind it is not known: other
 * symbols stand there. With weights that count this place alone.
 */
function withoutTheRest({ symbols, length }: SequencesData, x: HostArray, weights: HostArray, random: Random) {
  const [blind, first] = [Int32Array.from(x.data), new Float32Array(weights.data.length)];
  for (let row = 0; row < at(x.shape, 0); row++) {
    let place = 0;
    while (place < length - 1 && weights.data[row * length + place] === 0) place++;
    first[row * length + place] = 1;
    for (let behind = place + 1; behind < length; behind++) blind[row * length + behind] = random.integer(symbols);
  }
  return { blind, first };
}

/** Answers at one place. @param scores [rows, places, classes] @returns probabilities [rows, classes] */
function answersAt(scores: Tensor, place: number): Tensor {
  const [rows, classes] = [at(scores.shape, 0), at(scores.shape, 2)];
  return softmax(reshape(slice(scores, [0, place, 0], [rows, 1, classes]), [rows, classes]));
}

/** By place, the largest total variation between the answer and that with another symbol there. @param answers [places * symbols, classes] */
function movedBy(answers: Tensor, { symbols, length }: SequencesData, own: number): Tensor {
  const usual = slice(answers, [own, 0], [1, symbols]);
  return max(reshape(mul(0.5, sum(abs(sub(answers, usual)), -1)), [length, symbols]), -1);
}

/**
 * Frame: `codes` [rows, places], code points of rows that differ in one symbol; `letters` [classes], code points; `truths` [rows], numbers of classes; `asked` [1], a place; `answers` [networks, rows, classes], probabilities;
 * `moved` [networks, places], total variation.
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => bidirectionalProgram(values);
    const first = program();
    const { data } = first;
    const task = sequencesTask(first, random);
    const network = buildSideBySide(first.network, random.fork('weights'));
    const loss = lossOf('crossEntropy');
    const { inputs, t, weights } = task.heldOut;
    if (weights === undefined) throw new Error('sequences that ask at places of their own have weights');
    const shape: [number, number] = [at(inputs.x.shape, 0), data.length];
    const asked = askedPlace(data);
    const rows = shownRows(data, random.fork('shown'));
    const { blind, first: firstAsked } = withoutTheRest(data, inputs.x, weights, random.fork('rest'));
    const whole = (numbers: ArrayLike<number>, [count, length] = shape): Tensor =>
      tensor2d(Int32Array.from(numbers), [count, length], 'int32');
    const counts = (numbers: ArrayLike<number>): Tensor => tensor2d(Float32Array.from(numbers), shape);
    const held = {
      x: whole(inputs.x.data),
      blind: whole(blind),
      t: whole(t.data),
      weights: counts(weights.data),
      first: counts(firstAsked),
    };
    const shown = whole(rows, [rows.length / data.length, data.length]);
    const exchanged = whole(exchanges(data, rows, asked), [data.length * data.symbols, data.length]);
    const points = (codePoints: ArrayLike<number>): HostArray => ({ shape: [codePoints.length], data: Int32Array.from(codePoints) });
    const still = {
      codes: { shape: [rows.length / data.length, data.length], data: symbolCodes(data, rows) },
      letters: points(letterCodes(data)),
      truths: points(truthsOf(data, rows)),
      asked: points([asked]),
    };
    const scoresOf = (x: Tensor): readonly Tensor[] => network.apply({ x }, { training: false }).outputs;
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 20,
      evaluate() {
        const scores = scoresOf(held.x);
        const accuracies = scores.map((one, i) => [`${at(LANES, i)}Accuracy`, classAccuracy(one, held.t, held.weights)] as const);
        return {
          forwardLoss: loss(at(scores, 0), held.t, held.weights),
          bothLoss: loss(at(scores, 2), held.t, held.weights),
          ...Object.fromEntries(accuracies),
          blindAccuracy: classAccuracy(at(scoresOf(held.blind), 2), held.t, held.first),
        };
      },
      frame() {
        return {
          ...still,
          answers: stack(scoresOf(shown).map((scores) => answersAt(scores, asked))),
          // At place 0 there is always a symbol, and never the gap: the row with its own one there is the row as it is.
          moved: stack(scoresOf(exchanged).map((scores) => movedBy(answersAt(scores, asked), data, at(rows, 0)))),
        };
      },
      dispose() {
        for (const one of [...Object.values(held), shown, exchanged]) one.dispose();
      },
    });
  },
});
