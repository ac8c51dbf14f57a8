/** Convolution written out in plain numbers: what pictures show term by term, targets are made with, and proofs are held against. */
import type { WindowAxes, WindowAxis } from './window-axes';

/** Numbers [rows, columns, channels] in one row. */
export interface Pixels {
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  readonly data: ArrayLike<number>;
}

/** Weights [rows, columns, channels in, channels out] in one row, as a `conv2d` layer keeps them. */
export interface KernelWeights {
  readonly shape: readonly [rows: number, columns: number, inputs: number, outputs: number];
  readonly data: ArrayLike<number>;
}

/** One product of the sum that makes an output pixel. `row` and `column` are the input's; outside the image lies padding, `pixel` 0. */
export interface Term {
  readonly row: number;
  readonly column: number;
  readonly channel: number;
  readonly pixel: number;
  readonly weight: number;
}

/** One direction of a window over `input` pixels with as much padding on either side; `output` is below 1 where the window does not fit. */
export function squareAxis(input: number, size: number, stride: number, padding: number, dilation: number): WindowAxis {
  const output = Math.floor((input + 2 * padding - dilation * (size - 1) - 1) / stride) + 1;
  return { input, size, stride, dilation, before: padding, after: padding, output };
}

/**
 * The terms of output pixel (`row`, `column`) of output channel `output`: y = sum over i, j, m of
 * x[row s + i d - p, column s + j d - p, m] W[i, j, m, output] (cross-correlation, as everywhere in deep learning).
 */
export function termsAt(
  image: Pixels,
  kernel: KernelWeights,
  axes: WindowAxes,
  [row, column, output]: readonly [number, number, number],
): Term[] {
  const [height, width, inputs, outputs] = kernel.shape;
  const terms: Term[] = [];
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      const r = row * axes.rows.stride + i * axes.rows.dilation - axes.rows.before;
      const c = column * axes.columns.stride + j * axes.columns.dilation - axes.columns.before;
      const inside = r >= 0 && r < image.rows && c >= 0 && c < image.columns;
      for (let channel = 0; channel < inputs; channel++) {
        const pixel = inside ? (image.data[(r * image.columns + c) * image.channels + channel] ?? 0) : 0;
        terms.push({
          row: r,
          column: c,
          channel,
          pixel,
          weight: kernel.data[((i * width + j) * inputs + channel) * outputs + output] ?? 0,
        });
      }
    }
  }
  return terms;
}

/** Adds one pixel's share, `pixel` times a row of weights over the output channels, to the output from `at` on. */
function addShare(data: Float64Array, at: number, pixel: number, weights: ArrayLike<number>, from: number, outputs: number): void {
  for (let k = 0; k < outputs; k++) data[at + k] = (data[at + k] ?? 0) + pixel * (weights[from + k] ?? 0);
}

/** Adds all terms of one output pixel, for all output channels, to the output from `at` on. */
function addWindow(
  data: Float64Array,
  at: number,
  image: Pixels,
  kernel: KernelWeights,
  top: number,
  left: number,
  axes: WindowAxes,
): void {
  const [height, width, inputs, outputs] = kernel.shape;
  for (let i = 0; i < height * width; i++) {
    const r = top + Math.floor(i / width) * axes.rows.dilation;
    const c = left + (i % width) * axes.columns.dilation;
    if (r < 0 || r >= image.rows || c < 0 || c >= image.columns) continue;
    for (let channel = 0; channel < inputs; channel++) {
      const pixel = image.data[(r * image.columns + c) * image.channels + channel] ?? 0;
      addShare(data, at, pixel, kernel.data, (i * inputs + channel) * outputs, outputs);
    }
  }
}

/** The whole output [rows, columns, channels out], every pixel the sum of its terms. */
export function convolve(image: Pixels, kernel: KernelWeights, axes: WindowAxes): Pixels & { readonly data: Float64Array } {
  const outputs = kernel.shape[3];
  const [rows, columns] = [Math.max(0, axes.rows.output), Math.max(0, axes.columns.output)];
  const data = new Float64Array(rows * columns * outputs);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [top, left] = [row * axes.rows.stride - axes.rows.before, column * axes.columns.stride - axes.columns.before];
      addWindow(data, (row * columns + column) * outputs, image, kernel, top, left, axes);
    }
  }
  return { rows, columns, channels: outputs, data };
}
