/** Pictures with a mark, drawn from a stream. */
import type { Random } from '../../random';
import { MARK_SIDE, MARKS, markPlaces, type MarksData } from './program';

export interface MarkedPictures {
  /** [count, side, side] in one row. */
  readonly pictures: Float32Array;
  /** 1 for +, -1 for ×. */
  readonly labels: Float32Array;
}

/** Writes a mark into a picture, its upper left pixel at `row` and `column`. */
function placeMark(picture: Float32Array, side: number, mark: keyof typeof MARKS, [row, column]: readonly [number, number]): void {
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
