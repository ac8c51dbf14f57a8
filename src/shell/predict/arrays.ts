/** Numbers read off the arrays of a run's pictures. */
import { at } from '../../base/at';
import type { HostArray } from '../../ml/model';
import type { Expression } from '../../ml/expression/expression';
import { arraysAsked, type ArrayAsked } from './metric-language';

function entryOf({ shape, data }: HostArray, { indices, written }: ArrayAsked): number {
  const size = shape.join(' by ');
  if (indices.length !== shape.length) throw new Error(`${written}: the array is ${size}, and needs an index for each dimension`);
  const places = indices.map((index, d) => (index < 0 ? index + at(shape, d) : index));
  if (places.some((index, d) => index < 0 || index >= at(shape, d))) throw new Error(`${written} lies outside the array, which is ${size}`);
  const place = places.reduce((before, index, d) => before * at(shape, d) + index, 0);
  return at(data, place, written);
}

/** Reads the number that is asked for off an array; what is not a number does not hide among others. */
function numberIn(array: HostArray, asked: ArrayAsked): number {
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

/** All that expressions read off arrays, by how it is written. Throws where there is no such array, or no such place in it. */
export function arrayNumbers(
  expressions: readonly Expression[],
  arrays: Readonly<Record<string, HostArray>>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    expressions.flatMap(arraysAsked).map((one) => {
      const array = arrays[one.array];
      if (array === undefined) throw new Error(`${one.written}: there is no such array; there are: ${Object.keys(arrays).join(', ')}`);
      return [one.written, numberIn(array, one)];
    }),
  );
}
