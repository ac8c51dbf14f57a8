/** Convolution and pooling in doubles, by the sums of the chapter: what the layers are compared with. */

/** Lengths of a window over images [batch, rows, columns, channels]; pairs are rows and columns. */
export interface ImageCase {
  readonly image: readonly [number, number, number, number];
  readonly size: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly dilation: readonly [number, number];
  /** Padding before the first row and column, and the number of outputs. */
  readonly before: readonly [number, number];
  readonly output: readonly [number, number];
}

type Numbers = readonly number[];

/** Calls `visit` for each output pixel with the input pixels under its window, by their place in the window; outside the image: undefined. */
function forEachWindow(one: ImageCase, visit: (output: number, pixels: readonly (number | undefined)[]) => void): void {
  const [batch, rows, columns] = one.image;
  for (let sample = 0; sample < batch; sample++) {
    for (let row = 0; row < one.output[0]; row++) {
      for (let column = 0; column < one.output[1]; column++) {
        const pixels = Array.from({ length: one.size[0] * one.size[1] }, (_, place) => {
          const r = row * one.stride[0] - one.before[0] + Math.floor(place / one.size[1]) * one.dilation[0];
          const c = column * one.stride[1] - one.before[1] + (place % one.size[1]) * one.dilation[1];
          return r < 0 || r >= rows || c < 0 || c >= columns ? undefined : (sample * rows + r) * columns + c;
        });
        visit((sample * one.output[0] + row) * one.output[1] + column, pixels);
      }
    }
  }
}

/** Convolution with `filters` filters in groups; kernel [size, size, channels / groups, filters]. */
export function convolution(one: ImageCase, groups: number, x: Numbers, kernel: Numbers, bias: Numbers): number[] {
  const channels = one.image[3];
  const filters = bias.length;
  const share = channels / groups;
  const result = Array.from({ length: one.image[0] * one.output[0] * one.output[1] * filters }, (_, i) => bias[i % filters] ?? NaN);
  forEachWindow(one, (output, pixels) => {
    for (let filter = 0; filter < filters; filter++) {
      const first = Math.floor(filter / (filters / groups)) * share;
      pixels.forEach((pixel, place) => {
        if (pixel === undefined) return;
        for (let channel = 0; channel < share; channel++) {
          const weight = kernel[(place * share + channel) * filters + filter] ?? NaN;
          result[output * filters + filter] =
            (result[output * filters + filter] ?? NaN) + weight * (x[pixel * channels + first + channel] ?? NaN);
        }
      });
    }
  });
  return result;
}

/** Depthwise convolution; kernel [size, size, channels, multiplier]. */
export function depthwise(one: ImageCase, multiplier: number, x: Numbers, kernel: Numbers, bias: Numbers): number[] {
  const channels = one.image[3];
  const outputs = channels * multiplier;
  const result = Array.from({ length: one.image[0] * one.output[0] * one.output[1] * outputs }, (_, i) => bias[i % outputs] ?? NaN);
  forEachWindow(one, (output, pixels) => {
    pixels.forEach((pixel, place) => {
      if (pixel === undefined) return;
      for (let to = 0; to < outputs; to++) {
        const value = x[pixel * channels + Math.floor(to / multiplier)] ?? NaN;
        result[output * outputs + to] = (result[output * outputs + to] ?? NaN) + (kernel[place * outputs + to] ?? NaN) * value;
      }
    });
  });
  return result;
}

/** Pooling of each channel by a function of the values that lie in the image. */
export function pooling(one: ImageCase, x: Numbers, of: (values: Numbers) => number): number[] {
  const channels = one.image[3];
  const result = new Array<number>(one.image[0] * one.output[0] * one.output[1] * channels).fill(NaN);
  forEachWindow(one, (output, pixels) => {
    for (let channel = 0; channel < channels; channel++) {
      result[output * channels + channel] = of(
        pixels.flatMap((pixel) => (pixel === undefined ? [] : [x[pixel * channels + channel] ?? NaN])),
      );
    }
  });
  return result;
}
