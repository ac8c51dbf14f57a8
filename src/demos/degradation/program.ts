import { smallResnet } from '../../ml/blueprint/architectures/resnet';
import type { NetworkSpec } from '../../ml/blueprint/network-spec';
import { IMAGE_SHAPES, type ImagesData } from '../../ml/data-kinds/images/program';
import { program, type Program } from '../../ml/blueprint/program';
import { sideBySide } from '../../ml/blueprint/side-by-side';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

type Settings = ValuesOf<typeof demo>;

/** Pictures held out. */
const TEST = 200;
/** Channels of the three stages: a quarter of the paper's. */
const FILTERS = [4, 8, 16] as const;

function laneNetwork({ depth, batchNorm, identity }: Settings, shortcut: boolean): NetworkSpec {
  const { width, channels, classes } = IMAGE_SHAPES.shapes;
  const blocks = (Number(depth) - 2) / 6;
  return smallResnet({
    side: width,
    channels,
    classes,
    blocks,
    filters: FILTERS,
    stemStride: 2,
    shortcut,
    batchNorm,
    startAsIdentity: identity,
  });
}

/** A plain network and the same with shortcuts, side by side on the same batches; the loss is the sum of theirs. */
export default function degradationProgram(values: Settings): Program<ImagesData> {
  return program({
    network: sideBySide('degradation', { plain: laneNetwork(values, false), residual: laneNetwork(values, true) }),
    loss: 'crossEntropy',
    optimiser: { name: 'adam' },
    learningRate: values.learningRate,
    batchSize: 32,
    steps: 400,
    data: { kind: 'images', dataset: 'shapes', train: values.samples, test: TEST, classes: IMAGE_SHAPES.shapes.classes },
  });
}
