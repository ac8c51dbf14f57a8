/** DenseNet: blocks in which each layer sees all before it, thinned out between (Huang et al. 2017, table 1). */
import { convolution } from '../blocks/convolution';
import { denseBlock, transition } from '../blocks/densely-connected';
import { graph } from '../graph';
import type { NetworkSpec } from '../network-spec';
import type { ArchitectureSize } from './size';

/** Number of weight layers. */
export type DensenetDepth = 121 | 161 | 169 | 201;

/** Layers in each of the four blocks. */
const BLOCKS: Readonly<Record<DensenetDepth, readonly number[]>> = {
  121: [6, 12, 24, 16],
  161: [6, 12, 36, 24],
  169: [6, 12, 32, 32],
  201: [6, 12, 48, 32],
};

/** The network of a depth: growth 32 (48 for DenseNet-161), twice as many channels from the stem, halved in each transition. */
export function densenet(depth: DensenetDepth, { side, classes }: ArchitectureSize): NetworkSpec {
  const growth = depth === 161 ? 48 : 32;
  return graph(`densenet-${depth}`, [side, side, 3], (g, x) => {
    let last = convolution(g, 'stem', x, { filters: 2 * growth, size: 7, stride: 2, padding: 3, batchNorm: true });
    last = g.add('stem/pool', 'maxPool', last, { size: 3, stride: 2, padding: 1 });
    let channels = 2 * growth;
    BLOCKS[depth].forEach((layers, i) => {
      last = denseBlock(g, `block${i + 1}`, last, { layers, growth });
      channels += layers * growth;
      if (i === 3) return;
      channels = Math.floor(channels / 2);
      last = transition(g, `transition${i + 1}`, last, channels);
    });
    const relu = g.add('head/relu', 'activation', g.add('head/norm', 'batchNorm', last), { activation: 'relu' });
    return g.add('output', 'dense', g.add('pool', 'globalAveragePool', relu), { units: classes });
  });
}
