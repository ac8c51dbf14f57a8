import type { PlanarData } from '../../../src/ml/data-kinds/planar/program';
import { mlp } from '../../../src/ml/blueprint/mlp';
import { program, type Program } from '../../../src/ml/blueprint/program';
import type { ValuesOf } from '../../../src/demos/declaration';
import type demo from './demo';

/** One hidden layer over the plane, trained by Adam with the cross-entropy of the sign: what is built, and what is printed as code. */
export default function newProgram(values: ValuesOf<typeof demo>): Program<PlanarData> {
  const { units, activation, learningRate } = values;
  return program({
    network: mlp({ name: 'network', inputs: 2, hidden: [units], outputs: 1, activations: [activation] }),
    loss: 'binaryCrossEntropy',
    optimiser: { name: 'adam' },
    learningRate,
    batchSize: 32,
    steps: 400,
    data: { kind: 'planar', dataset: 'circle', samples: 400, noise: 0, trainShare: 0.5, features: ['x1', 'x2'], classes: 1 },
  });
}
