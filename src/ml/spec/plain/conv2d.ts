import { windowAxes } from '../window';
import { eachPlace, type PlainLayer } from './plain-layer';

/** Convolution, in groups or not; black pixels cost nothing. */
export const conv2d: PlainLayer = (node, [input], weight) => {
  const kernel = weight('kernel');
  const bias = node.options['useBias'] === false ? [] : weight('bias');
  if (input === undefined || kernel === undefined || bias === undefined) return undefined;
  const axes = windowAxes(node, [input.shape]);
  const [channels = 1, filters, groups] = [input.shape[2], Number(node.options['filters']), Number(node.options['groups'] ?? 1)];
  const [perGroup, filtersPerGroup] = [channels / groups, filters / groups];
  const [height, width] = [axes.rows.output, axes.columns.output];
  const data = new Float32Array(height * width * filters);
  for (let at = 0; at < height * width; at++) {
    const sums = data.subarray(at * filters, (at + 1) * filters);
    for (let filter = 0; filter < filters; filter++) sums[filter] = bias[filter] ?? 0;
    eachPlace(axes, Math.floor(at / width), at % width, (pixel, place) => {
      for (let channel = 0; channel < channels; channel++) {
        const value = input.data[pixel * channels + channel] ?? 0;
        if (value === 0) continue;
        const group = Math.floor(channel / perGroup);
        const from = (place * perGroup + (channel % perGroup)) * filters;
        const end = (group + 1) * filtersPerGroup;
        for (let filter = end - filtersPerGroup; filter < end; filter++) {
          sums[filter] = (sums[filter] ?? 0) + value * (kernel[from + filter] ?? 0);
        }
      }
    });
  }
  return { shape: [height, width, filters], data };
};
