import { mean, norm, reshape, slice, softmax, stack, sub, tensor1d, tensor2d, transpose, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { cuePlace, letterCodes, symbolCodes, type SequencesData } from '../../ml/data-kinds/sequences/program';
import { lossOf } from '../../ml/losses';
import { classAccuracy } from '../../ml/metrics';
import { defineModel, type HostArray } from '../../ml/model';
import { buildSideBySide } from '../../ml/side-by-side';
import { supervisedModel } from '../../ml/tasks/supervised';
import { sequencesTask } from '../../ml/tasks/sequences';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import memoryProgram from './program';

const LANES = ['now', 'window', 'state'] as const;

/** The first held-out sequence, once with each of the cues in the cue's place: rows that differ in one symbol. */
function contexts(data: SequencesData, { data: held }: HostArray): Int32Array {
  const rows = new Int32Array(data.symbols * data.length);
  for (let cue = 0; cue < data.symbols; cue++) {
    for (let place = 0; place < data.length; place++)
      rows[cue * data.length + place] = place === cuePlace(data) ? cue : Number(held[place]);
  }
  return rows;
}

/** Mean distance between the states of every two rows, at each step. @param states [rows, steps, units] @returns [steps] */
function distances(states: Tensor): Tensor {
  const [rows, steps, units] = [at(states.shape, 0), at(states.shape, 1), at(states.shape, 2)];
  const row = (i: number): Tensor => reshape(slice(states, [i, 0, 0], [1, steps, units]), [steps, units]);
  const pairs: Tensor[] = [];
  for (let a = 0; a < rows; a++) for (let b = 0; b < a; b++) pairs.push(norm(sub(row(a), row(b)), 'euclidean', -1));
  return mean(stack(pairs), 0);
}

/**
 * Frame, over rows that differ in the cue alone: `codes` [rows, places] and `firstSymbols` [places], code points; `letters` [cues], code
 * points of the answers; `answers` [networks, rows, cues], probabilities; `state` [units, places] of the first row; `apart` [places].
 */
export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => memoryProgram(values);
    const first = program();
    const { data } = first;
    const task = sequencesTask(first, random);
    const network = buildSideBySide(first.network, random.fork('weights'));
    const loss = lossOf('crossEntropy');
    const { x: held } = task.heldOut.inputs;
    const [count, length] = [at(held.shape, 0), at(held.shape, 1)];
    const heldX = tensor2d(Int32Array.from(held.data), [count, length], 'int32');
    const heldT = tensor1d(Int32Array.from(task.heldOut.t.data), 'int32');
    const rows = contexts(data, held);
    const shown = tensor2d(rows, [data.symbols, length], 'int32');
    const codes = symbolCodes(data, rows);
    const still = {
      codes: { shape: [data.symbols, length], data: codes },
      firstSymbols: { shape: [length], data: codes.slice(0, length) },
      letters: {
        shape: [data.symbols],
        data: letterCodes(data),
      },
    };
    return supervisedModel({
      program,
      network,
      random,
      batch: task.batch,
      evaluateEvery: 20,
      evaluate() {
        const { outputs } = network.apply({ x: heldX }, { training: false });
        return Object.fromEntries(
          outputs.flatMap((scores, i) => [
            [`${at(LANES, i)}Loss`, loss(scores, heldT)],
            [`${at(LANES, i)}Accuracy`, classAccuracy(scores, heldT)],
          ]),
        );
      },
      frame() {
        const { outputs, activations } = network.apply({ x: shown }, { training: false });
        const states = activations['state/state'];
        if (states === undefined) throw new Error('the network has no node "state/state"');
        const [steps, units] = [at(states.shape, 1), at(states.shape, 2)];
        return {
          ...still,
          answers: stack(outputs.map((scores) => softmax(scores))),
          state: transpose(reshape(slice(states, [0, 0, 0], [1, steps, units]), [steps, units])),
          apart: distances(states),
        };
      },
      dispose() {
        for (const one of [heldX, heldT, shown]) one.dispose();
      },
    });
  },
});
