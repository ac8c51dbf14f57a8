/** Fully connected layer: y = x W + b over the last dimension (chapter mlp, equation of a layer). */
import { INITIALISER_NAMES } from '../initialiser-names';
import { nameOption, NetworkError, numberOption, onlyInput, sizeOf, wholeOption, type LayerDescription } from '../layer-description';
import type { NodeSpec, Shape } from '../network-spec';

function lengths(node: NodeSpec, inputs: readonly Shape[]): { readonly fan: number; readonly units: number; readonly lead: Shape } {
  const shape = onlyInput(node, inputs);
  const fan = shape.at(-1);
  if (fan === undefined) throw new NetworkError(node.id, 'its input is a single number; it should have at least one dimension');
  return { fan, units: wholeOption(node, 'units', undefined, 1), lead: shape.slice(0, -1) };
}

/**
 * Options: units, initialiser (default xavierUniform), initialScale (factor, or the value/deviation of constant/normal/uniform),
 * useBias, biasInitialiser (default constant) and initialBias (its scale, default 0).
 */
export const dense: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    const { units, lead } = lengths(node, inputs);
    return [...lead, units];
  },
  variables(node, inputs) {
    const { fan, units } = lengths(node, inputs);
    const initialiser = nameOption(node, 'initialiser', 'xavierUniform', INITIALISER_NAMES);
    const scale = numberOption(node, 'initialScale', 1, 0);
    const bias = numberOption(node, 'initialBias', 0, -Infinity);
    const biasInitialiser = nameOption(node, 'biasInitialiser', 'constant', INITIALISER_NAMES);
    return [
      { role: 'kernel', shape: [fan, units], initialiser, initialiserOptions: { scale }, trained: true },
      ...(node.options['useBias'] === false
        ? []
        : [{ role: 'bias', shape: [units], initialiser: biasInitialiser, initialiserOptions: { scale: bias }, trained: true }]),
    ];
  },
  multiplyAdds(node, inputs) {
    const { fan, units, lead } = lengths(node, inputs);
    return sizeOf(lead) * fan * units;
  },
};
