/** GoogLeNet (Inception v1): nine blocks of four parallel paths (Szegedy et al. 2015, table 1), without the two auxiliary heads. */
import { convolution, type ConvolutionSettings } from '../blocks/convolution';
import { inceptionBlock, type InceptionSettings } from '../blocks/inception';
import { graph } from '../graph';
import type { NetworkSpec } from '../network-spec';
import type { ArchitectureSize } from './size';

type Channels = Pick<InceptionSettings, 'one' | 'three' | 'five' | 'pool'>;
const channels = (one: number, three: readonly [number, number], five: readonly [number, number], pool: number): Channels => ({
  one,
  three,
  five,
  pool,
});

/** Channels of the paths, and `pool` where the image is halved. */
const BLOCKS: readonly (readonly [string, Channels] | 'pool')[] = [
  ['block3a', channels(64, [96, 128], [16, 32], 32)],
  ['block3b', channels(128, [128, 192], [32, 96], 64)],
  'pool',
  ['block4a', channels(192, [96, 208], [16, 48], 64)],
  ['block4b', channels(160, [112, 224], [24, 64], 64)],
  ['block4c', channels(128, [128, 256], [24, 64], 64)],
  ['block4d', channels(112, [144, 288], [32, 64], 64)],
  ['block4e', channels(256, [160, 320], [32, 128], 128)],
  'pool',
  ['block5a', channels(256, [160, 320], [32, 128], 128)],
  ['block5b', channels(384, [192, 384], [48, 128], 128)],
];

/**
 * @param form `paper`: biases, 5x5 windows, no batch norm (local response normalisation, which has no parameters, left out);
 * `torchvision`: batch norm in place of biases, and 3x3 where the paper has 5x5.
 */
export function googlenet({ side, classes }: ArchitectureSize, form: 'paper' | 'torchvision'): NetworkSpec {
  const modern = form === 'torchvision';
  const common = modern ? { batchNorm: true, epsilon: 1e-3 } : { batchNorm: false };
  return graph(modern ? 'googlenet' : 'googlenet-2014', [side, side, 3], (g, x) => {
    const unit = (id: string, from: string, settings: ConvolutionSettings): string => convolution(g, id, from, { ...settings, ...common });
    const pool = (id: string, from: string, size = 3): string => g.add(id, 'maxPool', from, { size, stride: 2, padding: 'same' });
    let last = pool('pool1', unit('conv1', x, { filters: 64, size: 7, stride: 2, padding: 3 }));
    last = unit('conv2', unit('conv2-reduce', last, { filters: 64, size: 1 }), { filters: 192, size: 3, padding: 1 });
    last = pool('pool2', last);
    let pools = 2;
    for (const block of BLOCKS) {
      if (block === 'pool') {
        pools++;
        last = pool(`pool${pools}`, last, modern && pools === 4 ? 2 : 3);
      } else {
        last = inceptionBlock(g, block[0], last, { ...block[1], ...common, largest: modern ? 3 : 5 });
      }
    }
    const averaged = g.add('pool5', 'globalAveragePool', last);
    return g.add('output', 'dense', g.add('dropout', 'dropout', averaged, { rate: modern ? 0.2 : 0.4 }), { units: classes });
  });
}
