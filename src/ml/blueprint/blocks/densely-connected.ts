import type { GraphBuilder } from '../graph';

/** A block [x, g1(x), g2([x, g1(x)]), …] (Huang et al. 2017). */
export interface DenseBlockSettings {
  readonly layers: number;
  /** Channels that each layer adds. */
  readonly growth: number;
  /** The 1x1 convolution before each 3x3 gives this many times `growth` channels; 0 for none. The paper's B form has 4. */
  readonly bottleneck?: number;
}

/** Batch norm, ReLU and convolution, in this order. */
function preactivated(g: GraphBuilder, id: string, from: string, filters: number, size: 1 | 3): string {
  const norm = g.add(`${id}/norm`, 'batchNorm', from);
  const relu = g.add(`${id}/relu`, 'activation', norm, { activation: 'relu' });
  const options = { filters, size, useBias: false, initialiser: 'heNormal' };
  return g.add(`${id}/conv`, 'conv2d', relu, size === 3 ? { ...options, padding: 1 } : options);
}

/**
 * Adds the layers of a dense block; each sees all that came before in the block.
 * @returns the id of the last concatenation; channels are the input's plus `layers * growth`.
 */
export function denseBlock(g: GraphBuilder, id: string, from: string, { layers, growth, bottleneck = 4 }: DenseBlockSettings): string {
  let all = from;
  for (let i = 1; i <= layers; i++) {
    const layer = `${id}/layer${i}`;
    const narrow = bottleneck === 0 ? all : preactivated(g, `${layer}/narrow`, all, bottleneck * growth, 1);
    all = g.add(`${layer}/concat`, 'concat', [all, preactivated(g, `${layer}/grow`, narrow, growth, 3)]);
  }
  return all;
}

/** Adds a transition: a 1x1 convolution to `filters` channels, then 2x2 average pooling. Gives the id of the last node. */
export function transition(g: GraphBuilder, id: string, from: string, filters: number): string {
  return g.add(`${id}/pool`, 'averagePool', preactivated(g, id, from, filters, 1), { size: 2 });
}
