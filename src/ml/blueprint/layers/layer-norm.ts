/** Layer normalisation: each sample's last dimension to mean 0 and variance 1, then scaled and shifted (Ba et al. 2016). */
import { NetworkError, numberOption, onlyInput, sizeOf, type LayerDescription } from '../layer-description';
import type { NodeSpec, Shape } from '../network-spec';

/** What is added to the variance, unless told. */
export const LAYER_NORM_EPSILON = 1e-5;

function width(node: NodeSpec, inputs: readonly Shape[]): number {
  const length = onlyInput(node, inputs).at(-1);
  if (length === undefined) throw new NetworkError(node.id, 'its input is a single number; it should have at least one dimension');
  return length;
}

/** Keeps the shape. Option: epsilon (default 1e-5), added to the variance. */
export const layerNorm: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    numberOption(node, 'epsilon', LAYER_NORM_EPSILON, 0);
    width(node, inputs);
    return onlyInput(node, inputs);
  },
  variables(node, inputs) {
    const shape = [width(node, inputs)];
    return [
      { role: 'scale', shape, initialiser: 'ones', trained: true },
      { role: 'shift', shape, initialiser: 'zeros', trained: true },
    ];
  },
  multiplyAdds: (node, inputs) => sizeOf(onlyInput(node, inputs)),
  units: 'kept',
  group: 'follows',
  drawing: 'none',
  examples: [{ inputs: [[6]] }, { inputs: [[5, 4]], options: { epsilon: 0.01 } }, { inputs: [[3, 2, 4]] }],
};
