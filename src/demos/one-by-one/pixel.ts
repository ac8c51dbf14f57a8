/** What the picture of a 1x1 convolution shows, taken out of a frame. */
import { at } from '../../base/at';
import { STROKE_STEPS } from '../../ml/data-kinds/strokes/program';
import { whole } from '../../i18n/whole';

/** Arrays and values of a record, as pictures are given them. */
interface Source {
  readonly step: number;
  readonly arrays: Readonly<Record<string, FrameArray>>;
  readonly values: Readonly<Record<string, unknown>>;
}

interface FrameArray {
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

export interface PixelData {
  readonly step: number;
  readonly side: number;
  readonly image: readonly number[];
  /** By channel, each row by row. */
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  /** What a dense layer makes of each pixel, with the same weights; and the largest difference over all images. */
  readonly dense: readonly (readonly number[])[];
  readonly difference: number;
  /** By class; none where the network ends in a dense layer. */
  readonly maps: readonly (readonly number[])[];
  readonly scores: readonly number[];
  /** [channels before][channels after] */
  readonly kernel: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

/** Image `index` of an array [images, rows, columns, channels], channel by channel. */
function channelsOf({ shape, data }: FrameArray, index: number): number[][] {
  const [rows, columns, channels] = [at(shape, 1), at(shape, 2), at(shape, 3)];
  const pixels = rows * columns;
  return Array.from({ length: channels }, (_, c) =>
    Array.from({ length: pixels }, (_, p) => data[(index * pixels + p) * channels + c] ?? NaN),
  );
}

/** Takes one example out of a frame; undefined where an array is not there. */
export function pixelData({ step, arrays, values }: Source): PixelData | undefined {
  const {
    images,
    before,
    after,
    dense,
    difference,
    maps,
    scores,
    'weights/point/conv/kernel': kernel,
    'weights/point/conv/bias': bias,
  } = arrays;
  if (images === undefined || before === undefined || after === undefined || scores === undefined) return undefined;
  if (kernel === undefined || bias === undefined || dense === undefined || difference === undefined) return undefined;
  const index = Math.max(0, Math.min(at(images.shape, 0) - 1, Number(values['example'] ?? 1) - 1));
  const [inputs = 0, outputs = 0] = kernel.shape.slice(2);
  const classes = STROKE_STEPS.length;
  return {
    step,
    side: at(images.shape, 1),
    image: at(channelsOf(images, index), 0),
    before: channelsOf(before, index),
    after: channelsOf(after, index),
    dense: channelsOf(dense, index),
    difference: difference.data[0] ?? NaN,
    maps: maps === undefined ? [] : channelsOf(maps, index),
    scores: Array.from({ length: classes }, (_, k) => scores.data[index * classes + k] ?? NaN),
    kernel: Array.from({ length: inputs }, (_, i) => Array.from({ length: outputs }, (_, o) => kernel.data[i * outputs + o] ?? NaN)),
    bias: Array.from(bias.data),
  };
}

/** The pixel with the largest channels: where the stroke is. */
export function brightestPixel({ before, side }: PixelData): number {
  const sums = Array.from({ length: side * side }, (_, pixel) => before.reduce((sum, channel) => sum + Math.abs(at(channel, pixel)), 0));
  return Math.max(0, sums.indexOf(Math.max(...sums)));
}

/** Parameters of the 1x1 convolution and of both endings, with how they come about. */
export function countsOf({
  side,
  kernel,
  bias,
  scores,
}: PixelData): Record<'point' | 'averageHead' | 'denseHead', { count: number; formula: string }> {
  const [inputs, outputs, classes] = [kernel.length, bias.length, scores.length];
  const counted = (from: number, to: number, text: string) => {
    const count = from * to + to;
    return { count, formula: `${text}×${to}+${to} = ${whole(count)}` };
  };
  return {
    point: counted(inputs, outputs, String(inputs)),
    averageHead: counted(outputs, classes, String(outputs)),
    denseHead: counted(side * side * outputs, classes, `${side}·${side}·${outputs}`),
  };
}
