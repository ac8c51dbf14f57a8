/** Layers without weights that join branches or change shapes: add, concat, flatten. */
import { at } from '../../../base/at';
import { NetworkError, onlyInput, sizeOf, type LayerDescription } from '../layer-description';

const text = (shape: readonly number[] | undefined): string => `[${(shape ?? []).join(', ')}]`;

/** x + g(x): inputs of one shape, added element by element (He et al. 2016). */
export const add: LayerDescription = {
  inputs: { least: 2, most: Infinity },
  shape(node, inputs) {
    const [first, ...rest] = inputs;
    const other = rest.find((shape) => text(shape) !== text(first));
    if (first === undefined) throw new NetworkError(node.id, 'has no inputs; it adds two or more');
    if (other !== undefined) throw new NetworkError(node.id, `adds shapes ${text(first)} and ${text(other)}; they should be equal`);
    return first;
  },
  variables: () => [],
  multiplyAdds: () => 0,
  units: 'mixed',
  group: 'leads',
  drawing: 'sum',
  examples: [
    { inputs: [[3], [3], [3]] },
    {
      inputs: [
        [2, 3, 2],
        [2, 3, 2],
      ],
    },
  ],
};

/** [x, g(x), …]: inputs put side by side along the last dimension (Huang et al. 2017). */
export const concat: LayerDescription = {
  inputs: { least: 2, most: Infinity },
  shape(node, inputs) {
    const [first, ...rest] = inputs;
    const last = first?.at(-1);
    if (first === undefined || last === undefined) throw new NetworkError(node.id, 'has no inputs with a dimension to join along');
    const lead = first.slice(0, -1);
    const other = rest.find((shape) => text(shape.slice(0, -1)) !== text(lead));
    if (other !== undefined) {
      throw new NetworkError(node.id, `joins shapes ${text(first)} and ${text(other)}; all but the last dimension should be equal`);
    }
    return [...lead, inputs.reduce((sum, shape) => sum + at(shape, -1), 0)];
  },
  variables: () => [],
  multiplyAdds: () => 0,
  units: 'joined',
  group: 'leads',
  drawing: 'join',
  examples: [
    { inputs: [[3], [1], [2]] },
    {
      inputs: [
        [2, 3, 2],
        [2, 3, 1],
      ],
    },
  ],
};

/** All elements of a sample in one row. */
export const flatten: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape: (node, inputs) => [sizeOf(onlyInput(node, inputs))],
  variables: () => [],
  multiplyAdds: () => 0,
  reach: () => 'all',
  units: 'flattened',
  group: 'leads',
  drawing: 'none',
  examples: [{ inputs: [[2, 3, 2]] }, { inputs: [[4, 3]] }],
};
