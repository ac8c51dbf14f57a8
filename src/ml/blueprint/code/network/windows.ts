/** How each library can be told of a window's padding. */
import { longerSide } from '../../fans';
import type { Shape } from '../../network-spec';
import { spanOf } from '../../window';
import type { WindowAxes, WindowAxis } from '../../window-axes';

const both = ({ rows, columns }: WindowAxes, holds: (axis: WindowAxis) => boolean): boolean => holds(rows) && holds(columns);

/** Padding that some window touches, before and after. */
export function usedPadding(axis: WindowAxis): readonly [number, number] {
  return [axis.before, Math.max(0, (axis.output - 1) * axis.stride + spanOf(axis) - axis.input - axis.before)];
}

/** The word of TensorFlow and Keras for this padding, or undefined where they have none. */
export function paddingWord(window: WindowAxes): 'valid' | 'same' | undefined {
  if (both(window, (axis) => usedPadding(axis).every((pixels) => pixels === 0))) return 'valid';
  const isSame = (axis: WindowAxis): boolean => {
    const output = Math.ceil(axis.input / axis.stride);
    const total = Math.max(0, (output - 1) * axis.stride + spanOf(axis) - axis.input);
    return axis.output === output && axis.before === Math.floor(total / 2);
  };
  return both(window, isSame) ? 'same' : undefined;
}

/** True where the padding before, put on both sides, gives the same outputs: what PyTorch calls `padding`. */
export function isSymmetric(window: WindowAxes): boolean {
  return both(window, (axis) => Math.floor((axis.input + 2 * axis.before - spanOf(axis)) / axis.stride) + 1 === axis.output);
}

/** True where PyTorch's pooling gives the same outputs with `ceil_mode`: windows may run over the end, if they begin before it. */
export function isSymmetricByCeiling(window: WindowAxes): boolean {
  return both(window, (axis) => {
    const ceiled = Math.ceil((axis.input + 2 * axis.before - spanOf(axis)) / axis.stride) + 1;
    const begins = (ceiled - 1) * axis.stride < axis.input + axis.before;
    return (begins ? ceiled : ceiled - 1) === axis.output;
  });
}

/** Two numbers of a window as one where they are equal, else as a pair in the given brackets. */
export function pair(window: WindowAxes, of: (axis: WindowAxis) => number, [open, close]: readonly [string, string]): string {
  const [rows, columns] = [of(window.rows), of(window.columns)];
  return rows === columns ? String(rows) : `${open}${rows}, ${columns}${close}`;
}

/**
 * By what a depthwise kernel's variance must be multiplied for libraries that count its fans as [window * in, window * multiplier],
 * where the units have `window` inputs; for rules by inputs alone, and for those by the mean of both fans.
 */
export function depthwiseFans(channels: number, multiplier: number): { readonly inputs: number; readonly mean: number } {
  return { inputs: channels, mean: (channels + multiplier) / (1 + channels * multiplier) };
}

/** By what an orthogonal kernel must be multiplied for libraries that make it orthogonal in a shape other than ours. */
export function orthogonalGain({ shape, drawnAs }: { readonly shape: Shape; readonly drawnAs: Shape }): number {
  return Math.sqrt(longerSide(shape) / longerSide(drawnAs));
}
