import type { FilteredData } from '../../ml/data-kinds/filtered/program';
import { program, type Program } from '../../ml/blueprint/program';
import { sequential } from '../../ml/blueprint/sequential';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { bankOf, COLOURS, SIDE } from './setting';

/** One convolution over colour pictures that learns a bank of filters from their outputs. */
export default function channelsProgram(values: ValuesOf<typeof demo>): Program<FilteredData> {
  const { outputs, size, learningRate } = values;
  return program({
    network: sequential(
      'channels',
      [SIDE, SIDE, COLOURS],
      [{ id: 'kernels', layer: 'conv2d', options: { filters: outputs, size, padding: (size - 1) / 2, initialiser: 'xavierNormal' } }],
    ),
    loss: 'meanSquaredError',
    optimiser: { name: 'adam' },
    learningRate,
    batchSize: 4,
    steps: 300,
    data: {
      kind: 'filtered',
      shape: [SIDE, SIDE, COLOURS],
      samples: 200,
      kernel: bankOf(outputs),
      stride: 1,
      padding: 1,
      dilation: 1,
    },
  });
}
