/** A window that moves over an image, along one direction: the arithmetic that convolution, pooling, code and receptive fields share. */
import { NetworkError, onlyInput } from './layer-description';
import type { NodeSpec, OptionValue, Shape } from './network-spec';
import type { WindowAxes, WindowAxis } from './window-axes';

/** Places that a window spans, gaps counted: dilation * (size - 1) + 1. */
export function spanOf({ size, dilation }: Pick<WindowAxis, 'size' | 'dilation'>): number {
  return dilation * (size - 1) + 1;
}

/** Rows, columns and channels of the only input; throws where it is no image. */
export function imageShape(
  node: NodeSpec,
  inputs: readonly Shape[],
): { readonly rows: number; readonly columns: number; readonly channels: number } {
  const shape = onlyInput(node, inputs);
  const [rows, columns, channels] = shape;
  if (rows === undefined || columns === undefined || channels === undefined || shape.length !== 3) {
    throw new NetworkError(node.id, `its input has the shape [${shape.join(', ')}]; it should be [rows, columns, channels]`);
  }
  return { rows, columns, channels };
}

/** An option that is one whole number for both directions, or a pair [rows, columns]. */
export function pairOption(node: NodeSpec, name: string, fallback: number | undefined, least: number): readonly [number, number] {
  const value = node.options[name] ?? fallback;
  const [rows, columns, more] = typeof value === 'object' ? value : [value, value];
  const isFit = (one: OptionValue | undefined): one is number => typeof one === 'number' && Number.isSafeInteger(one) && one >= least;
  if (!isFit(rows) || !isFit(columns) || more !== undefined) {
    throw new NetworkError(node.id, `${name} is ${JSON.stringify(value)}; it should be a whole number from ${least}, or a pair of such`);
  }
  return [rows, columns];
}

/**
 * Padding of one direction. `same` gives ceil(input / stride) outputs, an odd pixel going to the end (as in TensorFlow);
 * `valid` is none; a number is padding on either side.
 */
function paddingOf(
  node: NodeSpec,
  direction: 0 | 1,
  axis: Pick<WindowAxis, 'input' | 'size' | 'stride' | 'dilation'>,
): readonly [number, number] {
  const padding = node.options['padding'] ?? 'valid';
  if (padding === 'valid') return [0, 0];
  if (padding === 'same') {
    const total = Math.max(0, (Math.ceil(axis.input / axis.stride) - 1) * axis.stride + spanOf(axis) - axis.input);
    return [Math.floor(total / 2), Math.ceil(total / 2)];
  }
  if (typeof padding === 'string' || typeof padding === 'boolean') {
    throw new NetworkError(
      node.id,
      `padding is ${JSON.stringify(padding)}; it should be "same", "valid", a whole number or a pair of such`,
    );
  }
  const either = pairOption(node, 'padding', undefined, 0)[direction];
  return [either, either];
}

/**
 * Rows and columns of a node's window over its only input. Options: `size`, `stride` (default `defaultStride`, else 1),
 * `dilation` (default 1), each a whole number or a pair [rows, columns]; `padding` "valid" (default), "same", or numbers.
 * @throws NetworkError where an option is out of range, or the window is larger than the padded image.
 */
export function windowAxes(node: NodeSpec, inputs: readonly Shape[], defaultStride?: readonly [number, number]): WindowAxes {
  const image = imageShape(node, inputs);
  const sizes = pairOption(node, 'size', undefined, 1);
  const strides = node.options['stride'] === undefined ? (defaultStride ?? [1, 1]) : pairOption(node, 'stride', undefined, 1);
  const dilations = pairOption(node, 'dilation', 1, 1);
  const axis = (direction: 0 | 1): WindowAxis => {
    const input = direction === 0 ? image.rows : image.columns;
    const given = { input, size: sizes[direction], stride: strides[direction], dilation: dilations[direction] };
    const [before, after] = paddingOf(node, direction, given);
    const output = Math.floor((input + before + after - spanOf(given)) / given.stride) + 1;
    if (output < 1) {
      const spans = `its window spans ${spanOf(given)} ${direction === 0 ? 'rows' : 'columns'}`;
      throw new NetworkError(node.id, `${spans}, and the image with its padding has ${input + before + after}; the window should fit in`);
    }
    return { ...given, before, after, output };
  };
  return { rows: axis(0), columns: axis(1) };
}
