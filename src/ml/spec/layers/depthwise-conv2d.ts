/** Convolution of each channel with kernels of its own, channels not mixed (Chollet 2017; Howard et al. 2017). */
import { wholeOption, type LayerDescription } from '../layer-description';
import type { NodeSpec, Shape } from '../network-spec';
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
};
