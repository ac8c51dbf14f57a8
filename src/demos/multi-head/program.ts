import { inputSymbols, type SequencesData } from '../../ml/data-kinds/sequences/program';
import type { NodeSpec } from '../../ml/blueprint/network-spec';
import { program, type Program } from '../../ml/blueprint/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** Symbols, and places of a sequence. */
const SYMBOLS = 16;
const LENGTH = 12;

function node(id: string, layer: string, from: string, options: NodeSpec['options'] = {}): NodeSpec {
  return { id, layer, from: [from], options };
}

/**
 * Attention alone: symbols and places as vectors, heads that ask and are answered, and two answers at each place, read off what the heads
 * bring back. Nothing behind it could put together what one head has mixed: no shortcut, no layer with an activation.
 */
export default function multiHeadProgram({ heads, width, far, learningRate }: ValuesOf<typeof demo>): Program<SequencesData> {
  const data: SequencesData = { kind: 'sequences', task: 'back', back: [1, far], symbols: SYMBOLS, length: LENGTH, train: 2000, test: 200 };
  const [size, units] = [inputSymbols(data), Number(width)];
  return program({
    network: {
      name: 'multi-head',
      inputs: { x: { shape: [LENGTH], kind: 'indices', size } },
      nodes: [
        node('embedding', 'embedding', 'x', { size, units, initialiser: 'normal', initialScale: 1 }),
        node('positions', 'positions', 'embedding', { initialScale: 1 }),
        node('attention', 'attention', 'positions', { heads: Number(heads), useBias: false }),
        node('scores', 'dense', 'attention', { units: 2 * SYMBOLS }),
        node('output', 'splitSteps', 'scores', { parts: 2 }),
      ],
      outputs: ['output'],
    },
    loss: 'crossEntropy',
    optimiser: { name: 'adam' },
    learningRate,
    batchSize: 64,
    steps: 300,
    data,
  });
}
