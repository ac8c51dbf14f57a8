/** Inverted dropout: an element is dropped with probability `rate`, kept ones are divided by 1 - rate (Srivastava et al. 2014). */
import { numberOption, onlyInput, type LayerDescription } from '../layer-description';

export const dropout: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    // Rate 1 would drop everything and divide by zero.
    numberOption(node, 'rate', undefined, 0, 0.99);
    return onlyInput(node, inputs);
  },
  variables: () => [],
  multiplyAdds: () => 0,
  units: 'kept',
  group: 'follows',
  drawing: 'none',
  trainingOnly: true,
  examples: [{ inputs: [[6]], options: { rate: 0.5 } }],
};
