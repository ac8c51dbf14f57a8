import type { PlanarData } from '../../ml/data-kinds/planar/program';
import { deepNetwork } from '../../ml/blueprint/deep';
import { program, type Program } from '../../ml/blueprint/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** Clipping set this high or higher clips nothing. */
const UNCLIPPED = 1000;

/** A deep ReLU network whose initial weights are He's, times a factor, trained by plain SGD with or without clipping. */
export default function explodingProgram(values: ValuesOf<typeof demo>): Program<PlanarData> {
  const { depth, width, activation, initialScale, normalise, residual, learningRate, clipNorm } = values;
  return program({
    network: deepNetwork({
      name: 'deep',
      inputs: 2,
      depth,
      width,
      activation,
      initialiser: 'heNormal',
      initialScale,
      layerNorm: normalise,
      residual,
    }),
    loss: 'binaryCrossEntropy',
    optimiser: { name: 'sgd' },
    learningRate,
    clipNorm: clipNorm >= UNCLIPPED ? Infinity : clipNorm,
    batchSize: 16,
    steps: 500,
    data: { kind: 'planar', dataset: 'circle', samples: 400, noise: 0, trainShare: 0.5, features: ['x1', 'x2'], classes: 1 },
  });
}
