import type { FunctionData } from '../../ml/data-kinds/function/program';
import { rowLists, type OwnRows } from '../../ml/data-kinds/rows/own';
import type { RowsData } from '../../ml/data-kinds/rows/program';
import { program, type Program } from '../../ml/blueprint/program';
import { sequential } from '../../ml/blueprint/sequential';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** One hidden layer over x in [-1, 1], its hinges spread by random biases; full-batch Adam whose rate falls to zero. */
export default function universalProgram(values: ValuesOf<typeof demo>, ownData?: OwnRows): Program<FunctionData | RowsData> {
  const own = ownData === undefined ? undefined : rowLists(ownData);
  return program<FunctionData | RowsData>({
    network: sequential(
      'universal',
      [1],
      [
        {
          id: 'hidden',
          layer: 'dense',
          options: { units: values.units, initialiser: 'heNormal', biasInitialiser: 'uniform', initialBias: 1 },
        },
        { id: 'hidden-activation', layer: 'activation', options: { activation: values.activation } },
        { id: 'output', layer: 'dense', options: { units: 1, initialiser: 'lecunNormal' } },
      ],
    ),
    loss: 'meanSquaredError',
    optimiser: { name: 'adam' },
    learningRate: values.learningRate,
    schedule: 'cosine',
    batchSize: own?.length ?? values.samples,
    steps: 2000,
    data:
      own === undefined
        ? { kind: 'function', name: values.target, samples: values.samples, noise: values.noise }
        : { kind: 'rows', rows: own, classes: 1 },
  });
}
