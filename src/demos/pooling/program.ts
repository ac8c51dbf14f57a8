import type { MarksData } from '../../ml/data-kinds/marks/program';
import { program, type Program } from '../../ml/blueprint/program';
import { sequential, type ChainLayer } from '../../ml/blueprint/sequential';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { FILTERS, SIDE, windowOf } from './setting';

/** A small detector: four 3×3 kernels, ReLU, pooling of some kind or none, and one dense unit that tells + from ×. */
export default function poolingProgram(values: ValuesOf<typeof demo>): Program<MarksData> {
  const { pooling, window, places, noise, learningRate } = values;
  const size = windowOf(pooling, window);
  const pool: ChainLayer[] =
    pooling === 'none' ? [] : [{ id: 'pool', layer: pooling === 'max' ? 'maxPool' : 'averagePool', options: { size, stride: size } }];
  return program({
    network: sequential(
      'detector',
      [SIDE, SIDE, 1],
      [
        { id: 'kernels', layer: 'conv2d', options: { filters: FILTERS, size: 3, initialiser: 'heNormal' } },
        { id: 'relu', layer: 'activation', options: { activation: 'relu' } },
        ...pool,
        { id: 'flatten', layer: 'flatten' },
        { id: 'score', layer: 'dense', options: { units: 1 } },
      ],
    ),
    loss: 'binaryCrossEntropy',
    optimiser: { name: 'adam' },
    learningRate,
    batchSize: 8,
    steps: 300,
    data: { kind: 'marks', side: SIDE, train: 128, test: 64, noise, places },
  });
}
