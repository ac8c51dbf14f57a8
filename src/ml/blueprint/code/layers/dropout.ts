import { listed, plainModule, type LayerCode } from './layer-code';

/** All three divide what they keep by 1 - rate, as we do. */
export const dropout: LayerCode = {
  tfjs: ({ node }, _index, sources) => `tf.layers.dropout({ rate: ${Number(node.options['rate'])} }).apply(${listed(sources)})`,
  keras: ({ node }, _index, from) => `layers.Dropout(${Number(node.options['rate'])})(${from})`,
  pytorch: { module: ({ node }) => plainModule(`nn.Dropout(${Number(node.options['rate'])})`) },
};
