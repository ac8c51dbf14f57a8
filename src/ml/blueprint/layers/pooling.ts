/** Pooling: the largest or the mean of each window, channel by channel (chapter cnn). Only rows and columns change. */
import { NetworkError, type LayerDescription } from '../layer-description';
import type { NodeSpec, Shape } from '../network-spec';
import { imageShape, pairOption, spanOf, windowAxes } from '../window';
import type { WindowAxes } from '../window-axes';

/** A pooling node's window; its stride is its size by default, so that windows do not overlap. */
export function poolingAxes(node: NodeSpec, inputs: readonly Shape[]): WindowAxes {
  if (node.options['dilation'] !== undefined) throw new NetworkError(node.id, 'has a dilation; a pooling window has no gaps');
  const axes = windowAxes(node, inputs, pairOption(node, 'size', undefined, 1));
  for (const axis of [axes.rows, axes.columns]) {
    if (2 * axis.before > spanOf(axis)) {
      throw new NetworkError(
        node.id,
        `padding is ${axis.before}; it should be at most half the window’s ${axis.size}, or some windows see nothing`,
      );
    }
  }
  return axes;
}

const pooling: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    const { rows, columns } = poolingAxes(node, inputs);
    return [rows.output, columns.output, imageShape(node, inputs).channels];
  },
  variables: () => [],
  multiplyAdds: () => 0,
  reach: poolingAxes,
  units: 'kept',
  group: 'leads',
  drawing: 'pool',
  examples: [
    { inputs: [[5, 4, 2]], options: { size: 2 } },
    { inputs: [[5, 5, 2]], options: { size: 3, stride: 2, padding: 1 } },
    { inputs: [[4, 5, 1]], options: { size: [2, 3], stride: 1, padding: 'same' } },
  ],
};

/** The largest of each window; padding never wins. Options: size, stride (default: size), padding (see `windowAxes`). */
export const maxPool: LayerDescription = pooling;

/** The mean of each window over what lies in the image; padding is not counted. Options as `maxPool`. */
export const averagePool: LayerDescription = pooling;

/** The mean of each channel over the whole image, [rows, columns, channels] -> [channels] (Lin et al. 2014). */
export const globalAveragePool: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape: (node, inputs) => [imageShape(node, inputs).channels],
  variables: () => [],
  multiplyAdds: () => 0,
  reach: () => 'all',
  units: 'kept',
  group: 'leads',
  drawing: 'pool',
  examples: [{ inputs: [[3, 4, 2]] }],
};
