import { inputSymbols, type SequencesData } from '../../ml/data-kinds/sequences/program';
import type { CellName } from '../../ml/blueprint/layers/recurrent';
import type { NetworkSpec, NodeSpec } from '../../ml/blueprint/network-spec';
import { program, type Program } from '../../ml/blueprint/program';
import { sideBySide } from '../../ml/blueprint/side-by-side';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

type Settings = ValuesOf<typeof demo>;

/** Small letters that mean nothing. */
const DISTRACTORS = 4;
/** Numbers that a symbol becomes. */
const EMBEDDING = 16;

/** What the gates begin with: those that keep stand at b, and an LSTM's input gate at -b where it is to be closed as far as those are open. */
function biases(cell: CellName, { keepBias, closed }: Settings): NodeSpec['options'] {
  if (cell === 'lstm') return { forgetBias: keepBias, inputBias: closed ? 0 - keepBias : 0 };
  return cell === 'gru' ? { updateBias: keepBias } : {};
}

/** Reads the symbols one by one with one kind of cell, and answers from the state after the last. */
function cellNetwork(cell: CellName, data: SequencesData, values: Settings): NetworkSpec {
  const size = inputSymbols(data);
  const { units, start } = values;
  return {
    name: cell,
    inputs: { x: { shape: [data.length], kind: 'indices', size } },
    nodes: [
      { id: 'embedding', layer: 'embedding', from: ['x'], options: { size, units: EMBEDDING } },
      {
        id: 'state',
        layer: 'recurrent',
        from: ['embedding'],
        options: { cell, units, recurrentInitialiser: start, ...biases(cell, values) },
      },
      { id: 'last', layer: 'lastStep', from: ['state'], options: {} },
      { id: 'output', layer: 'dense', from: ['last'], options: { units: data.symbols } },
    ],
    outputs: ['output'],
  };
}

/** Three cells on the same sequences, side by side: a simple one, an LSTM and a GRU; the loss is the sum of theirs. */
export default function longRecallProgram(values: Settings): Program<SequencesData> {
  const { symbols, length, learningRate } = values;
  const data: SequencesData = { kind: 'sequences', task: 'recall', symbols, length, distractors: DISTRACTORS, train: 2000, test: 200 };
  return program({
    network: sideBySide('long-recall', {
      rnn: cellNetwork('rnn', data, values),
      lstm: cellNetwork('lstm', data, values),
      gru: cellNetwork('gru', data, values),
    }),
    loss: 'crossEntropy',
    optimiser: { name: 'adam' },
    learningRate,
    batchSize: 32,
    steps: 300,
    data,
  });
}
