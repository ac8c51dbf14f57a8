/** Where a filter lies over an image: the arithmetic that all gradients of convolutions share. */
import type { Attribute } from '@tensorflow/tfjs-core';

/** One direction (rows or columns) of a convolution without dilation. */
export interface Axis {
  readonly input: number;
  readonly output: number;
  readonly filter: number;
  readonly stride: number;
  /** Zeros before the first input. */
  readonly before: number;
}

function numberAt(value: Attribute | undefined, ...path: readonly number[]): number {
  const found = path.reduce<unknown>((one, index) => (Array.isArray(one) ? one[index] : one), value);
  if (typeof found !== 'number') throw new Error(`a convolution's attribute is ${JSON.stringify(value)}; numbers were expected`);
  return found;
}

/** A list of numbers that is an attribute, e.g. `filterShape`. */
export function shapeAttribute(value: Attribute | undefined): readonly number[] {
  if (!Array.isArray(value)) throw new Error(`a convolution's shape is ${JSON.stringify(value)}; a list was expected`);
  return value.map((_, i) => numberAt(value, i));
}

/** Padding before the first input: tfjs's 'valid', 'same', a number, or [[0, 0], [top, bottom], [left, right], [0, 0]]. */
function paddingBefore(pad: Attribute | undefined, axis: Omit<Axis, 'before'>, direction: 0 | 1): number {
  if (pad === 'valid') return 0;
  if (pad === 'same') return Math.floor(Math.max(0, (axis.output - 1) * axis.stride + axis.filter - axis.input) / 2);
  return numberAt(pad, direction + 1, 0);
}

/**
 * Rows and columns of a convolution.
 * @param shapes image [batch, rows, columns, …], result [batch, rows, columns, …], filter [rows, columns, …].
 * @throws Error for channels before rows, which tfjs's WASM backend does not have.
 */
export function convolutionAxes(
  shapes: { readonly image: readonly number[]; readonly result: readonly number[]; readonly filter: readonly number[] },
  attributes: Readonly<Record<string, Attribute | undefined>>,
): { readonly rows: Axis; readonly columns: Axis } {
  if ((attributes['dataFormat'] ?? 'NHWC') !== 'NHWC') throw new Error('convolutions on WASM have the channels last (NHWC)');
  const axis = (direction: 0 | 1): Axis => {
    const sizes = {
      input: shapes.image[direction + 1] ?? 1,
      output: shapes.result[direction + 1] ?? 1,
      filter: shapes.filter[direction] ?? 1,
      stride: numberAt(attributes['strides'], direction),
    };
    return { ...sizes, before: paddingBefore(attributes['pad'], sizes, direction) };
  };
  return { rows: axis(0), columns: axis(1) };
}

/** Every place of the filter over an input, along one direction: which output it serves, and which input lies under it. */
function meetings(axis: Axis): { readonly filter: number; readonly input: number; readonly output: number }[] {
  const places = Array.from({ length: axis.filter * axis.output }, (_, i) => {
    const filter = Math.floor(i / axis.output);
    const output = i % axis.output;
    return { filter, output, input: output * axis.stride + filter - axis.before };
  });
  return places.filter(({ input }) => input >= 0 && input < axis.input);
}

/** Calls `visit` for every product that the convolution sums: a filter's pixel, an image's and a result's, as indices of pixels. */
export function forEachProduct(
  batch: number,
  rows: Axis,
  columns: Axis,
  visit: (filterPixel: number, imagePixel: number, resultPixel: number) => void,
): void {
  const across = meetings(columns);
  for (const row of meetings(rows)) {
    for (let sample = 0; sample < batch; sample++) {
      const filterRow = row.filter * columns.filter;
      const imageRow = (sample * rows.input + row.input) * columns.input;
      const resultRow = (sample * rows.output + row.output) * columns.output;
      for (const column of across) visit(filterRow + column.filter, imageRow + column.input, resultRow + column.output);
    }
  }
}
