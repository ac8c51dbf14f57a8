/**
 * One image through a network on plain numbers, without tfjs: so that a page can show what a network makes of an image at whatever
 * step is shown, without asking the run. Small networks alone: a LeNet takes 2 to 4 milliseconds.
 */
import { activations } from './activations';
import { NetworkError } from './layer-description';
import { poolingAxes } from './layers/pooling';
import type { NetworkSpec, NodeSpec, Shape } from './network-spec';
import { windowAxes, type WindowAxes } from './window';

export interface PlainArray {
  /** Without the batch: [rows, columns, channels] or [units]. */
  readonly shape: Shape;
  readonly data: Float32Array;
}

/** A weight's numbers by name, `<node>/<role>`; undefined where they are not at hand. */
export type WeightsByName = (name: string) => ArrayLike<number> | undefined;

/** Goes over a window's places that lie on the image: index into the image's pixels, and into the window's places. */
function eachPlace({ rows, columns }: WindowAxes, row: number, column: number, visit: (pixel: number, place: number) => void): void {
  for (let i = 0; i < rows.size; i++) {
    const y = row * rows.stride - rows.before + i * rows.dilation;
    if (y < 0 || y >= rows.input) continue;
    for (let j = 0; j < columns.size; j++) {
      const x = column * columns.stride - columns.before + j * columns.dilation;
      if (x >= 0 && x < columns.input) visit(y * columns.input + x, i * columns.size + j);
    }
  }
}

function convolved(node: NodeSpec, input: PlainArray, weights: WeightsByName): PlainArray | undefined {
  if ((node.options['groups'] ?? 1) !== 1) throw new NetworkError(node.id, 'has groups, which are not computed here; it should have none');
  const kernel = weights(`${node.id}/kernel`);
  const bias = node.options['useBias'] === false ? [] : weights(`${node.id}/bias`);
  if (kernel === undefined || bias === undefined) return undefined;
  const axes = windowAxes(node, [input.shape]);
  const [channels = 1, filters] = [input.shape[2], Number(node.options['filters'])];
  const [height, width] = [axes.rows.output, axes.columns.output];
  const data = new Float32Array(height * width * filters);
  for (let at = 0; at < height * width; at++) {
    const sums = data.subarray(at * filters, (at + 1) * filters);
    for (let filter = 0; filter < filters; filter++) sums[filter] = bias[filter] ?? 0;
    eachPlace(axes, Math.floor(at / width), at % width, (pixel, place) => {
      for (let channel = 0; channel < channels; channel++) {
        const value = input.data[pixel * channels + channel] ?? 0;
        if (value === 0) continue;
        const from = (place * channels + channel) * filters;
        for (let filter = 0; filter < filters; filter++) sums[filter] = (sums[filter] ?? 0) + value * (kernel[from + filter] ?? 0);
      }
    });
  }
  return { shape: [height, width, filters], data };
}

function pooled(node: NodeSpec, input: PlainArray): PlainArray {
  const axes = poolingAxes(node, [input.shape]);
  const channels = input.shape[2] ?? 1;
  const [height, width] = [axes.rows.output, axes.columns.output];
  const takesMost = node.layer === 'maxPool';
  const data = new Float32Array(height * width * channels);
  for (let at = 0; at < height * width; at++) {
    for (let channel = 0; channel < channels; channel++) {
      let [most, sum, count] = [-Infinity, 0, 0];
      eachPlace(axes, Math.floor(at / width), at % width, (pixel) => {
        const value = input.data[pixel * channels + channel] ?? 0;
        most = Math.max(most, value);
        sum += value;
        count++;
      });
      data[at * channels + channel] = takesMost ? most : sum / count;
    }
  }
  return { shape: [height, width, channels], data };
}

function multiplied(node: NodeSpec, input: PlainArray, weights: WeightsByName): PlainArray | undefined {
  const kernel = weights(`${node.id}/kernel`);
  const bias = node.options['useBias'] === false ? [] : weights(`${node.id}/bias`);
  if (kernel === undefined || bias === undefined) return undefined;
  const units = Number(node.options['units']);
  const data = Float32Array.from({ length: units }, (_, unit) => bias[unit] ?? 0);
  for (let i = 0; i < input.data.length; i++) {
    const value = input.data[i] ?? 0;
    if (value === 0) continue;
    for (let unit = 0; unit < units; unit++) data[unit] = (data[unit] ?? 0) + value * (kernel[i * units + unit] ?? 0);
  }
  return { shape: [units], data };
}

function outputOf(node: NodeSpec, input: PlainArray, weights: WeightsByName): PlainArray | undefined {
  switch (node.layer) {
    case 'conv2d':
      return convolved(node, input, weights);
    case 'maxPool':
    case 'averagePool':
      return pooled(node, input);
    case 'dense':
      return multiplied(node, input, weights);
    case 'flatten':
      return { shape: [input.data.length], data: input.data };
    case 'activation': {
      const name = Object.keys(activations).find((one) => one === node.options['activation']);
      const formula = Object.entries(activations).find(([one]) => one === name)?.[1];
      if (formula === undefined) throw new NetworkError(node.id, `there is no activation "${String(node.options['activation'])}"`);
      return { shape: input.shape, data: input.data.map((value) => formula.value(value)) };
    }
    default:
      throw new NetworkError(
        node.id,
        `the layer "${node.layer}" is not computed here; conv2d, maxPool, averagePool, dense, flatten and activation are`,
      );
  }
}

/**
 * Outputs of all nodes by id for one image, as far as weights are at hand: what lies behind a node without them is left out.
 * @param image [rows, columns, channels], the network's only input.
 * @throws NetworkError naming a layer that is not computed here.
 */
export function forwardImage(spec: NetworkSpec, weights: WeightsByName, image: Float32Array): ReadonlyMap<string, PlainArray> {
  const [[name, shape] = ['x', []]] = Object.entries(spec.inputs);
  const values = new Map<string, PlainArray>([[name, { shape, data: image }]]);
  for (const node of spec.nodes) {
    const input = values.get(node.from[0] ?? '');
    const output = input === undefined ? undefined : outputOf(node, input, weights);
    if (output !== undefined) values.set(node.id, output);
  }
  return values;
}
