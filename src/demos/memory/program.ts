import { inputSymbols, type SequencesData } from '../../ml/data-kinds/sequences/program';
import type { NetworkSpec, NodeSpec } from '../../ml/blueprint/network-spec';
import { program, type Program } from '../../ml/blueprint/program';
import { sideBySide } from '../../ml/blueprint/side-by-side';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

type Settings = ValuesOf<typeof demo>;

/** Places of a sequence. */
const LENGTH = 10;
/** Small letters that mean nothing. */
const DISTRACTORS = 4;
/** Numbers that a symbol becomes, and units of the hidden layer of the networks without a state. */
const EMBEDDING = 8;
const HIDDEN = 24;

function node(id: string, layer: string, from: string, options: NodeSpec['options'] = {}): NodeSpec {
  return { id, layer, from: [from], options };
}

/** A network from a sequence of symbols to scores of the answers: a vector for each symbol, then `middle`, whose last node is named. */
function laneNetwork(name: string, data: SequencesData, middle: readonly NodeSpec[], last: string): NetworkSpec {
  const size = inputSymbols(data);
  return {
    name,
    inputs: { x: { shape: [LENGTH], kind: 'indices', size } },
    nodes: [
      node('embedding', 'embedding', 'x', { size, units: EMBEDDING }),
      ...middle,
      node('output', 'dense', last, { units: data.symbols }),
    ],
    outputs: ['output'],
  };
}

/** Sees the last `count` symbols, one behind the other, as one long input. */
function windowNetwork(data: SequencesData, count: number): NetworkSpec {
  const middle = [
    node('window', 'lastSteps', 'embedding', { count }),
    node('flat', 'flatten', 'window'),
    node('hidden', 'dense', 'flat', { units: HIDDEN }),
    node('activation', 'activation', 'hidden', { activation: 'tanh' }),
  ];
  return laneNetwork('window', data, middle, 'activation');
}

/** Reads the symbols one by one and answers from the state after the last. */
function recurrentNetwork(data: SequencesData, { cell, units }: Settings): NetworkSpec {
  const middle = [node('state', 'recurrent', 'embedding', { cell, units }), node('last', 'lastStep', 'state')];
  return laneNetwork('state', data, middle, 'last');
}

/** Three networks on the same sequences, side by side: the present symbol alone, a window, a state; the loss is the sum of theirs. */
export default function memoryProgram(values: Settings): Program<SequencesData> {
  const { symbols, distance, window } = values;
  const data: SequencesData = {
    kind: 'sequences',
    task: 'memory',
    symbols,
    length: LENGTH,
    distance,
    distractors: DISTRACTORS,
    train: 2000,
    test: 400,
  };
  return program({
    network: sideBySide('memory', {
      now: windowNetwork(data, 1),
      window: windowNetwork(data, window),
      state: recurrentNetwork(data, values),
    }),
    loss: 'crossEntropy',
    optimiser: { name: 'adam' },
    learningRate: values.learningRate,
    batchSize: 32,
    steps: 600,
    data,
  });
}
