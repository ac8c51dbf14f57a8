import { mlp } from '../../ml/blueprint/mlp';
import { program, type Program } from '../../ml/blueprint/program';
import type { PlanarData } from '../../ml/data-kinds/planar/program';
import { ownOf, STEPS, type Values } from './setting';

/** By what one network of the maps is trained, by its number from 1: plain gradient descent, so that the rate is all there is to a step. */
export function networkProgram(values: Values, number: number): Program<PlanarData> {
  const { learningRate, initialScale, weightDecay } = ownOf(values, number);
  return program({
    network: mlp({ name: 'network', inputs: 2, hidden: [8, 8], outputs: 1, activations: [values.activation], initialScale }),
    loss: 'binaryCrossEntropy',
    learningRate,
    weightDecay,
    batchSize: 32,
    steps: STEPS,
    data: {
      kind: 'planar',
      dataset: values.dataset,
      samples: 400,
      noise: values.noise,
      trainShare: 0.5,
      features: ['x1', 'x2'],
      classes: 1,
    },
  });
}

/** The network that is trained alone, or the one that is looked at. */
export default function sweepProgram(values: Values): Program<PlanarData> {
  return networkProgram(values, values.only === 0 ? values.cell : values.only);
}
