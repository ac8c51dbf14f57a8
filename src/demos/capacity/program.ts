import type { FunctionData } from '../../ml/data-kinds/function/program';
import type { NetworkSpec, NodeSpec } from '../../ml/blueprint/network-spec';
import { program, type Program } from '../../ml/blueprint/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** Hidden units of the seven networks. */
export const WIDTHS: readonly number[] = [1, 2, 4, 8, 16, 32, 64];

function branch(width: number): NodeSpec[] {
  const id = `width${width}`;
  return [
    {
      id,
      layer: 'dense',
      from: ['x'],
      options: { units: width, initialiser: 'normal', initialScale: 4, biasInitialiser: 'uniform', initialBias: 4 },
    },
    { id: `${id}-activation`, layer: 'activation', from: [id], options: { activation: 'tanh' } },
    { id: `${id}-output`, layer: 'dense', from: [`${id}-activation`], options: { units: 1, initialiser: 'lecunNormal' } },
  ];
}

/** Seven one-layer networks side by side as one graph with seven outputs; what one learns does not touch another. */
export default function capacityProgram(values: ValuesOf<typeof demo>): Program<FunctionData> {
  const network: NetworkSpec = {
    name: 'widths',
    inputs: { x: [1] },
    nodes: WIDTHS.flatMap(branch),
    outputs: WIDTHS.map((width) => `width${width}-output`),
  };
  return program({
    network,
    loss: 'meanSquaredError',
    optimiser: { name: 'adam' },
    learningRate: values.learningRate,
    weightDecay: values.weightDecay,
    batchSize: values.samples,
    steps: 2000,
    data: { kind: 'function', name: 'sine', samples: values.samples, noise: values.noise },
  });
}
