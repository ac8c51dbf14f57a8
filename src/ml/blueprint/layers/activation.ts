/** An activation applied to every element. Option: `activation`, a name of the book's table. */
import { ACTIVATION_NAMES } from '../activations';
import { nameOption, onlyInput, type LayerDescription } from '../layer-description';
import type { NodeSpec } from '../network-spec';

const nameOf = (node: NodeSpec): (typeof ACTIVATION_NAMES)[number] => nameOption(node, 'activation', 'identity', ACTIVATION_NAMES);

export const activation: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    nameOf(node);
    return onlyInput(node, inputs);
  },
  variables: () => [],
  multiplyAdds: () => 0,
  units: 'kept',
  group: 'follows',
  drawing: 'none',
  label: nameOf,
  activation: nameOf,
  examples: ACTIVATION_NAMES.map((activation) => ({ inputs: [[3, 5]], options: { activation } })),
};
