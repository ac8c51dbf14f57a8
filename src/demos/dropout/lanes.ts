/** Both networks as they answer, with and without what is dropped. */
import { add, div, log, mean, mul, neg, slice, sqrt, square, sub, tensor, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { at } from '../../base/at';
import { activationOf, type Applied, type Network } from '../../ml/network';
import { laneOf } from '../../ml/blueprint/side-by-side';
import type { Random } from '../../ml/random';

/** The network that learns without dropout, and the one with it: which output is whose. */
export const PLAIN = 0;
export const DROPPED = 1;

type Tensors = Readonly<Record<string, Tensor>>;

/** What passes through the network with dropout, in the order of the layers: after the first dropout, before the second ReLU, after it. */
const STOPS = ['dropped/hidden1-dropout', 'dropped/hidden2', 'dropped/hidden2-activation'] as const;

/** The values at the stops, [n, units] each. */
export function stopsOf(applied: Applied): readonly Tensor[] {
  return STOPS.map((id) => activationOf(applied, id));
}

/** By how much the mean at a stop changes, as a share of it. */
export function shiftOf(changed: readonly Tensor[], whole: readonly Tensor[], stop: number): Scalar {
  return sub<Scalar>(div(mean(at(changed, stop)), mean(at(whole, stop))), 1);
}

/** How far answers [times, points] to the same point spread: the root of their variance, on the mean of the points. */
export function spreadOf(answers: Tensor): Scalar {
  // Counted from the first answer: equal ones then spread by exactly 0, whatever rounding makes of their mean.
  const beside = sub(answers, slice(answers, [0, 0], [1, -1]));
  return sqrt<Scalar>(mean(sub(mean(square(beside), 0), square(mean(beside, 0)))));
}

/** Cross-entropy of probabilities of the positive class against labels of -1 and 1. */
export function lossOfProbability(probabilities: Tensor, labels: Tensor): Scalar {
  // Of the class that is right: p for a label of 1, 1 - p for -1.
  const ofRight = add(0.5, mul(labels, sub(probabilities, 0.5)));
  return neg<Scalar>(mean(log(ofRight)));
}

/** Masks that are drawn once, for so many rows at a time: an evaluation is compiled once, and repeats exactly. */
export class FixedMasks {
  private readonly bySize: ReadonlyMap<number, Tensors>;

  constructor(network: Network, random: Random, sizes: readonly number[]) {
    this.bySize = new Map(
      sizes.map((size) => [
        size,
        Object.fromEntries(
          Object.entries(network.masks(size, random.fork(size))).map(([id, { shape, data }]) => [id, tensor(data, [...shape])]),
        ),
      ]),
    );
  }

  /** @throws Error where no masks were drawn for so many rows. */
  for(rows: number): Tensors {
    const masks = this.bySize.get(rows);
    if (masks === undefined) throw new Error(`no masks were drawn for ${rows} rows`);
    return masks;
  }

  dispose(): void {
    for (const masks of this.bySize.values()) for (const mask of Object.values(masks)) mask.dispose();
  }
}

/** The weights of the network with dropout under the names of the other one’s: what it would be without its dropout layers. */
export function withoutDropout({ variables }: Network): Tensors {
  return Object.fromEntries(
    variables.filter(({ name }) => laneOf(name).lane === 'dropped').map(({ name, variable }) => [`plain/${laneOf(name).node}`, variable]),
  );
}

/** What a network answers at inputs [n, 2]: [n, 1]. */
export function answersOf(network: Network, lane: number, x: Tensor, masks?: Tensors): Tensor {
  return at(network.apply({ x }, masks === undefined ? { training: false } : { training: true, masks }).outputs, lane);
}
