import type { GraphBuilder } from '../graph';
import { convolution, type ConvolutionSettings } from './convolution';

/** A block x + g(x) (He et al. 2016). */
export interface ResidualSettings {
  /** Channels of the block's 3x3 convolutions. */
  readonly filters: number;
  /** Of the first 3x3 convolution and of the projection. */
  readonly stride?: number;
  /** The three-layer form 1x1, 3x3, 1x1 whose output has four times as many channels (same paper, figure 5); default false. */
  readonly bottleneck?: boolean;
  /** Whether the shortcut needs a 1x1 convolution because shapes change. */
  readonly project?: boolean;
  /** Without it, a plain network: the same layers, no shortcut. Default true. */
  readonly shortcut?: boolean;
  readonly batchNorm?: boolean;
  /**
   * The last batch norm's scale begins at 0, so that the block begins as the identity (Goyal et al. 2017, section 5.1). Only where
   * there is a shortcut. Default false.
   */
  readonly startAsIdentity?: boolean;
}

/** How many channels come out of a block for each of its 3x3 convolutions'. */
export function expansion(bottleneck: boolean): number {
  return bottleneck ? 4 : 1;
}

/**
 * Adds a block: g(x) is two 3x3 convolutions, or 1x1, 3x3, 1x1, each with batch norm and all but the last with ReLU; the sum is
 * followed by ReLU. The stride is that of the (first) 3x3 convolution.
 * @returns the id of the last node.
 */
export function residualBlock(g: GraphBuilder, id: string, from: string, settings: ResidualSettings): string {
  const { filters, stride = 1, bottleneck = false, project = false, shortcut = true, batchNorm = true, startAsIdentity = false } = settings;
  const wide = filters * expansion(bottleneck);
  const layers: ConvolutionSettings[] = bottleneck
    ? [
        { filters, size: 1 },
        { filters, size: 3, stride, padding: 1 },
        { filters: wide, size: 1, activation: 'none' },
      ]
    : [
        { filters, size: 3, stride, padding: 1 },
        { filters, size: 3, padding: 1, activation: 'none' },
      ];
  const branch = layers.reduce((last, layer, i) => {
    const silent = startAsIdentity && shortcut && batchNorm && i === layers.length - 1;
    return convolution(g, `${id}/part${i + 1}`, last, { ...layer, batchNorm, ...(silent ? { initialScale: 0 } : {}) });
  }, from);
  if (!shortcut) return g.add(`${id}/relu`, 'activation', branch, { activation: 'relu' });
  const around = project ? convolution(g, `${id}/shortcut`, from, { filters: wide, size: 1, stride, batchNorm, activation: 'none' }) : from;
  return g.add(`${id}/relu`, 'activation', g.add(`${id}/add`, 'add', [branch, around]), { activation: 'relu' });
}
