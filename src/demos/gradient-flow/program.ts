import type { PlanarData } from '../../ml/data-kinds/planar/program';
import { deepNetwork } from '../../ml/blueprint/deep';
import { program, type Program } from '../../ml/blueprint/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** A deep network of equal layers that learns to tell two classes of the plane apart, by plain SGD or Adam. */
export default function gradientFlowProgram(values: ValuesOf<typeof demo>): Program<PlanarData> {
  const { depth, width, activation, initialiser, initialScale, normalise, residual, optimiser, dataset } = values;
  return program({
    network: deepNetwork({
      name: 'deep',
      inputs: 2,
      depth,
      width,
      activation,
      initialiser,
      initialScale,
      layerNorm: normalise,
      residual,
    }),
    loss: 'binaryCrossEntropy',
    optimiser: { name: optimiser },
    learningRate: values.learningRate,
    batchSize: 32,
    steps: 400,
    data: { kind: 'planar', dataset, samples: 400, noise: 0, trainShare: 0.5, features: ['x1', 'x2'], classes: 1 },
  });
}
