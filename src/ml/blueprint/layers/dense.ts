/** Fully connected layer: y = x W + b over the last dimension (chapter mlp, equation of a layer). */
import { NetworkError, onlyInput, sizeOf, wholeOption, type LayerDescription } from '../layer-description';
import type { NodeSpec, Shape } from '../network-spec';
import { along } from '../weight-parts';
import { kernelAndBias } from '../weights';

function lengths(node: NodeSpec, inputs: readonly Shape[]): { readonly fan: number; readonly units: number; readonly lead: Shape } {
  const shape = onlyInput(node, inputs);
  const fan = shape.at(-1);
  if (fan === undefined) throw new NetworkError(node.id, 'its input is a single number; it should have at least one dimension');
  return { fan, units: wholeOption(node, 'units', undefined, 1), lead: shape.slice(0, -1) };
}

/** Options: units, and those of `kernelAndBias`. */
export const dense: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    const { units, lead } = lengths(node, inputs);
    return [...lead, units];
  },
  variables(node, inputs) {
    const { fan, units } = lengths(node, inputs);
    return kernelAndBias(node, [fan, units], units);
  },
  multiplyAdds(node, inputs) {
    const { fan, units, lead } = lengths(node, inputs);
    return sizeOf(lead) * fan * units;
  },
  units: 'mixed',
  hears({ node, inputs }, _source, heard) {
    const { fan, units } = lengths(node, inputs);
    return [{ role: 'kernel', indices: along([fan, units], 0, heard) }];
  },
  group: 'leads',
  drawing: 'units',
  width: 'units',
  formula: 'sum',
  examples: [
    { inputs: [[4]], options: { units: 3 } },
    { inputs: [[5, 4]], options: { units: 2, useBias: false } },
    { inputs: [[3, 2, 4]], options: { units: 3, initialiser: 'heNormal' } },
  ],
};
