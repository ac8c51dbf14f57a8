import type { PlanarData } from '../../ml/data-kinds/planar/program';
import { mlp } from '../../ml/blueprint/mlp';
import { program, type Program } from '../../ml/blueprint/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** A deep MLP of equal layers; with `identity` it is the notes' derivation in the flesh. */
export default function collapseProgram(values: ValuesOf<typeof demo>): Program<PlanarData> {
  const { activation, depth, width, dataset } = values;
  return program({
    network: mlp({ name: 'deep', inputs: 2, hidden: new Array<number>(depth).fill(width), outputs: 1, activations: [activation] }),
    loss: 'binaryCrossEntropy',
    optimiser: { name: 'adam' },
    learningRate: values.learningRate,
    batchSize: 32,
    steps: 400,
    data: { kind: 'planar', dataset, samples: 500, noise: 0, trainShare: 0.5, features: ['x1', 'x2'], classes: 1 },
  });
}
