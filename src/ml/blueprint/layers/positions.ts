/** Where a step stands, added to what it is: without it attention could not tell orders apart (chapter attention). */
import type { InitialiserName } from '../initialiser-names';
import { nameOption, NetworkError, numberOption, onlyInput, type LayerDescription } from '../layer-description';
import type { NodeSpec, Shape } from '../network-spec';

const INITIALISERS: readonly InitialiserName[] = ['normal', 'uniform', 'zeros', 'constant'];
const POSITION_KINDS = ['learned', 'sinusoidal'] as const;
export type PositionKind = (typeof POSITION_KINDS)[number];

/** Kind and shape of a node of positions. */
export function positionsOf(
  node: NodeSpec,
  inputs: readonly Shape[],
): { readonly kind: PositionKind; readonly steps: number; readonly width: number } {
  const shape = onlyInput(node, inputs);
  const [steps, width] = shape;
  if (steps === undefined || width === undefined || shape.length !== 2) {
    throw new NetworkError(node.id, `its input has the shape [${shape.join(', ')}]; it should be [steps, features]`);
  }
  return { kind: nameOption(node, 'kind', 'learned', POSITION_KINDS), steps, width };
}

/** [steps, width] in one row: sin(t / 10000^(2i/width)) in feature 2i and the cosine in 2i + 1 (Vaswani et al. 2017, section 3.5). */
export function sinusoids(steps: number, width: number): Float32Array {
  return Float32Array.from({ length: steps * width }, (_, at) => {
    const [step, feature] = [Math.floor(at / width), at % width];
    const angle = step / 10_000 ** ((2 * Math.floor(feature / 2)) / width);
    return feature % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
}

/** Keeps the shape. Options: kind (learned or sinusoidal); of learned ones initialiser (default normal) and initialScale (default 0.02). */
export const positions: LayerDescription = {
  inputs: { least: 1, most: 1 },
  shape(node, inputs) {
    const { steps, width } = positionsOf(node, inputs);
    return [steps, width];
  },
  variables(node, inputs) {
    const { kind, steps, width } = positionsOf(node, inputs);
    if (kind === 'sinusoidal') return [];
    const initialiser = nameOption(node, 'initialiser', 'normal', INITIALISERS);
    const scale = numberOption(node, 'initialScale', 0.02, 0);
    return [
      { role: 'table', shape: [steps, width], initialiser, initialiserOptions: { scale }, trained: node.options['trained'] !== false },
    ];
  },
  multiplyAdds: () => 0,
  units: 'kept',
  group: 'follows',
  drawing: 'none',
  formula: () => 'x + p(t)',
  savedAs: { table: 'embeddings' },
  examples: [{ inputs: [[5, 4]] }, { inputs: [[4, 5]], options: { kind: 'sinusoidal' } }],
};
