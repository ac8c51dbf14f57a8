import type { RowsData } from '../../ml/data-kinds/rows/program';
import { program, type Program } from '../../ml/blueprint/program';
import { sequential } from '../../ml/blueprint/sequential';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** One unit after another: a = f(w x + b), b = f(w a + b), … trained by plain gradient descent so that the last one gives `target`. */
export default function sigmoidChainProgram(values: ValuesOf<typeof demo>): Program<RowsData> {
  const { length, activation, weight, bias, input, target, learningRate } = values;
  const layers = Array.from({ length }, (_, i) => [
    {
      id: `link${i + 1}`,
      layer: 'dense',
      options: { units: 1, initialiser: 'constant', initialScale: weight, initialBias: bias },
    },
    { id: `link${i + 1}-activation`, layer: 'activation', options: { activation } },
  ]);
  return program({
    network: sequential('chain', [1], layers.flat()),
    loss: 'meanSquaredError',
    learningRate,
    batchSize: 1,
    steps: 200,
    data: { kind: 'rows', rows: [[input, target]], classes: 1 },
  });
}
