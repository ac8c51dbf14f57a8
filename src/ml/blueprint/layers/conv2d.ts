/** Convolution of an image with learnt kernels (chapter cnn): as deep as the input, as many as there are output channels. */
import { NetworkError, wholeOption, type LayerDescription } from '../layer-description';
import type { NodeSpec, Shape } from '../network-spec';
import { elementsWhere } from '../weight-parts';
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
  units: 'mixed',
  hears({ node, inputs }, _source, heard) {
    const { rows, columns } = windowAxes(node, inputs);
    const { perGroup, filters } = channelsOf(node, inputs);
    const perGroupFilters = (filters * perGroup) / imageShape(node, inputs).channels;
    const channels = new Set(heard);
    // Filter f is of group floor(f / filters per group), whose channels follow one another.
    const hears = (channel: number, filter: number): boolean => channels.has(Math.floor(filter / perGroupFilters) * perGroup + channel);
    const shape = [rows.size, columns.size, perGroup, filters];
    return [{ role: 'kernel', indices: elementsWhere(shape, ([, , channel = 0, filter = 0]) => hears(channel, filter)) }];
  },
  group: 'leads',
  drawing: 'window',
  width: 'filters',
  formula: 'windowSum',
  examples: [
    { inputs: [[5, 4, 2]], options: { filters: 3, size: [3, 2], padding: 'same', stride: 2 } },
    { inputs: [[6, 5, 2]], options: { filters: 2, size: 2, dilation: 2, padding: [1, 0], useBias: false } },
    { inputs: [[4, 4, 4]], options: { filters: 6, size: 3, groups: 2, padding: 1 } },
  ],
};
