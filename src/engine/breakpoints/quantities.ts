/** What a breakpoint may speak of: the run's metrics, and sizes within its network. */
import type { Vocabulary } from '../../ml/expression/expression';
import { describeNetwork } from '../../ml/blueprint/describe';
import { activationNameOf, layerNamed } from '../../ml/blueprint/layers';
import { innerValues } from '../../ml/blueprint/inner-values';
import type { NetworkSpec } from '../../ml/blueprint/network-spec';

/** Of all weights together. */
export const WHOLE_QUANTITIES = ['gradNorm', 'updateRatio', 'weightNorm'] as const;
/** Of one layer: those of its activation, those of its weights, and the largest magnitude of what it gives. */
const ACTIVATION_QUANTITIES = ['dead', 'saturated'] as const;
const WEIGHT_QUANTITIES = ['gradNorm', 'updateRatio', 'weightNorm'] as const;
export const LAYER_QUANTITIES = [...ACTIVATION_QUANTITIES, ...WEIGHT_QUANTITIES, 'largest'] as const;

export type WholeQuantity = (typeof WHOLE_QUANTITIES)[number];
export type LayerQuantity = (typeof LAYER_QUANTITIES)[number];

export function isWholeQuantity(name: string): name is WholeQuantity {
  return WHOLE_QUANTITIES.some((one) => one === name);
}

export function isLayerQuantity(name: string): name is LayerQuantity {
  return LAYER_QUANTITIES.some((one) => one === name);
}

/**
 * The activation that is meant by a layer's name: the layer itself, or the one its output goes to (`hidden1` means
 * `hidden1-activation`); undefined where there is none, or more than one.
 */
export function activationOf(spec: NetworkSpec, id: string): string | undefined {
  const node = spec.nodes.find((one) => one.id === id);
  if (node === undefined) return undefined;
  if (activationNameOf(node) !== undefined) return id;
  const after = spec.nodes.filter(({ from }) => from.includes(id));
  const [only] = after;
  if (only === undefined || after.length > 1) return undefined;
  // Units may be handed on between: normed, pooled, put in a row.
  const units = activationNameOf(only) === undefined ? layerNamed(only.layer)?.units : 'kept';
  return units === 'kept' || units === 'flattened' ? activationOf(spec, only.id) : undefined;
}

/** True where a weight's name (`hidden1/kernel`) belongs to a layer. */
export function belongsTo(variable: string, layer: string): boolean {
  return variable.startsWith(`${layer}/`);
}

function layersOf(spec: NetworkSpec): Readonly<Record<LayerQuantity, readonly string[]>> {
  const ids = spec.nodes.map(({ id }) => id);
  const { nodes } = describeNetwork(spec);
  const weighted = ids.filter((id) => nodes[id]?.variables.some(({ trained }) => trained) === true);
  const active = ids.filter((id) => activationOf(spec, id) !== undefined);
  // The layers that a reader has named come before the activations that belong to them.
  const activations = [...active.filter((id) => weighted.includes(id)), ...active.filter((id) => !weighted.includes(id))];
  return {
    dead: activations,
    saturated: activations,
    gradNorm: weighted,
    updateRatio: weighted,
    weightNorm: weighted,
    largest: [...ids, ...Object.keys(innerValues(spec))],
  };
}

/** Layers by quantity; `unknown` before the model is built (any may then be named), `none` where there is no network. */
function measuresOf(spec: NetworkSpec | 'unknown' | 'none'): NonNullable<Vocabulary['measures']> {
  if (spec === 'none') return {};
  return spec === 'unknown' ? Object.fromEntries(LAYER_QUANTITIES.map((name) => [name, 'any'] as const)) : layersOf(spec);
}

/**
 * The words of a run's breakpoints.
 * @param metrics names of the demo's metrics, the loss among them or not; `any` where every name may stand for one.
 * @param spec the network; `unknown` before the model is built (any layer may then be named), `none` where the demo has no network.
 */
export function vocabularyOf(metrics: readonly string[] | 'any', spec: NetworkSpec | 'unknown' | 'none'): Vocabulary {
  const names = metrics === 'any' ? {} : { names: [...new Set(['step', 'loss', ...metrics, ...WHOLE_QUANTITIES])] };
  return { ...names, measures: measuresOf(spec), gives: 'condition' };
}
