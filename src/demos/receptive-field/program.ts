import { describeNetwork } from '../../ml/blueprint/describe';
import type { CopiedData } from '../../ml/data-kinds/copied/program';
import { program, type Program } from '../../ml/blueprint/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { copiedAxis, fieldOf, SIDE, stackNetwork } from './setting';

/** A stack of convolutions and pools that learns to copy, at every output pixel, one pixel of the input. */
export default function receptiveFieldProgram(values: ValuesOf<typeof demo>): Program<CopiedData> {
  const network = stackNetwork(values);
  const [rows = 1, columns = 1] = describeNetwork(network).nodes['out']?.shape ?? [];
  const field = fieldOf(network);
  return program({
    network,
    loss: 'meanSquaredError',
    optimiser: { name: 'adam' },
    learningRate: values.learningRate,
    batchSize: 4,
    steps: 600,
    data: {
      kind: 'copied',
      shape: [SIDE, SIDE, 1],
      samples: 400,
      rows: copiedAxis(field.rows, values.down, rows),
      columns: copiedAxis(field.columns, values.right, columns),
    },
  });
}
