import type { NetworkSpec, NodeSpec, OptionValue, Shape } from './network-spec';

/** One layer of a chain; `id` is given where the default (`dense1`, `activation2`, …) would say too little. */
export interface ChainLayer {
  readonly id?: string;
  readonly layer: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/**
 * A chain of layers as a network: input `x`, each layer fed by the one before, the last one the output.
 * @param inputShape without the batch dimension, e.g. [2].
 */
export function sequential(name: string, inputShape: Shape, layers: readonly ChainLayer[]): NetworkSpec {
  const counts = new Map<string, number>();
  const nodes: NodeSpec[] = [];
  for (const { id, layer, options } of layers) {
    const count = (counts.get(layer) ?? 0) + 1;
    counts.set(layer, count);
    nodes.push({ id: id ?? `${layer}${count}`, layer, from: [nodes.at(-1)?.id ?? 'x'], options: options ?? {} });
  }
  return { name, inputs: { x: inputShape }, nodes, outputs: [nodes.at(-1)?.id ?? 'x'] };
}
