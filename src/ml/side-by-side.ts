/** Networks trained side by side from the same streams of random numbers. */
import { buildNetwork, type Network } from './network';
import type { Random } from './random';
import type { NetworkSpec } from './blueprint/network-spec';
import { laneOf } from './blueprint/side-by-side';

/** The same streams for every lane: `first/conv1` and `second/conv1` are both `conv1`. */
function laneless(random: Random): Random {
  return { ...boundTo(random), fork: (name) => random.fork(typeof name === 'string' ? laneOf(name).node : name) };
}

function boundTo(random: Random): Omit<Random, 'fork'> {
  return {
    uniform: () => random.uniform(),
    normal: () => random.normal(),
    integer: (below) => random.integer(below),
    permutation: (count) => random.permutation(count),
  };
}

/**
 * Builds a network of lanes (`sideBySide`). Weights and masks of a node are drawn by its name within the lane: a network's run is the
 * same in every lane and against every other network, and two networks that share a layer begin with the same weights in it.
 */
export function buildSideBySide(spec: NetworkSpec, random: Random): Network {
  const network = buildNetwork(spec, laneless(random));
  return { ...network, masks: (batch, stream) => network.masks(batch, laneless(stream)) };
}
