import { div, matMul, norm, tensor2d, type Tensor } from '@tensorflow/tfjs-core';
import type { Network } from '../../ml/network';
import { sinusoids } from '../../ml/blueprint/layers/positions';

/**
 * [places, places]: the cosine of the angle between what every two places are given, 0 where they are given nothing. Of rotary positions
 * it is what is left of a vector of equal parts turned at one place and at the other: the mean of the cosines of all angles between.
 */
export function alikeOf(network: Network, positions: string, places: number, width: number): Tensor {
  if (positions === 'none') return tensor2d(new Float32Array(places * places), [places, places]);
  const given = positions === 'learned' ? network.weight('positions/table') : tensor2d(sinusoids(places, width), [places, width]);
  const unit = div(given, norm(given, 'euclidean', 1, true));
  return matMul(unit, unit, false, true);
}
