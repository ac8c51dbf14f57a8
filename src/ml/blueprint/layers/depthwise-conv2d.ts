/** Convolution of each channel with kernels of its own, channels not mixed (Chollet 2017; Howard et al. 2017). */
import { wholeOption, type LayerDescription } from '../layer-description';
import type { NodeSpec, Shape } from '../network-spec';
import { elementsWhere } from '../weight-parts';
import { kernelAndBias } from '../weights';
import { imageShape, windowAxes } from '../window';

function channelsOf(node: NodeSpec, inputs: readonly Shape[]): { readonly channels: number; readonly multiplier: number } {
  return { channels: imageShape(node, inputs).channels, multiplier: wholeOption(node, 'multiplier', 1, 1) };
}

/**
 * [rows, columns, channels] -> [rows', columns', channels * multiplier]; channel c gives channels c * multiplier onwards.
 * Options: size, stride, dilation, padding (see `windowAxes`); multiplier (default 1); those of `kernelAndBias`. The kernel is
 * [size, size, channels, multiplier]; a unit has size * size inputs.
 */
export const depthwiseConv2d: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    const { rows, columns } = windowAxes(node, inputs);
    const { channels, multiplier } = channelsOf(node, inputs);
    return [rows.output, columns.output, channels * multiplier];
  },
  variables(node, inputs) {
    const { rows, columns } = windowAxes(node, inputs);
    const { channels, multiplier } = channelsOf(node, inputs);
    const outputs = channels * multiplier;
    return kernelAndBias(node, [rows.size, columns.size, channels, multiplier], outputs, [rows.size, columns.size, 1, outputs]);
  },
  multiplyAdds(node, inputs) {
    const { rows, columns } = windowAxes(node, inputs);
    const { channels, multiplier } = channelsOf(node, inputs);
    return rows.output * columns.output * rows.size * columns.size * channels * multiplier;
  },
  reach: windowAxes,
  units: 'mixed',
  hears({ node, inputs }, _source, heard) {
    const { rows, columns } = windowAxes(node, inputs);
    const { channels, multiplier } = channelsOf(node, inputs);
    const indices = elementsWhere([rows.size, columns.size, channels, multiplier], ([, , channel = 0]) => heard.includes(channel));
    return [{ role: 'kernel', indices }];
  },
  own({ node, inputs }, unit) {
    const { rows, columns } = windowAxes(node, inputs);
    const { channels, multiplier } = channelsOf(node, inputs);
    const shape = [rows.size, columns.size, channels, multiplier];
    const kernel = elementsWhere(shape, ([, , channel = 0, copy = 0]) => channel * multiplier + copy === unit);
    return [{ role: 'kernel', indices: kernel }, ...(node.options['useBias'] === false ? [] : [{ role: 'bias', indices: [unit] }])];
  },
  group: 'leads',
  drawing: 'window',
  formula: 'windowSum',
  savedAs: { kernel: 'depthwise_kernel' },
  examples: [
    { inputs: [[5, 4, 3]], options: { size: 3, multiplier: 2, padding: 'same' } },
    { inputs: [[5, 5, 2]], options: { size: [2, 3], stride: 2, padding: [0, 1], useBias: false } },
  ],
};
