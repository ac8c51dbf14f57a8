import type { GraphBuilder } from '../graph';
import { convolution, type ConvolutionSettings } from './convolution';

/** Channels of the four paths (Szegedy et al. 2015, table 1). */
export interface InceptionSettings {
  readonly one: number;
  /** 1x1 before 3x3, and the 3x3. */
  readonly three: readonly [number, number];
  /** 1x1 before the largest window, and that one. */
  readonly five: readonly [number, number];
  /** 1x1 after pooling. */
  readonly pool: number;
  /** Side of the largest window: 5 in the paper, 3 in torchvision's network. */
  readonly largest?: 3 | 5;
  readonly batchNorm?: boolean;
  readonly epsilon?: number;
}

/**
 * Adds four parallel paths put side by side: 1x1; 1x1 then 3x3; 1x1 then the largest window; 3x3 pooling then 1x1. Rows and
 * columns stay.
 * @returns the id of the last node; its channels are the four paths' together.
 */
export function inceptionBlock(g: GraphBuilder, id: string, from: string, settings: InceptionSettings): string {
  const { one, three, five, pool, largest = 5, batchNorm = false, epsilon } = settings;
  const common = epsilon === undefined ? { batchNorm } : { batchNorm, epsilon };
  const unit = (name: string, source: string, layer: ConvolutionSettings): string =>
    convolution(g, `${id}/${name}`, source, { ...layer, ...common });
  const pooled = (): string => g.add(`${id}/pool`, 'maxPool', from, { size: 3, stride: 1, padding: 1 });
  const paths = [
    unit('one', from, { filters: one, size: 1 }),
    unit('three', unit('three-reduce', from, { filters: three[0], size: 1 }), { filters: three[1], size: 3, padding: 1 }),
    unit('five', unit('five-reduce', from, { filters: five[0], size: 1 }), { filters: five[1], size: largest, padding: (largest - 1) / 2 }),
    unit('pool-project', pooled(), { filters: pool, size: 1 }),
  ];
  return g.add(`${id}/concat`, 'concat', paths);
}
