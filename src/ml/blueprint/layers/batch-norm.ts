/** Batch normalisation over the last dimension (Ioffe & Szegedy 2015). Options: momentum of the running statistics, epsilon, initialScale (default 1). */
import { NetworkError, numberOption, onlyInput, sizeOf, type LayerDescription } from '../layer-description';
import type { NodeSpec, Shape } from '../network-spec';

function channels(node: NodeSpec, inputs: readonly Shape[]): number {
  const length = onlyInput(node, inputs).at(-1);
  if (length === undefined) throw new NetworkError(node.id, 'its input is a single number; it should have at least one dimension');
  return length;
}

export const batchNorm: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    numberOption(node, 'momentum', 0.9, 0, 1);
    numberOption(node, 'epsilon', 1e-5, 0);
    channels(node, inputs);
    return onlyInput(node, inputs);
  },
  variables(node, inputs) {
    const shape = [channels(node, inputs)];
    const scale = numberOption(node, 'initialScale', 1, 0);
    return [
      { role: 'scale', shape, initialiser: 'constant', initialiserOptions: { scale }, trained: true },
      { role: 'shift', shape, initialiser: 'zeros', trained: true },
      { role: 'runningMean', shape, initialiser: 'zeros', trained: false },
      { role: 'runningVariance', shape, initialiser: 'ones', trained: false },
    ];
  },
  multiplyAdds: (node, inputs) => sizeOf(onlyInput(node, inputs)),
  units: 'kept',
  group: 'follows',
  drawing: 'none',
  examples: [{ inputs: [[4]] }, { inputs: [[3, 2, 4]], options: { momentum: 0.5, epsilon: 0.01, initialScale: 0.5 } }],
};
