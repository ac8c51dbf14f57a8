import { inputSymbols, type SequencesData } from '../../ml/data-kinds/sequences/program';
import type { NetworkSpec, NodeSpec } from '../../ml/blueprint/network-spec';
import { program, type Program } from '../../ml/blueprint/program';
import { sideBySide } from '../../ml/blueprint/side-by-side';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

type Settings = ValuesOf<typeof demo>;

/** Places of a sequence. */
const LENGTH = 9;
/** Numbers that a symbol becomes, and units of the layer between states and answers. */
const EMBEDDING = 8;
const HIDDEN = 24;

function node(id: string, layer: string, from: readonly string[], options: NodeSpec['options'] = {}): NodeSpec {
  return { id, layer, from, options };
}

/** Reads in the directions named, and answers at each place from the states that reach it. */
function reader(directions: readonly ('forward' | 'backward')[], data: SequencesData, { cell, units }: Settings): NetworkSpec {
  const size = inputSymbols(data);
  const states = directions.map((name) =>
    node(name, 'recurrent', ['embedding'], { cell, units, ...(name === 'backward' ? { reversed: true } : {}) }),
  );
  const [joined, last] = directions.length > 1 ? [[node('both', 'concat', directions)], 'both'] : [[], directions.join()];
  return {
    name: 'reader',
    inputs: { x: { shape: [LENGTH], kind: 'indices', size } },
    nodes: [
      node('embedding', 'embedding', ['x'], { size, units: EMBEDDING }),
      ...states,
      ...joined,
      node('hidden', 'dense', [last], { units: HIDDEN }),
      node('activation', 'activation', ['hidden'], { activation: 'tanh' }),
      node('output', 'dense', ['activation'], { units: data.symbols }),
    ],
    outputs: ['output'],
  };
}

/** Three networks on the same sequences, side by side: read from the left, from the right, both ways; the loss is the sum of theirs. */
export default function bidirectionalProgram(values: Settings): Program<SequencesData> {
  const { symbols, answer } = values;
  const asked = answer === 'next' ? ({ task: 'next' } as const) : ({ task: 'gap', answer } as const);
  const data: SequencesData = { kind: 'sequences', ...asked, symbols, length: LENGTH, train: 2000, test: 800 };
  return program({
    network: sideBySide('bidirectional', {
      forward: reader(['forward'], data, values),
      backward: reader(['backward'], data, values),
      both: reader(['forward', 'backward'], data, values),
    }),
    loss: 'crossEntropy',
    optimiser: { name: 'adam' },
    learningRate: values.learningRate,
    batchSize: 32,
    steps: 400,
    data,
  });
}
