/** The detector in plain numbers: what it makes of one picture, with the weights at hand. */
import { convolve, squareAxis, type KernelWeights, type Pixels } from '../../ml/blueprint/convolve';
import { poolPixels } from '../../ml/blueprint/pool';
import { FILTERS, SIDE } from './setting';

/** Weights as a frame holds them. */
export interface DetectorWeights {
  /** [3, 3, 1, 4] and [4]. */
  readonly kernel: ArrayLike<number>;
  readonly bias: ArrayLike<number>;
  /** [places of the pooled maps, 1] and [1]. */
  readonly score: ArrayLike<number>;
  readonly scoreBias: number;
}

export interface Reading {
  readonly picture: readonly number[];
  /** After ReLU. */
  readonly map: Pixels;
  readonly pooled: Pixels;
  /** How sure it is of +, from 0 to 1; NaN where the weights are those of another size. */
  readonly plus: number;
}

/** Reads a picture; `size` 1 pools nothing. */
export function readPicture(picture: readonly number[], weights: DetectorWeights, size: number, kind: 'max' | 'average'): Reading {
  const kernel: KernelWeights = { shape: [3, 3, 1, FILTERS], data: weights.kernel };
  const axis = squareAxis(SIDE, 3, 1, 0, 1);
  const raw = convolve({ rows: SIDE, columns: SIDE, channels: 1, data: picture }, kernel, { rows: axis, columns: axis });
  const map: Pixels = { ...raw, data: Array.from(raw.data, (value, i) => Math.max(0, value + (weights.bias[i % FILTERS] ?? 0))) };
  const pooled = size === 1 ? map : poolPixels(map, size, kind);
  const fits = weights.score.length === pooled.data.length;
  const score = Array.from(pooled.data).reduce((sum, value, i) => sum + value * (weights.score[i] ?? 0), weights.scoreBias);
  return { picture, map, pooled, plus: fits ? 1 / (1 + Math.exp(-score)) : NaN };
}

/** How much of what is there changed: 0 for nothing, 1 where before and after have nothing in common. */
export function changeOf(before: Pixels, after: Pixels): number {
  let [difference, total] = [0, 0];
  for (let i = 0; i < before.data.length; i++) {
    const [a, b] = [before.data[i] ?? 0, after.data[i] ?? 0];
    difference += Math.abs(a - b);
    total += Math.abs(a) + Math.abs(b);
  }
  return total === 0 ? 0 : difference / total;
}
