import { listed, plainModule, type LayerCode } from './layer-code';

/** Rows and columns are gone afterwards in all three. */
export const globalAveragePool: LayerCode = {
  tfjs: (_one, _index, sources) => `tf.layers.globalAveragePooling2d({}).apply(${listed(sources)})`,
  keras: (_one, _index, from) => `layers.GlobalAveragePooling2D()(${from})`,
  pytorch: { module: () => plainModule('nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())') },
};
