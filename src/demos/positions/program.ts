import { inputSymbols, type SequencesData } from '../../ml/data-kinds/sequences/program';
import type { NodeSpec } from '../../ml/blueprint/network-spec';
import { program, type Program } from '../../ml/blueprint/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** Symbols, and places of a sequence. */
const SYMBOLS = 8;
const LENGTH = 10;
/** Numbers that stand for a place. */
export const UNITS = 32;

function node(id: string, layer: string, from: string, options: NodeSpec['options'] = {}): NodeSpec {
  return { id, layer, from: [from], options };
}

/** One head of attention over symbols, which know their places in one of three ways, or not at all; nothing goes around it. */
export default function positionsProgram({ positions, task, learningRate }: ValuesOf<typeof demo>): Program<SequencesData> {
  const data: SequencesData = {
    ...{ kind: 'sequences', symbols: SYMBOLS, length: LENGTH, train: 2000, test: 200 },
    ...(task === 'reverse' ? { task } : { task, back: [1] }),
  };
  const size = inputSymbols(data);
  const added = positions === 'learned' || positions === 'sinusoidal';
  return program({
    network: {
      name: 'positions',
      inputs: { x: { shape: [LENGTH], kind: 'indices', size } },
      nodes: [
        node('embedding', 'embedding', 'x', { size, units: UNITS, initialiser: 'normal', initialScale: 1 }),
        ...(added ? [node('positions', 'positions', 'embedding', { kind: positions, initialScale: 1 })] : []),
        node('attention', 'attention', added ? 'positions' : 'embedding', { rotary: positions === 'rotary', useBias: false }),
        node('output', 'dense', 'attention', { units: SYMBOLS }),
      ],
      outputs: ['output'],
    },
    loss: 'crossEntropy',
    optimiser: { name: 'adam' },
    learningRate,
    batchSize: 64,
    steps: 200,
    data,
  });
}
