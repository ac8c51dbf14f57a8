/** Pictures drawn from a stream, and the targets that `picture-data` describes. */
import type { Random } from '../random';
import { convolve, squareAxis, type Pixels } from '../spec/convolve';
import { MARK_SIDE, MARKS, markPlaces, type CopiedData, type FilteredData, type MarksData } from '../spec/picture-data';

/** Pictures in one row, picture after picture: numbers uniform in 0 … 1, in steps of 1/256 so that sums of a few are exact. */
export function randomPictures(count: number, size: number, random: Random): Float32Array {
  const data = new Float32Array(count * size);
  for (let i = 0; i < data.length; i++) data[i] = Math.floor(256 * random.uniform()) / 256;
  return data;
}

/** What the kernel makes of a picture, in one row. */
export function filteredTarget(data: FilteredData, picture: ArrayLike<number>): Float64Array {
  const [rows, columns, channels] = data.shape;
  const image: Pixels = { rows, columns, channels, data: picture };
  const axis = (input: number, size: number) => squareAxis(input, size, data.stride, data.padding, data.dilation);
  return convolve(image, data.kernel, { rows: axis(rows, data.kernel.shape[0]), columns: axis(columns, data.kernel.shape[1]) }).data;
}

/** The pixels asked for, in one row. */
export function copiedTarget({ shape: [height, width], rows, columns }: CopiedData, picture: ArrayLike<number>): Float32Array {
  const target = new Float32Array(rows.count * columns.count);
  for (let i = 0; i < target.length; i++) {
    const row = rows.first + rows.stride * Math.floor(i / columns.count);
    const column = columns.first + columns.stride * (i % columns.count);
    const inside = row >= 0 && row < height && column >= 0 && column < width;
    target[i] = inside ? (picture[row * width + column] ?? 0) : 0;
  }
  return target;
}

export interface MarkedPictures {
  /** [count, side, side] in one row. */
  readonly pictures: Float32Array;
  /** 1 for +, -1 for ×. */
  readonly labels: Float32Array;
}

/** Writes a mark into a picture, its upper left pixel at `row` and `column`. */
export function placeMark(picture: Float32Array, side: number, mark: keyof typeof MARKS, [row, column]: readonly [number, number]): void {
  for (let i = 0; i < MARK_SIDE; i++) {
    for (let j = 0; j < MARK_SIDE; j++) if (MARKS[mark][i]?.[j] === '1') picture[(row + i) * side + column + j] = 1;
  }
}

/** Noise with a mark in each, at places that `places` allows. */
export function markedPictures(data: MarksData, part: 'train' | 'test', random: Random): MarkedPictures {
  const { side, noise } = data;
  const count = data[part];
  const places = markPlaces({ side, places: part === 'train' ? data.places : 'everywhere' });
  const pictures = new Float32Array(count * side * side);
  const labels = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const picture = pictures.subarray(i * side * side, (i + 1) * side * side);
    for (let j = 0; j < picture.length; j++) picture[j] = noise * random.uniform();
    labels[i] = i % 2 === 0 ? 1 : -1;
    placeMark(picture, side, i % 2 === 0 ? 'plus' : 'times', [random.integer(places), random.integer(places)]);
  }
  return { pictures, labels };
}
