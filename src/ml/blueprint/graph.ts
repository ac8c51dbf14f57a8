import type { NetworkSpec, NodeSpec, OptionValue, Shape } from './network-spec';

/** Options of a node. */
export type Options = Readonly<Record<string, OptionValue>>;

/** A network while it is written down: each call adds a node behind those that are there. */
export interface GraphBuilder {
  /** Adds a node and gives its id, to be used as the source of others. `from`: one source or several. */
  add(id: string, layer: string, from: string | readonly string[], options?: Options): string;
}

/**
 * A network with branches, written as code: `graph('net', [8, 8, 3], (g, x) => g.add('out', 'flatten', x))`. Ids of parts are
 * paths (`stage2/block1/conv1`), so that what belongs together can be folded in drawings.
 * @param write adds the nodes, beginning from the input `x`, and gives the id of the output.
 */
export function graph(name: string, inputShape: Shape, write: (builder: GraphBuilder, input: string) => string): NetworkSpec {
  const nodes: NodeSpec[] = [];
  const output = write(
    {
      add(id, layer, from, options = {}) {
        nodes.push({ id, layer, from: typeof from === 'string' ? [from] : from, options });
        return id;
      },
    },
    'x',
  );
  return { name, inputs: { x: inputShape }, nodes, outputs: [output] };
}
