/** Attention: each step asks all steps of a memory, and takes the mean of what they say, weighed by how well they answer (chapter attention). */
import { INITIALISER_NAMES } from '../initialiser-names';
import {
  nameOption,
  NetworkError,
  numberOption,
  wholeOption,
  type InnerValue,
  type LayerDescription,
  type OwnPart,
  type VariableDescription,
} from '../layer-description';
import type { NodeSpec, Shape } from '../network-spec';
import { along } from '../weight-parts';

const SCORES = ['scaled', 'dot', 'additive'] as const;
export type ScoreName = (typeof SCORES)[number];

export interface AttentionSettings {
  readonly heads: number;
  /** Width of queries, keys and values of all heads together, and of one. */
  readonly units: number;
  readonly width: number;
  /** Length of what is given: that of the query. */
  readonly outputs: number;
  readonly query: { readonly steps: number; readonly features: number };
  readonly memory: { readonly steps: number; readonly features: number };
  readonly score: ScoreName;
  /** A step sees itself and those before it alone. */
  readonly causal: boolean;
  /** Queries and keys are turned by their place (Su et al. 2021). */
  readonly rotary: boolean;
  readonly useBias: boolean;
}

function sequence(node: NodeSpec, shape: Shape | undefined): { readonly steps: number; readonly features: number } {
  const [steps, features, more] = shape ?? [];
  if (steps === undefined || features === undefined || more !== undefined) {
    throw new NetworkError(node.id, `takes the shape [${(shape ?? []).join(', ')}]; it should be [steps, features]`);
  }
  return { steps, features };
}

/** Options and sizes of a node of attention. Throws NetworkError where they do not fit. */
export function attentionSettings(node: NodeSpec, inputs: readonly Shape[]): AttentionSettings {
  const query = sequence(node, inputs[0]);
  const memory = sequence(node, inputs[1] ?? inputs[0]);
  const heads = wholeOption(node, 'heads', 1, 1);
  const units = wholeOption(node, 'units', query.features, 1);
  const [causal, rotary] = [node.options['causal'] === true, node.options['rotary'] === true];
  if (units % heads !== 0) throw new NetworkError(node.id, `has ${heads} heads; they should divide its ${units} units`);
  if (rotary && (units / heads) % 2 !== 0) {
    throw new NetworkError(node.id, `turns ${units / heads} numbers a head in pairs; there should be an even number of them`);
  }
  if (causal && query.steps !== memory.steps) {
    throw new NetworkError(node.id, `is causal over ${query.steps} and ${memory.steps} steps; there should be as many`);
  }
  const score = nameOption(node, 'score', 'scaled', SCORES);
  return {
    heads,
    units,
    width: units / heads,
    outputs: query.features,
    query,
    memory,
    score,
    causal,
    rotary,
    useBias: node.options['useBias'] !== false,
  };
}

function variables(node: NodeSpec, inputs: readonly Shape[]): readonly VariableDescription[] {
  const { heads, units, width, outputs, query, memory, score, useBias } = attentionSettings(node, inputs);
  const initialiser = nameOption(node, 'initialiser', 'xavierUniform', INITIALISER_NAMES);
  const scale = numberOption(node, 'initialScale', 1, 0);
  const trained = node.options['trained'] !== false;
  const kernel = (role: string, shape: Shape): VariableDescription => ({
    role,
    shape,
    initialiser,
    initialiserOptions: { scale },
    trained,
  });
  const bias = (role: string, length: number): VariableDescription[] =>
    useBias ? [{ role, shape: [length], initialiser: 'zeros', trained }] : [];
  return [
    kernel('queryKernel', [query.features, units]),
    ...bias('queryBias', units),
    kernel('keyKernel', [memory.features, units]),
    ...bias('keyBias', units),
    kernel('valueKernel', [memory.features, units]),
    ...bias('valueBias', units),
    ...(score === 'additive' ? [kernel('scoreKernel', [heads, width])] : []),
    kernel('outputKernel', [units, outputs]),
    ...bias('outputBias', outputs),
  ];
}

/**
 * Query [steps, features] and memory [steps', features'] (without one, the query is its own memory) -> [steps, features]. Options:
 * heads (default 1), units of all heads (default: the query's features), causal, score (scaled: q·k / √width, Vaswani et al. 2017; dot:
 * q·k, Luong et al. 2015; additive: v·tanh(q + k), Bahdanau et al. 2015, with the projections that all three have here), rotary,
 * useBias, initialiser, initialScale, trained. Padded places of a memory are not left out.
 */
export const attention: LayerDescription = {
  inputs: { least: 1, most: 2 },
  shape(node, inputs) {
    const { query, outputs } = attentionSettings(node, inputs);
    return [query.steps, outputs];
  },
  variables,
  multiplyAdds(node, inputs) {
    const { units, outputs, query, memory } = attentionSettings(node, inputs);
    const projected = query.steps * query.features * units + 2 * memory.steps * memory.features * units;
    // Scores and weighted values, over all pairs of steps; the way out.
    return projected + 2 * query.steps * memory.steps * units + query.steps * units * outputs;
  },
  units: 'mixed',
  hears({ node, inputs }, source, heard) {
    const { units, query, memory } = attentionSettings(node, inputs);
    const asks = { role: 'queryKernel', indices: along([query.features, units], 0, heard) };
    const answers = ['keyKernel', 'valueKernel'].map((role) => ({ role, indices: along([memory.features, units], 0, heard) }));
    return inputs.length === 1 ? [asks, ...answers] : source === 0 ? [asks] : answers;
  },
  own({ node, inputs }, unit) {
    const { units, outputs, useBias } = attentionSettings(node, inputs);
    return [
      { role: 'outputKernel', indices: along([units, outputs], 1, [unit]) },
      ...(useBias ? [{ role: 'outputBias', indices: [unit] }] : []),
    ];
  },
  group: 'leads',
  drawing: 'units',
  formula: (node) => (node.from.length === 1 ? 'softmax(q·K)·V·W' : `softmax(q(${node.from[0] ?? ''})·K)·V·W`),
  inner(node, inputs) {
    const { heads, units, width, outputs, query, memory, useBias } = attentionSettings(node, inputs);
    const projection = (role: string, { steps, features }: AttentionSettings['query']): InnerValue => ({
      shape: [steps, units],
      parts: units,
      off: (unit) => [
        { role: `${role}Kernel`, indices: along([features, units], 1, [unit]) },
        ...(useBias ? [{ role: `${role}Bias`, indices: [unit] }] : []),
      ],
    });
    const rows = (first: number, count: number): readonly OwnPart[] => {
      const places = Array.from({ length: count }, (_, i) => first + i);
      return [{ role: 'outputKernel', indices: along([units, outputs], 0, places) }];
    };
    return {
      queries: projection('query', query),
      keys: projection('key', memory),
      values: projection('value', memory),
      // A head is heard through its rows of the kernel that leads out; so is each of its units.
      weights: { shape: [heads, query.steps, memory.steps], parts: heads, off: (head) => rows(head * width, width) },
      heads: { shape: [query.steps, units], parts: units, off: (unit) => rows(unit, 1) },
    };
  },
  examples: [
    { inputs: [[4, 6]], options: { heads: 2, causal: true } },
    {
      inputs: [
        [3, 4],
        [5, 3],
      ],
      options: { heads: 2, units: 6, useBias: false },
    },
    {
      inputs: [
        [3, 4],
        [4, 2],
      ],
      options: { score: 'additive', units: 3 },
    },
    { inputs: [[4, 4]], options: { score: 'dot', rotary: true, heads: 2, causal: true } },
  ],
};
