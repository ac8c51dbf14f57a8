import { at } from '../../base/at';
import { inputSymbols, type SequencesData } from '../../ml/data-kinds/sequences/program';
import type { NodeSpec } from '../../ml/blueprint/network-spec';
import { program, type Program } from '../../ml/blueprint/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** Symbols, those of one ring, and places of a sequence. */
const SYMBOLS = 16;
const PERIOD = 8;
const LENGTH = 24;
/** Numbers that stand for a place. */
const UNITS = 32;

function node(id: string, layer: string, from: readonly string[], options: NodeSpec['options'] = {}): NodeSpec {
  return { id, layer, from, options };
}

/** One or two layers of attention, each added to what it has read, and nothing else: no hidden layer, no normalisation. */
export default function inductionProgram({ layers, heads, jumps, learningRate }: ValuesOf<typeof demo>): Program<SequencesData> {
  const data: SequencesData = {
    ...{ kind: 'sequences', task: 'cycle', symbols: SYMBOLS, period: PERIOD, jumps, length: LENGTH },
    ...{ train: 8000, test: 200 },
  };
  const size = inputSymbols(data);
  const streams = Array.from({ length: Number(layers) + 1 }, (_, i) => (i === 0 ? 'positions' : `stream${i}`));
  const layersOfAttention = streams.slice(1).flatMap((stream, i) => {
    const from = at(streams, i);
    return [
      node(`attention${i + 1}`, 'attention', [from], { heads: Number(heads), causal: true, useBias: false }),
      node(stream, 'add', [from, `attention${i + 1}`]),
    ];
  });
  return program({
    network: {
      name: 'induction',
      inputs: { x: { shape: [LENGTH], kind: 'indices', size } },
      nodes: [
        node('embedding', 'embedding', ['x'], { size, units: UNITS, initialiser: 'normal', initialScale: 0.5 }),
        node('positions', 'positions', ['embedding'], { initialScale: 0.5 }),
        ...layersOfAttention,
        node('output', 'dense', streams.slice(-1), { units: SYMBOLS }),
      ],
      outputs: ['output'],
    },
    loss: 'crossEntropy',
    optimiser: { name: 'adam' },
    learningRate,
    batchSize: 32,
    steps: 600,
    data,
  });
}
