import { padded as kerasPadded, windowed as kerasWindow } from '../network/keras-windows';
import { pooling } from '../network/pytorch-windows';
import { padded, windowed } from '../network/tfjs-windows';
import { listed, plainModule, type LayerCode } from './layer-code';
import { PAD } from './pad';

/** Padding that a library has no word for is put there before, of numbers that never win. */
export const maxPool: LayerCode = {
  tfjs: (one, _index, sources) =>
    `tf.layers.maxPooling2d({ ${windowed(one, 'poolSize')} }).apply(${padded(one, listed(sources), '-1e30')})`,
  keras: (one, _index, from) => `layers.MaxPooling2D(${kerasWindow(one)})(${kerasPadded(one, from, 'float("-inf")')})`,
  pytorch: { module: (one) => plainModule(pooling(one, 'Max')) },
  helpers: { tfjs: PAD },
};
