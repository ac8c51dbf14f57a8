/** A learnt vector for each of a number of things: rows of a table, picked by whole numbers (chapter rnn). */
import { nameOption, numberOption, onlyInput, wholeOption, type LayerDescription } from '../layer-description';
import type { InitialiserName } from '../initialiser-names';

/** Rules that count fans mean nothing here: each row is picked alone. */
const INITIALISERS: readonly InitialiserName[] = ['normal', 'uniform', 'zeros', 'constant'];

/**
 * [...] of whole numbers below `size` -> [..., units]. Options: size (how many things), units, initialiser (normal, uniform,
 * zeros or constant; default normal) and initialScale (default 1), trained.
 */
export const embedding: LayerDescription = {
  inputs: { least: 1, most: 1 },
  takesIndices: (node) => wholeOption(node, 'size', undefined, 1),
  shape(node, inputs) {
    wholeOption(node, 'size', undefined, 1);
    return [...onlyInput(node, inputs), wholeOption(node, 'units', undefined, 1)];
  },
  variables(node) {
    const shape = [wholeOption(node, 'size', undefined, 1), wholeOption(node, 'units', undefined, 1)];
    const initialiser = nameOption(node, 'initialiser', 'normal', INITIALISERS);
    // The value itself where it is constant, else a deviation or a bound.
    const scale = numberOption(node, 'initialScale', 1, initialiser === 'constant' ? -Infinity : 0);
    return [{ role: 'table', shape, initialiser, initialiserOptions: { scale }, trained: node.options['trained'] !== false }];
  },
  // Rows are picked: nothing is multiplied.
  multiplyAdds: () => 0,
  units: 'mixed',
  own({ node }, unit) {
    const [size, units] = [Number(node.options['size']), Number(node.options['units'])];
    return [{ role: 'table', indices: Array.from({ length: size }, (_, row) => row * units + unit) }];
  },
  group: 'leads',
  drawing: 'units',
  width: 'units',
  formula: () => 'E[x]',
  savedAs: { table: 'embeddings' },
  examples: [
    { inputs: [{ shape: [5], kind: 'indices', size: 7 }], options: { size: 7, units: 3 } },
    { inputs: [{ shape: [3, 2], kind: 'indices', size: 4 }], options: { size: 4, units: 2, initialScale: 0.1 } },
  ],
};
