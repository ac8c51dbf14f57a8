import { add, grads, mean, mul, norm, softmax, stack, tensor1d, tensor2d, zeros, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { cuePlace, letterCodes, symbolCodes, type SequencesData } from '../../ml/data-kinds/sequences/program';
import { lossOf } from '../../ml/losses';
import { classAccuracy } from '../../ml/metrics';
import { defineModel, type HostArray } from '../../ml/model';
import { activationOf } from '../../ml/network';
import { buildSideBySide } from '../../ml/side-by-side';
import { supervisedModel } from '../../ml/tasks/supervised';
import { sequencesTask } from '../../ml/tasks/sequences';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import truncatedProgram from './program';

const LANES = ['reset', 'carried', 'whole'] as const;
/** At most so many rows are shown. */
const ROWS = 4;
/** Sequences over which the sizes of gradients are averaged. */
const SAMPLES = 32;

/** The first held-out sequence, once with each of the first few cues. */
function contexts(data: SequencesData, { data: held }: HostArray): Int32Array {
  const { symbols, length } = data;
  return Int32Array.from({ length: Math.min(ROWS, symbols) * length }, (_, i) =>
    i % length === cuePlace(data) ? Math.floor(i / length) : Number(held[i % length]),
  );
}

/**
 * Frame: `codes` [rows, places], code points of rows that differ in the cue alone; `letters` [classes], code points; `answers` [networks, rows,
 * classes], probabilities; `reached` [networks, places], mean over sequences of the size of the gradient of a sequence's loss by what is read.
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => truncatedProgram(values);
    const first = program();
    const { data } = first;
    const task = sequencesTask(first, random);
    const network = buildSideBySide(first.network, random.fork('weights'));
    const loss = lossOf('crossEntropy');
    const { x, t } = { x: task.heldOut.inputs.x, t: task.heldOut.t };
    const numbers = (of: HostArray, rows: number): Tensor =>
      tensor2d(Int32Array.from(of.data).slice(0, rows * data.length), [rows, data.length], 'int32');
    const held = { x: numbers(x, data.test), t: tensor1d(Int32Array.from(t.data), 'int32') };
    const some = { x: numbers(x, SAMPLES), t: tensor1d(Int32Array.from(t.data).slice(0, SAMPLES), 'int32') };
    const rows = contexts(data, x);
    const count = rows.length / data.length;
    const shown = tensor2d(rows, [count, data.length], 'int32');
    const still = {
      codes: { shape: [count, data.length], data: symbolCodes(data, rows) },
      letters: {
        shape: [data.symbols],
        data: letterCodes(data),
      },
    };
    /** By lane, the derivative by an offset of zeros on what is read is the one by that; times the number of sequences, as the loss is their mean. */
    function reached(): Tensor {
      const names = LANES.map((lane) => `${lane}/embedding`);
      const { activations } = network.apply({ x: some.x }, { training: false });
      const by = grads((...given: Tensor[]): Scalar => {
        const offsets = Object.fromEntries(names.map((name, i) => [name, at(given, i)]));
        const { outputs } = network.apply({ x: some.x }, { training: false, offsets });
        return outputs.map((scores) => loss(scores, some.t)).reduce((sum, one) => add<Scalar>(sum, one));
      });
      const gradients = by(names.map((name) => zeros(activationOf({ activations }, name).shape)));
      return stack(gradients.map((gradient) => mean(mul(norm(gradient, 'euclidean', -1), SAMPLES), 0)));
    }
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 20,
      evaluate() {
        const { outputs } = network.apply({ x: held.x }, { training: false });
        return {
          resetLoss: loss(at(outputs, 0), held.t),
          carriedLoss: loss(at(outputs, 1), held.t),
          ...Object.fromEntries(outputs.map((scores, i) => [`${at(LANES, i)}Accuracy`, classAccuracy(scores, held.t)])),
        };
      },
      frame() {
        const { outputs } = network.apply({ x: shown }, { training: false });
        return { ...still, answers: stack(outputs.map((scores) => softmax(scores))), reached: reached() };
      },
      dispose() {
        for (const one of [...Object.values(held), ...Object.values(some), shown]) one.dispose();
      },
    });
  },
});
