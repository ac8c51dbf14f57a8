/** Layers without weights that join branches or change shapes: add, concat, flatten. */
import { listed, plainModule, type LayerCode } from './layer-code';

/** A sum is written as one in PyTorch. */
export const add: LayerCode = {
  tfjs: (_one, _index, sources) => `tf.layers.add().apply(${listed(sources)})`,
  keras: (_one, _index, from) => `layers.Add()(${from})`,
  pytorch: { expression: ({ from }) => from.join(' + ') },
};

/** PyTorch has the channels of an image first. */
export const concat: LayerCode = {
  tfjs: (_one, _index, sources) => `tf.layers.concatenate().apply(${listed(sources)})`,
  keras: (_one, _index, from) => `layers.Concatenate()(${from})`,
  pytorch: { expression: ({ from, shape }) => `torch.cat([${from.join(', ')}], dim=${shape.length === 3 ? 1 : -1})` },
};

/** Channels are first in PyTorch, so the places of a flattened image come in another order there; the weights after it are its own. */
export const flatten: LayerCode = {
  tfjs: (_one, _index, sources) => `tf.layers.flatten().apply(${listed(sources)})`,
  keras: (_one, _index, from) => `layers.Flatten()(${from})`,
  pytorch: { module: () => plainModule('nn.Flatten()') },
};
