import { convolve, squareAxis, type Pixels } from '../../blueprint/convolve';
import type { FilteredData } from './program';

/** What the kernel makes of a picture, in one row. */
export function filteredTarget(data: FilteredData, picture: ArrayLike<number>): Float64Array {
  const [rows, columns, channels] = data.shape;
  const image: Pixels = { rows, columns, channels, data: picture };
  const axis = (input: number, size: number) => squareAxis(input, size, data.stride, data.padding, data.dilation);
  return convolve(image, data.kernel, { rows: axis(rows, data.kernel.shape[0]), columns: axis(columns, data.kernel.shape[1]) }).data;
}
