/**
 * Layers without weights over the steps of a sequence, [steps, features]: the last one, the last few, their mean, all of them in reverse,
 * each as several, and one vector at every step.
 */
import { NetworkError, onlyInput, wholeOption, type LayerDescription } from '../layer-description';
import type { NodeSpec, Shape } from '../network-spec';

function sequenceOf(node: NodeSpec, inputs: readonly Shape[]): Shape {
  const shape = onlyInput(node, inputs);
  if (shape.length < 2) throw new NetworkError(node.id, `its input has the shape [${shape.join(', ')}]; it should be [steps, features]`);
  return shape;
}

/** [steps, features] -> [features] of the last step. */
export const lastStep: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape: (node, inputs) => sequenceOf(node, inputs).slice(1),
  variables: () => [],
  multiplyAdds: () => 0,
  units: 'kept',
  group: 'leads',
  drawing: 'none',
  examples: [{ inputs: [[5, 3]] }],
};

/** How many of the last steps are kept. Throws NetworkError where there are not so many. */
export function keptSteps(node: NodeSpec, inputs: readonly Shape[]): number {
  const [steps = 1] = sequenceOf(node, inputs);
  const count = wholeOption(node, 'count', undefined, 1);
  if (count > steps) throw new NetworkError(node.id, `count is ${count}; it should be at most the ${steps} steps of its input`);
  return count;
}

/** [steps, features] -> [count, features] of the last steps: a window. Options: count. */
export const lastSteps: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape: (node, inputs) => [keptSteps(node, inputs), ...sequenceOf(node, inputs).slice(1)],
  variables: () => [],
  multiplyAdds: () => 0,
  units: 'kept',
  group: 'leads',
  drawing: 'none',
  examples: [{ inputs: [[5, 3]], options: { count: 2 } }],
};

/** The steps from the last to the first. */
export const reverse: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape: sequenceOf,
  variables: () => [],
  multiplyAdds: () => 0,
  units: 'kept',
  group: 'leads',
  drawing: 'none',
  examples: [{ inputs: [[4, 3]] }],
};

/** How many steps each becomes. Throws NetworkError where its features cannot be dealt out alike. */
export function partsOf(node: NodeSpec, inputs: readonly Shape[]): number {
  const [, features = 1] = sequenceOf(node, inputs);
  const parts = wholeOption(node, 'parts', undefined, 1);
  if (features % parts !== 0) throw new NetworkError(node.id, `parts is ${parts}; it should divide the ${features} features of its input`);
  return parts;
}

/**
 * [steps, features] -> [steps * parts, features / parts]: each step as several, one behind the other, so that one place can give several
 * answers. Options: parts.
 */
export const splitSteps: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    const [steps = 1, features = 1] = sequenceOf(node, inputs);
    const parts = partsOf(node, inputs);
    return [steps * parts, features / parts];
  },
  variables: () => [],
  multiplyAdds: () => 0,
  units: 'mixed',
  group: 'leads',
  drawing: 'none',
  examples: [{ inputs: [[3, 6]], options: { parts: 2 } }],
};

/** [steps, features] -> [features]: the mean over the steps. */
export const averageSteps: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    const [, ...rest] = sequenceOf(node, inputs);
    if (rest.length !== 1) throw new NetworkError(node.id, `its steps have the shape [${rest.join(', ')}]; they should be [features]`);
    return rest;
  },
  variables: () => [],
  multiplyAdds: () => 0,
  units: 'kept',
  group: 'leads',
  drawing: 'none',
  examples: [{ inputs: [[5, 3]] }],
};

/** [features] -> [count, features]: one vector at every step, as a decoder is told what was read (Cho et al. 2014). Options: count. */
export const repeat: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    const shape = onlyInput(node, inputs);
    if (shape.length !== 1) throw new NetworkError(node.id, `its input has the shape [${shape.join(', ')}]; it should be [features]`);
    return [wholeOption(node, 'count', undefined, 1), ...shape];
  },
  variables: () => [],
  multiplyAdds: () => 0,
  units: 'kept',
  group: 'leads',
  drawing: 'none',
  examples: [{ inputs: [[3]], options: { count: 4 } }],
};
