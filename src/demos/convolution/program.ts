import type { FilteredData } from '../../ml/data-kinds/filtered/program';
import { program, type Program } from '../../ml/blueprint/program';
import { sequential } from '../../ml/blueprint/sequential';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { kernelOf, pictureOf, SIDE, weightsOf } from './setting';

/** One kernel, without bias, that learns by plain gradient descent to do what the chosen kernel does. */
export default function convolutionProgram(values: ValuesOf<typeof demo>): Program<FilteredData> {
  const { size, stride, padding, dilation, learnFrom, learningRate } = values;
  return program({
    network: sequential(
      'convolution',
      [SIDE, SIDE, 1],
      [
        {
          id: 'kernel',
          layer: 'conv2d',
          options: { filters: 1, size, stride, padding, dilation, useBias: false, initialiser: 'normal', initialScale: 0.5 },
        },
      ],
    ),
    loss: 'meanSquaredError',
    learningRate,
    batchSize: 8,
    steps: 150,
    data: {
      kind: 'filtered',
      shape: [SIDE, SIDE, 1],
      samples: 200,
      kernel: weightsOf(kernelOf(values)),
      stride,
      padding,
      dilation,
      ...(learnFrom === 'drawn' ? { picture: pictureOf(values).flat() } : {}),
    },
  });
}
