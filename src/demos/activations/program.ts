import { activations } from '../../ml/blueprint/activations';
import { sequential } from '../../ml/blueprint/sequential';
import { program, type Program } from '../../ml/blueprint/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/**
 * What one of the nine runs is, as a network: a single bias z and the activation shown, trained towards f(goal) from z = start
 * by plain gradient descent. The model trains all nine side by side.
 */
export default function activationsProgram(values: ValuesOf<typeof demo>): Program {
  return program({
    network: sequential(
      'one-unit',
      [1],
      [
        { id: 'z', layer: 'dense', options: { units: 1, initialiser: 'zeros', initialBias: values.start } },
        { id: 'z-activation', layer: 'activation', options: { activation: values.activation } },
      ],
    ),
    loss: 'meanSquaredError',
    learningRate: values.learningRate,
    batchSize: 1,
    steps: 200,
    data: { kind: 'rows', rows: [[0, activations[values.activation].value(values.goal)]], classes: 1 },
  });
}
