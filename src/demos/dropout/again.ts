/** The question that is put to one point again and again, with other masks each time. */
import { mean, reshape, sigmoid, stack, tile, type Tensor } from '@tensorflow/tfjs-core';
import type { HostArray } from '../../ml/arrays';
import type { Network } from '../../ml/network';
import type { Question } from '../../ml/question';
import { answersOf, DROPPED, stopsOf } from './lanes';

/**
 * Asks values `draws`, `x1`, `x2`. Answers `place` [2]; `answers` [draws], probabilities of the positive class as an evaluation would give
 * them; `usual`, the one with nothing dropped; `whole` and `averaged` [3, units], what stands at the stops (`lanes.ts`) with nothing
 * dropped and on the mean of the draws.
 * @param leftOn whether evaluations drop units.
 */
export function askedAgain(network: Network, leftOn: () => boolean): Question {
  const named = (inputs: Readonly<Record<string, Tensor>>, name: string): Tensor => {
    const found = inputs[name];
    if (found === undefined) throw new Error(`the question has no "${name}"`);
    return found;
  };
  return {
    inputs({ values, random }) {
      const draws = Math.max(1, Math.round(Number(values['draws'])));
      const place: HostArray = { shape: [1, 2], data: Float32Array.of(Number(values['x1']), Number(values['x2'])) };
      return { place, ...network.masks(draws, random) };
    },
    answer(inputs) {
      const place = named(inputs, 'place');
      const masks = Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== 'place'));
      const draws = Object.values(masks)[0]?.shape[0] ?? 1;
      const x = tile(place, [draws, 1]);
      const asked = leftOn() ? answersOf(network, DROPPED, x, masks) : answersOf(network, DROPPED, x);
      const meansOf = (stops: readonly Tensor[]): Tensor => stack(stops.map((stop) => mean(stop, 0)));
      return {
        place: reshape(place, [2]),
        answers: reshape(sigmoid(asked), [draws]),
        usual: reshape(sigmoid(answersOf(network, DROPPED, place)), [1]),
        whole: meansOf(stopsOf(network.apply({ x: place }, { training: false }))),
        averaged: meansOf(stopsOf(network.apply({ x }, { training: true, masks }))),
      };
    },
  };
}
