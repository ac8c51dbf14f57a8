import { lenet } from '../../ml/blueprint/architectures/lenet';
import { IMAGE_SHAPES, type ImageShape, type ImagesData } from '../../ml/data-kinds/images/program';
import { program, type Program } from '../../ml/blueprint/program';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

/** Held-out digits that the accuracy is of. */
const TEST = 400;

/**
 * LeNet on digits, or on the reader's own images: cross-entropy over the classes.
 * @param own shape of the reader's images; LeNet wants square ones of one channel, at least 12 pixels wide.
 */
export default function lenetProgram(values: ValuesOf<(typeof demo)['parameters']>, own?: ImageShape): Program<ImagesData> {
  const { height, classes } = own ?? IMAGE_SHAPES.digits;
  return program({
    network: lenet({
      side: height,
      classes,
      activation: values.activation,
      pooling: values.pooling,
      filters: [values.filters1, values.filters2],
    }),
    loss: 'crossEntropy',
    optimiser: { name: values.optimiser },
    learningRate: values.learningRate,
    batchSize: values.batchSize,
    steps: 400,
    data: {
      kind: 'images',
      dataset: 'digits',
      train: values.train,
      test: TEST,
      classes,
      ...(own === undefined ? {} : { own: { height, width: own.width, channels: own.channels, classes } }),
    },
  });
}
