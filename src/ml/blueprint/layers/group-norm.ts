/** Group normalisation: each sample's channels in groups, each over all places to mean 0 and variance 1, then scaled and shifted (Wu & He 2018). */
import { NetworkError, numberOption, onlyInput, sizeOf, wholeOption, type LayerDescription } from '../layer-description';
import type { NodeSpec, Shape } from '../network-spec';

function channelsOf(node: NodeSpec, inputs: readonly Shape[]): number {
  const channels = onlyInput(node, inputs).at(-1);
  if (channels === undefined) throw new NetworkError(node.id, 'its input is a single number; it should have at least one dimension');
  const groups = wholeOption(node, 'groups', undefined, 1);
  if (channels % groups !== 0) throw new NetworkError(node.id, `has ${groups} groups; they should divide its ${channels} channels`);
  return channels;
}

/** Keeps the shape. Options: groups, which share the last dimension out; epsilon (default 1e-5), added to the variance. */
export const groupNorm: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    numberOption(node, 'epsilon', 1e-5, 0);
    channelsOf(node, inputs);
    return onlyInput(node, inputs);
  },
  variables(node, inputs) {
    const shape = [channelsOf(node, inputs)];
    return [
      { role: 'scale', shape, initialiser: 'ones', trained: true },
      { role: 'shift', shape, initialiser: 'zeros', trained: true },
    ];
  },
  multiplyAdds: (node, inputs) => sizeOf(onlyInput(node, inputs)),
  units: 'kept',
  group: 'follows',
  drawing: 'none',
  examples: [
    { inputs: [[6]], options: { groups: 2 } },
    { inputs: [[5, 4]], options: { groups: 2, epsilon: 0.01 } },
    { inputs: [[3, 2, 6]], options: { groups: 3 } },
  ],
};
