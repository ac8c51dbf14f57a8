import type { FeaturesData } from '../../ml/data-kinds/features/program';
import { program, type Program } from '../../ml/blueprint/program';
import { sequential } from '../../ml/blueprint/sequential';
import { dataOf, type Values } from './setting';

/** A linear model of features, from zero, by gradient descent on all samples; one penalty of four, or none. */
export default function weightDecayProgram(values: Values): Program<FeaturesData> {
  const { features, samples, penalty, strength, optimiser, learningRate } = values;
  const only = (name: Values['penalty']): number => (penalty === name ? strength : 0);
  return program<FeaturesData>({
    network: sequential(
      'linear',
      [features],
      [{ id: 'linear', layer: 'dense', options: { units: 1, initialiser: 'zeros', useBias: false } }],
    ),
    loss: 'meanSquaredError',
    optimiser: { name: optimiser },
    learningRate,
    l2: only('l2'),
    weightDecay: only('decay'),
    l1: only('subgradient'),
    shrinkage: only('proximal'),
    batchSize: samples,
    steps: 1000,
    data: dataOf(values, features),
  });
}
