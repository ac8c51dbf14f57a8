/** VGG: blocks of 3x3 convolutions, each block closed by pooling (Simonyan & Zisserman 2015, table 1). */
import { at } from '../../../base/at';
import { convolution } from '../blocks/convolution';
import { graph } from '../graph';
import type { NetworkSpec } from '../network-spec';
import type { ArchitectureSize } from './size';

/** Number of weight layers: the paper's configurations A, B, D and E. */
export type VggDepth = 11 | 13 | 16 | 19;

/** Convolutions in each of the five blocks. */
const BLOCKS: Readonly<Record<VggDepth, readonly number[]>> = {
  11: [1, 1, 2, 2, 2],
  13: [2, 2, 2, 2, 2],
  16: [2, 2, 3, 3, 3],
  19: [2, 2, 4, 4, 4],
};
const FILTERS = [64, 128, 256, 512, 512];

/** The network of a depth; `batchNorm` puts a batch norm behind each convolution, which keeps its bias, as in torchvision. */
export function vgg(depth: VggDepth, { side, classes }: ArchitectureSize, batchNorm = false): NetworkSpec {
  return graph(`vgg-${depth}${batchNorm ? '-bn' : ''}`, [side, side, 3], (g, x) => {
    let last = x;
    BLOCKS[depth].forEach((count, i) => {
      for (let layer = 1; layer <= count; layer++) {
        const settings = { filters: at(FILTERS, i), size: 3, padding: 1, batchNorm, useBias: true };
        last = convolution(g, `block${i + 1}/layer${layer}`, last, settings);
      }
      last = g.add(`block${i + 1}/pool`, 'maxPool', last, { size: 2 });
    });
    last = g.add('flatten', 'flatten', last);
    for (const id of ['dense1', 'dense2']) {
      const dense = g.add(`${id}/dense`, 'dense', last, { units: 4096, initialiser: 'heNormal' });
      last = g.add(`${id}/dropout`, 'dropout', g.add(`${id}/relu`, 'activation', dense, { activation: 'relu' }), { rate: 0.5 });
    }
    return g.add('output', 'dense', last, { units: classes });
  });
}
