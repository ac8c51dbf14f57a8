import { lineSteps, lineSymbols, type LineData } from '../../ml/data-kinds/line/program';
import { program, type Program } from '../../ml/blueprint/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import { piecesOf } from './setting';

/** Numbers that a symbol becomes. */
const EMBEDDING = 8;

/** Reads a line symbol by symbol, and says after each which comes next. The state is carried on, or begins anew with each row or each symbol. */
export default function unrolledProgram(values: ValuesOf<typeof demo>): Program<LineData> {
  const { line, cell, units, learningRate } = values;
  const data: LineData = { kind: 'line', text: line };
  const size = lineSymbols(line).length;
  return program({
    network: {
      name: 'unrolled',
      inputs: { x: { shape: [lineSteps(data)], kind: 'indices', size } },
      nodes: [
        { id: 'embedding', layer: 'embedding', from: ['x'], options: { size, units: EMBEDDING } },
        { id: 'state', layer: 'recurrent', from: ['embedding'], options: { cell, units, ...piecesOf(values) } },
        { id: 'output', layer: 'dense', from: ['state'], options: { units: size } },
      ],
      outputs: ['output'],
    },
    loss: 'crossEntropy',
    optimiser: { name: 'adam' },
    learningRate,
    batchSize: 1,
    steps: 300,
    data,
  });
}
