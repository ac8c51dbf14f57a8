import { kerasInitialiser } from '../network/keras-weights';
import { pytorchInitialise } from '../network/pytorch-weights';
import { tfjsInitialiser } from '../network/tfjs-weights';
import type { PrintedNode } from '../nodes';
import { listed, plainModule, type LayerCode } from './layer-code';

const sizeOf = ({ node }: PrintedNode): number => Number(node.options['size']);
/** The rule of the table, which is not that of kernels. */
const ruleOf = ({ node, initialiser }: PrintedNode): PrintedNode['initialiser'] =>
  node.options['initialiser'] === undefined ? 'normal' : initialiser;

/** A layer of its own in all three. */
export const embedding: LayerCode = {
  tfjs(one, index, sources) {
    const shape = [sizeOf(one), one.units];
    const table = tfjsInitialiser(ruleOf(one), one.scale, index + 1, { shape, drawnAs: shape });
    const frozen = one.frozen ? ', trainable: false' : '';
    return `tf.layers.embedding({ inputDim: ${sizeOf(one)}, outputDim: ${one.units}, embeddingsInitializer: ${table}${frozen} }).apply(${listed(sources)})`;
  },
  keras(one, index, from) {
    const frozen = one.frozen ? ', trainable=False' : '';
    return `layers.Embedding(${sizeOf(one)}, ${one.units}, embeddings_initializer=${kerasInitialiser(ruleOf(one), one.scale, index + 1)}${frozen})(${from})`;
  },
  pytorch: {
    module: (one) => plainModule(`nn.Embedding(${sizeOf(one)}, ${one.units})`),
    fill: (one, module) => [pytorchInitialise(`${module}.weight`, ruleOf(one), one.scale)],
  },
};
