/** ResNet: stages of residual blocks (He et al. 2016, table 1; the paper's section 4.2 for small images). */
import { at } from '../../../base/at';
import { convolution } from '../blocks/convolution';
import { expansion, residualBlock, type ResidualSettings } from '../blocks/residual';
import { graph } from '../graph';
import type { NetworkSpec } from '../network-spec';
import type { ArchitectureSize } from './size';

/** Number of weight layers on the longest path. */
export type ResnetDepth = 18 | 34 | 50 | 101 | 152;

/** Blocks in each of the four stages. */
const BLOCKS: Readonly<Record<ResnetDepth, readonly number[]>> = {
  18: [2, 2, 2, 2],
  34: [3, 4, 6, 3],
  50: [3, 4, 6, 3],
  101: [3, 4, 23, 3],
  152: [3, 8, 36, 3],
};
const FILTERS = [64, 128, 256, 512];

/** The ImageNet network of a depth, with the stride of bottleneck blocks in their 3x3 convolution, as in torchvision. */
export function resnet(depth: ResnetDepth, { side, classes }: ArchitectureSize): NetworkSpec {
  const bottleneck = depth >= 50;
  return graph(`resnet-${depth}`, [side, side, 3], (g, x) => {
    let last = convolution(g, 'stem', x, { filters: 64, size: 7, stride: 2, padding: 3, batchNorm: true });
    last = g.add('stem/pool', 'maxPool', last, { size: 3, stride: 2, padding: 1 });
    let channels = 64;
    BLOCKS[depth].forEach((count, stage) => {
      const filters = at(FILTERS, stage);
      for (let block = 1; block <= count; block++) {
        const stride = stage > 0 && block === 1 ? 2 : 1;
        const project = stride !== 1 || channels !== filters * expansion(bottleneck);
        last = residualBlock(g, `stage${stage + 1}/block${block}`, last, { filters, stride, bottleneck, project });
        channels = filters * expansion(bottleneck);
      }
    });
    return g.add('output', 'dense', g.add('pool', 'globalAveragePool', last), { units: classes });
  });
}

/** A network for small images: what its blocks are besides their channels. */
export interface SmallResnetSettings extends ArchitectureSize, Pick<ResidualSettings, 'shortcut' | 'batchNorm' | 'startAsIdentity'> {
  /** Channels of the image. */
  readonly channels: number;
  /** Blocks a stage: n of the paper's 6 n + 2 weight layers. */
  readonly blocks: number;
  /** Channels of the three stages; the paper's are 16, 32, 64. */
  readonly filters?: readonly [number, number, number];
  /** Of the first convolution; 2 makes all that follows four times as cheap. Default 1, as in the paper. */
  readonly stemStride?: 1 | 2;
}

/** Three stages of n blocks, 6 n + 2 weight layers; `shortcut: false` is the paper's plain network. Shortcuts between stages project. */
export function smallResnet(size: SmallResnetSettings): NetworkSpec {
  const {
    side,
    classes,
    channels,
    blocks,
    filters = [16, 32, 64],
    shortcut = true,
    batchNorm = true,
    startAsIdentity = false,
    stemStride = 1,
  } = size;
  return graph(`${shortcut ? 'resnet' : 'plain'}-${6 * blocks + 2}`, [side, side, channels], (g, x) => {
    let last = convolution(g, 'stem', x, { filters: filters[0], size: 3, stride: stemStride, padding: 1, batchNorm });
    filters.forEach((wide, stage) => {
      for (let block = 1; block <= blocks; block++) {
        const first = stage > 0 && block === 1;
        const settings = { filters: wide, stride: first ? 2 : 1, project: first, shortcut, batchNorm, startAsIdentity };
        last = residualBlock(g, `stage${stage + 1}/block${block}`, last, settings);
      }
    });
    return g.add('output', 'dense', g.add('pool', 'globalAveragePool', last), { units: classes });
  });
}
