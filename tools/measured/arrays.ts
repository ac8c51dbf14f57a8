/** One number of an array of a run's pictures. */
import type { HostArray } from '../../src/ml/model';
import type { ArrayAsked } from '../../src/site/markdown/metric-language';

function entryOf({ shape, data }: HostArray, { indices, written }: ArrayAsked): number {
  const size = shape.join(' by ');
  if (indices.length !== shape.length) throw new Error(`${written}: the array is ${size}, and needs an index for each dimension`);
  const at = indices.map((index, d) => (index < 0 ? index + (shape[d] ?? 0) : index));
  if (at.some((index, d) => index < 0 || index >= (shape[d] ?? 0))) throw new Error(`${written} lies outside the array, which is ${size}`);
  return data[at.reduce((place, index, d) => place * (shape[d] ?? 0) + index, 0)] ?? NaN;
}

/** Reads the number that is asked for off an array; what is not a number does not hide among others. */
export function numberIn(array: HostArray, asked: ArrayAsked): number {
  const data = Float64Array.from(array.data);
  const mean = (of: (value: number) => number): number => data.reduce((sum, value) => sum + of(value), 0) / data.length;
  switch (asked.quantity) {
    case 'entry':
      return entryOf(array, asked);
    case 'most':
      return Math.max(...data);
    case 'least':
      return Math.min(...data);
    case 'average':
      return mean((value) => value);
    case 'rms':
      return Math.sqrt(mean((value) => value * value));
    case 'size':
      return data.length;
  }
}
