/** Small images with one stroke each, in one of four directions: a task that a 3x3 window can solve, wherever the stroke lies. */
import { at } from '../../../base/at';
import type { Random } from '../../random';
import { STROKE_STEPS, strokeColumns, type StrokesData } from './program';

export interface StrokeImages {
  /** [samples, side, side, channels], row by row. */
  readonly images: Float32Array;
  /** Classes, in the order of `STROKE_STEPS`; each is as frequent as the others. */
  readonly labels: readonly number[];
}

/** Draws `data.samples` images; sample i is of class i modulo 4, and draws from a stream of its own. */
export function strokeImages(data: Omit<StrokesData, 'kind' | 'trainShare' | 'classes'>, random: Random): StrokeImages {
  const { samples, side, channels, reach, noise } = data;
  const [firstColumn, columns] = strokeColumns(data);
  if (columns < 1) throw new RangeError(`strokes of ${2 * reach + 1} pixels do not fit in the ${data.places} of ${side} columns`);
  const size = side * side * channels;
  const images = new Float32Array(samples * size);
  const labels: number[] = [];
  for (let i = 0; i < samples; i++) {
    const own = random.fork(i);
    const label = i % STROKE_STEPS.length;
    const [down, across] = at(STROKE_STEPS, label);
    const row = reach + own.integer(side - 2 * reach);
    const column = firstColumn + own.integer(columns);
    const colour = Array.from({ length: channels }, () => 0.5 + 0.5 * own.uniform());
    for (let k = 0; k < size; k++) images[i * size + k] = noise * own.normal();
    for (let k = -reach; k <= reach; k++) {
      const pixel = i * size + ((row + k * down) * side + column + k * across) * channels;
      colour.forEach((strength, c) => (images[pixel + c] = (images[pixel + c] ?? 0) + strength));
    }
    labels.push(label);
  }
  return { images, labels };
}
