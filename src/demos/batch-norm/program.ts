import type { PlanarData } from '../../ml/data-kinds/planar/program';
import { program, type Program } from '../../ml/blueprint/program';
import { sequential, type ChainLayer } from '../../ml/blueprint/sequential';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { HIDDEN, POINTS, UNITS } from './setting';

type Settings = ValuesOf<typeof demo>;

/** The layer that normalises, if there is one. */
function normOf(id: string, { norm, momentum }: Settings): readonly ChainLayer[] {
  switch (norm) {
    case 'none':
      return [];
    case 'batch':
      return [{ id, layer: 'batchNorm', options: { momentum: Number(momentum) } }];
    case 'layer':
      return [{ id, layer: 'layerNorm' }];
  }
}

/** Hidden layers that are normalised before their activation, or are not, and one output; trained by plain gradient descent. */
export default function batchNormProgram(values: Settings): Program<PlanarData> {
  const { activation, initialScale, learningRate, batchSize, dataset } = values;
  const initialiser = activation === 'relu' ? 'heNormal' : 'xavierNormal';
  const hidden = HIDDEN.flatMap((names): ChainLayer[] => [
    { id: names.sums, layer: 'dense', options: { units: UNITS, initialiser, initialScale } },
    ...normOf(names.norm, values),
    { id: names.activation, layer: 'activation', options: { activation } },
  ]);
  return program({
    network: sequential('network', [2], [...hidden, { id: 'output', layer: 'dense', options: { units: 1, initialiser } }]),
    loss: 'binaryCrossEntropy',
    optimiser: { name: 'sgd' },
    learningRate,
    batchSize: Number(batchSize),
    steps: 500,
    data: { kind: 'planar', dataset, samples: 2 * POINTS, noise: 0.1, trainShare: 0.5, features: ['x1', 'x2'], classes: 1 },
  });
}
