import {
  add,
  div,
  mean,
  reshape,
  slice,
  softmax,
  stack,
  tensor1d,
  tensor2d,
  transpose,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { letterCodes, symbolCodes, type SequencesData } from '../../ml/data-kinds/sequences/program';
import { CELL_GATES } from '../../ml/blueprint/layers/recurrent';
import { lossOf } from '../../ml/losses';
import { classAccuracy } from '../../ml/metrics';
import { defineModel, type HostArray } from '../../ml/model';
import { buildSideBySide } from '../../ml/side-by-side';
import { stateGradients } from '../../ml/state-gradients';
import { sequencesTask } from '../../ml/tasks/sequences';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import longRecallProgram from './program';

const CELLS = ['rnn', 'lstm', 'gru'] as const;
/** Held-out sequences over which gradients are taken: the first ones. */
const LOOKED_AT = 32;

/** The first held-out sequence, once with each of the letters in the first place. */
function variants({ symbols, length }: SequencesData, { data: held }: HostArray): Int32Array {
  return Int32Array.from({ length: symbols * length }, (_, i) =>
    i % length === 0 ? Math.floor(i / length) : Number(at(held, i % length)),
  );
}

/** The gates of the first of some sequences, by name: [units, steps]. @param gates [batch, steps, gates * units] */
function firstGates(cell: 'lstm' | 'gru', gates: Tensor | undefined): Record<string, Tensor> {
  if (gates === undefined) throw new Error(`the network has no gates in "${cell}/state"`);
  const [steps, columns] = [at(gates.shape, 1), at(gates.shape, 2)];
  const units = columns / CELL_GATES[cell].length;
  return Object.fromEntries(
    CELL_GATES[cell].map((gate, i) => [gate, transpose(reshape(slice(gates, [0, 0, i * units], [1, steps, units]), [steps, units]))]),
  );
}

/** The gates named, each as its mean over the units at every step. */
function means(gates: Record<string, Tensor>, names: Readonly<Record<string, string>>): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, gate]) => {
      const found = gates[gate];
      return found === undefined ? [] : [[name, mean(found, 0)]];
    }),
  );
}

/** The first of some sizes, divided by the last. @param sizes [steps] */
function shareAtFirst(sizes: Tensor): Scalar {
  return reshape(div(slice(sizes, [0], [1]), slice(sizes, [at(sizes.shape, 0) - 1], [1])), []);
}

/**
 * Frame: `rnnGradient`, `lstmGradient`, `gruGradient` [steps], sizes of the derivative of a held-out sample's loss by the state at each step.
 * Over sequences that differ in the first letter alone: `letters` [letters], code points, and `answers` [networks, letters, letters],
 * probabilities. Of the first of these: `symbols` [steps], code points, gates as means over the units [steps], and `forget` [units, steps].
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => longRecallProgram(values);
    const first = program();
    const { data } = first;
    const task = sequencesTask(first, random);
    const network = buildSideBySide(first.network, random.fork('weights'));
    const loss = lossOf('crossEntropy');
    const { x: held } = task.heldOut.inputs;
    const numbers = Int32Array.from(held.data);
    const answers = Int32Array.from(task.heldOut.t.data);
    const heldX = tensor2d(numbers, [data.test, data.length], 'int32');
    const heldT = tensor1d(answers, 'int32');
    const someX = tensor2d(numbers.slice(0, LOOKED_AT * data.length), [LOOKED_AT, data.length], 'int32');
    const someT = tensor1d(answers.slice(0, LOOKED_AT), 'int32');
    const rows = variants(data, held);
    const shown = tensor2d(rows, [data.symbols, data.length], 'int32');
    const still = {
      symbols: { shape: [data.length], data: symbolCodes(data, rows.slice(0, data.length)) },
      letters: {
        shape: [data.symbols],
        data: letterCodes(data),
      },
    };
    const gradientsBack = (): Tensor[] =>
      stateGradients({
        network,
        nodes: CELLS.map((cell) => `${cell}/state`),
        inputs: { x: someX },
        loss: (outputs) => outputs.map((scores) => loss(scores, someT)).reduce((total, one) => add<Scalar>(total, one)),
      });
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 20,
      evaluate() {
        const { outputs } = network.apply({ x: heldX }, { training: false });
        const gradients = gradientsBack();
        return Object.fromEntries(
          outputs.flatMap((scores, i) => [
            [`${at(CELLS, i)}Loss`, loss(scores, heldT)],
            [`${at(CELLS, i)}Accuracy`, classAccuracy(scores, heldT)],
            [`${at(CELLS, i)}GradientShare`, shareAtFirst(at(gradients, i))],
          ]),
        );
      },
      frame() {
        const gradients = gradientsBack();
        const applied = network.apply({ x: shown }, { training: false });
        const inside = applied.inner();
        const [lstm, gru] = [firstGates('lstm', inside['lstm/state#gates']), firstGates('gru', inside['gru/state#gates'])];
        return {
          ...still,
          ...Object.fromEntries(CELLS.map((cell, i) => [`${cell}Gradient`, at(gradients, i)])),
          answers: stack(applied.outputs.map((scores) => softmax(scores))),
          ...means(lstm, { lstmInput: 'input', lstmForget: 'forget', lstmOutput: 'output' }),
          ...means(gru, { gruReset: 'reset', gruUpdate: 'update' }),
          ...(lstm['forget'] === undefined ? {} : { forget: lstm['forget'] }),
        };
      },
      dispose() {
        for (const one of [heldX, heldT, someX, someT, shown]) one.dispose();
      },
    });
  },
});
