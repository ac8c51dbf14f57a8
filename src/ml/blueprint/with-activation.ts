import type { ActivationName } from './activations';
import { layerNamed } from './layers';
import type { NetworkSpec } from './network-spec';

/**
 * The same network with another activation in every place. Nodes named after the activation they had (`conv1/relu`) are named after
 * the new one; all else, kernels' initialisers too, stays, so that the two begin with the same weights.
 */
export function withActivation(spec: NetworkSpec, activation: ActivationName): NetworkSpec {
  const names = new Map(
    spec.nodes.map(({ id, layer, options }) => {
      const old = `/${String(options['activation'])}`;
      return [id, layerNamed(layer)?.activation !== undefined && id.endsWith(old) ? `${id.slice(0, -old.length)}/${activation}` : id];
    }),
  );
  const named = (id: string): string => names.get(id) ?? id;
  return {
    ...spec,
    nodes: spec.nodes.map((node) => ({
      ...node,
      id: named(node.id),
      from: node.from.map(named),
      options: layerNamed(node.layer)?.activation !== undefined ? { ...node.options, activation } : node.options,
    })),
    outputs: spec.outputs.map(named),
  };
}
