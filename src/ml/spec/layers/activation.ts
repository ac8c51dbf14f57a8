/** An activation applied to every element. Option: `activation`, a name of the book's table. */
import { ACTIVATION_NAMES } from '../activations';
import { nameOption, onlyInput, type LayerDescription } from '../layer-description';

export const activation: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    nameOption(node, 'activation', 'identity', ACTIVATION_NAMES);
    return onlyInput(node, inputs);
  },
  variables: () => [],
  multiplyAdds: () => 0,
};
