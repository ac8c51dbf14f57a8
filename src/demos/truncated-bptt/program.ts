import { inputSymbols, type SequencesData } from '../../ml/data-kinds/sequences/program';
import type { NetworkSpec, NodeSpec } from '../../ml/blueprint/network-spec';
import { program, type Program } from '../../ml/blueprint/program';
import { sideBySide } from '../../ml/blueprint/side-by-side';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

type Settings = ValuesOf<typeof demo>;

/** Places of a sequence. */
const LENGTH = 12;
/** Small letters that mean nothing. */
const DISTRACTORS = 4;
/** Numbers that a symbol becomes. */
const EMBEDDING = 8;

/** Reads the symbols one by one and answers from the state after the last. */
function reader(data: SequencesData, { cell, units }: Settings, cut: NodeSpec['options'] = {}): NetworkSpec {
  const size = inputSymbols(data);
  return {
    name: 'reader',
    inputs: { x: { shape: [LENGTH], kind: 'indices', size } },
    nodes: [
      { id: 'embedding', layer: 'embedding', from: ['x'], options: { size, units: EMBEDDING } },
      { id: 'state', layer: 'recurrent', from: ['embedding'], options: { cell, units, every: false, ...cut } },
      { id: 'output', layer: 'dense', from: ['state'], options: { units: data.symbols } },
    ],
    outputs: ['output'],
  };
}

/** Three networks on the same sequences, side by side: cut with the state reset, cut with the state carried, not cut; the losses are added. */
export default function truncatedProgram(values: Settings): Program<SequencesData> {
  const { symbols, distance, back } = values;
  const data: SequencesData = {
    kind: 'sequences',
    task: 'memory',
    symbols,
    length: LENGTH,
    distance,
    distractors: DISTRACTORS,
    train: 2000,
    test: 800,
  };
  // A gradient that goes back over so many steps passes one state more.
  const truncate = back + 1;
  return program({
    network: sideBySide('truncated', {
      reset: reader(data, values, { truncate, carry: false }),
      carried: reader(data, values, { truncate }),
      whole: reader(data, values),
    }),
    loss: 'crossEntropy',
    optimiser: { name: 'adam' },
    learningRate: values.learningRate,
    batchSize: 32,
    steps: 600,
    data,
  });
}
