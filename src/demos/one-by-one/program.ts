import { convolution } from '../../ml/blueprint/blocks/convolution';
import { graph } from '../../ml/blueprint/graph';
import { program, type Program } from '../../ml/blueprint/program';
import { STROKE_STEPS, type StrokesData } from '../../ml/data-kinds/strokes/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** Rows and columns of an image. */
const SIDE = 12;

/** A 3x3 convolution, a 1x1 convolution, and one of two endings: class maps and their means, or one dense layer over all numbers. */
export default function oneByOneProgram(values: ValuesOf<typeof demo>): Program<StrokesData> {
  const { head, filters, channels, places, noise } = values;
  const classes = STROKE_STEPS.length;
  return program({
    network: graph('one-by-one', [SIDE, SIDE, 1], (g, x) => {
      const window = convolution(g, 'window', x, { filters, size: 3, padding: 1 });
      const point = convolution(g, 'point', window, { filters: channels, size: 1 });
      if (head === 'dense') return g.add('output', 'dense', g.add('flatten', 'flatten', point), { units: classes });
      return g.add('average', 'globalAveragePool', g.add('maps', 'conv2d', point, { filters: classes, size: 1 }));
    }),
    loss: 'crossEntropy',
    optimiser: { name: 'adam' },
    learningRate: values.learningRate,
    batchSize: 16,
    steps: 300,
    data: { kind: 'strokes', samples: 600, side: SIDE, channels: 1, reach: 2, noise, trainShare: 2 / 3, classes, places },
  });
}
