import { architectures, type Architecture } from '../../ml/blueprint/architectures';
import { firstShape } from '../../ml/blueprint/network-spec';
import { miniature } from '../../ml/blueprint/miniature';
import { program, type Program } from '../../ml/blueprint/program';
import { STROKE_STEPS, type StrokesData } from '../../ml/data-kinds/strokes/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** A published network by its name; throws for one that is not there. */
export function architectureOf(name: string): Architecture {
  const found = architectures.get(name);
  if (found === undefined) throw new Error(`there is no architecture "${name}"; there are ${[...architectures.keys()].join(', ')}`);
  return found;
}

/** A network for images of a few dozen pixels is half as wide in its miniature, one for photographs a sixteenth. */
function isForSmallImages({ published }: Architecture): boolean {
  return published.side <= 32;
}

/** Rows and columns of the images that a miniature learns from: as few as the windows of its network fit into. */
function miniatureSide(architecture: Architecture): number {
  return Math.max(architecture.leastSide, isForSmallImages(architecture) ? 16 : 32);
}

/** The miniature of a published network, learning to tell strokes of four directions apart. */
export default function architecturesProgram(values: ValuesOf<typeof demo>): Program<StrokesData> {
  const architecture = architectureOf(values.architecture);
  const [side, classes] = [miniatureSide(architecture), STROKE_STEPS.length];
  const network = miniature(architecture.build({ side, classes }), { divisor: isForSmallImages(architecture) ? 2 : 16, least: 4 });
  const [, , channels = 1] = firstShape(network);
  return program({
    network,
    loss: 'crossEntropy',
    optimiser: { name: 'adam' },
    learningRate: values.learningRate,
    batchSize: 16,
    steps: 400,
    data: {
      kind: 'strokes',
      samples: isForSmallImages(architecture) ? 2400 : 480,
      side,
      channels,
      reach: Math.floor(side / 5),
      noise: 0.1,
      trainShare: isForSmallImages(architecture) ? 19 / 20 : 3 / 4,
      classes,
      places: 'anywhere',
    },
  });
}
