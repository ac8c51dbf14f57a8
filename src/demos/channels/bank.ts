/** What a bank of kernels makes of a colour picture, taken apart by colour. */
import { convolve, squareAxis, type KernelWeights, type Pixels } from '../../ml/blueprint/convolve';
import { channelOf } from '../../ml/blueprint/pool';
import { bankOf, COLOURS, SIDE } from './setting';

export interface BankData {
  readonly step: number;
  readonly picture: Pixels;
  readonly kernel: KernelWeights;
  /** Index of the output that is taken apart, and its bias. */
  readonly shown: number;
  readonly bias: number;
  /** All outputs; the shown one, bias included; and what it should be. */
  readonly all: Pixels;
  readonly output: Pixels;
  readonly target: Pixels;
}

function filtered(picture: Pixels, kernel: KernelWeights): Pixels {
  const size = kernel.shape[0];
  const axis = squareAxis(SIDE, size, 1, (size - 1) / 2, 1);
  return convolve(picture, kernel, { rows: axis, columns: axis });
}

/** The weights of the shown kernel that meet one colour, row by row. */
export function sliceOf({ kernel, shown }: Pick<BankData, 'kernel' | 'shown'>, colour: number): number[] {
  const [height, width, inputs, outputs] = kernel.shape;
  return Array.from({ length: height * width }, (_, i) => kernel.data[(i * inputs + colour) * outputs + shown] ?? NaN);
}

/** What that slice makes of that colour: the output is the sum of these over the colours, and the bias. */
export function partialSum(data: Pick<BankData, 'picture' | 'kernel' | 'shown'>, colour: number): Pixels {
  const [height, width] = data.kernel.shape;
  return filtered(channelOf(data.picture, colour), { shape: [height, width, 1, 1], data: sliceOf(data, colour) });
}

/** Everything that is shown. An index beyond the last output stands for the last. */
export function bankData(
  step: number,
  kernel: KernelWeights,
  bias: ArrayLike<number>,
  index: number,
  colours: readonly number[],
): BankData {
  const outputs = kernel.shape[3];
  const shown = Math.max(0, Math.min(outputs - 1, Number.isFinite(index) ? index : 0));
  const picture: Pixels = { rows: SIDE, columns: SIDE, channels: COLOURS, data: colours };
  const raw = filtered(picture, kernel);
  const all: Pixels = { ...raw, data: Array.from(raw.data, (value, i) => value + (bias[i % outputs] ?? 0)) };
  return {
    step,
    picture,
    kernel,
    shown,
    bias: bias[shown] ?? 0,
    all,
    output: channelOf(all, shown),
    target: channelOf(filtered(picture, bankOf(outputs)), shown),
  };
}
