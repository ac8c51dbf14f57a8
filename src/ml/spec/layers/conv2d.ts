/** Convolution of an image with learnt kernels (chapter cnn): as deep as the input, as many as there are output channels. */
import { NetworkError, wholeOption, type LayerDescription } from '../layer-description';
import type { NodeSpec, Shape } from '../network-spec';
import { kernelAndBias } from '../weights';
import { imageShape, windowAxes } from '../window';

function channelsOf(node: NodeSpec, inputs: readonly Shape[]): { readonly perGroup: number; readonly filters: number } {
  const { channels } = imageShape(node, inputs);
  const filters = wholeOption(node, 'filters', undefined, 1);
  const groups = wholeOption(node, 'groups', 1, 1);
  if (channels % groups !== 0 || filters % groups !== 0) {
    throw new NetworkError(node.id, `has ${groups} groups; they should divide its ${channels} input channels and its ${filters} filters`);
  }
  return { perGroup: channels / groups, filters };
}

/**
 * [rows, columns, channels] -> [rows', columns', filters]. Options: filters; size, stride, dilation, padding (see `windowAxes`);
 * groups (default 1: each group of filters sees its own share of the channels, Krizhevsky et al. 2012); those of `kernelAndBias`.
 * The kernel is [size, size, channels / groups, filters].
 */
export const conv2d: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    const { rows, columns } = windowAxes(node, inputs);
    return [rows.output, columns.output, channelsOf(node, inputs).filters];
  },
  variables(node, inputs) {
    const { rows, columns } = windowAxes(node, inputs);
    const { perGroup, filters } = channelsOf(node, inputs);
    return kernelAndBias(node, [rows.size, columns.size, perGroup, filters], filters);
  },
  multiplyAdds(node, inputs) {
    const { rows, columns } = windowAxes(node, inputs);
    const { perGroup, filters } = channelsOf(node, inputs);
    return rows.output * columns.output * rows.size * columns.size * perGroup * filters;
  },
  reach: windowAxes,
};
