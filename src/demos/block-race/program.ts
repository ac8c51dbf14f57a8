import { smallNetwork, type SmallFamily } from '../../ml/blueprint/architectures/small';
import type { NetworkSpec } from '../../ml/blueprint/network-spec';
import { IMAGE_SHAPES, type ImagesData } from '../../ml/data-kinds/images/program';
import { program, type Program } from '../../ml/blueprint/program';
import { sideBySide } from '../../ml/blueprint/side-by-side';
import { withActivation } from '../../ml/blueprint/with-activation';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

type Settings = ValuesOf<typeof demo>;

/** Pictures held out. */
const TEST = 300;

function laneNetwork(family: SmallFamily, activation: Settings['firstActivation']): NetworkSpec {
  const { width, channels, classes } = IMAGE_SHAPES.shapes;
  const own = smallNetwork(family, { side: width, channels, classes });
  return activation === 'own' ? own : withActivation(own, activation);
}

/** Two of the seven families side by side, on the same batches of shapes and textures; the loss is the sum of theirs. */
export default function blockRaceProgram(values: Settings): Program<ImagesData> {
  return program({
    network: sideBySide('race', {
      first: laneNetwork(values.first, values.firstActivation),
      second: laneNetwork(values.second, values.secondActivation),
    }),
    loss: 'crossEntropy',
    optimiser: { name: 'adam' },
    learningRate: values.learningRate,
    schedule: 'cosine',
    batchSize: 32,
    steps: values.steps,
    data: { kind: 'images', dataset: 'shapes', train: values.samples, test: TEST, classes: IMAGE_SHAPES.shapes.classes },
  });
}
