import type { PlanarData } from '../../ml/data-kinds/planar/program';
import { sequential } from '../../ml/blueprint/sequential';
import { program, type Program } from '../../ml/blueprint/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** One dense unit and its activation, trained with the squared loss by plain gradient descent. */
export default function neuronProgram(values: ValuesOf<typeof demo>): Program<PlanarData> {
  const { dataset, samples, noise } = values;
  return program({
    network: sequential(
      'neuron',
      [2],
      [
        { id: 'neuron', layer: 'dense', options: { units: 1, initialiser: 'normal', initialScale: 0.5 } },
        { id: 'neuron-activation', layer: 'activation', options: { activation: values.activation } },
      ],
    ),
    loss: 'meanSquaredError',
    learningRate: values.learningRate,
    batchSize: values.batchSize,
    steps: 150,
    data: { kind: 'planar', dataset, samples, noise, trainShare: 0.5, features: ['x1', 'x2'], classes: 1 },
  });
}
