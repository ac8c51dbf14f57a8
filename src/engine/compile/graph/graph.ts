/** Makes nodes and walks over them. */
import type { Node, Operation, Outputs, Shape } from './node';

/** Numbers every node of one graph. */
export class Graph {
  private count = 0;

  make(operation: Operation, inputs: readonly Node[], shape: Shape): Node {
    return { id: this.count++, operation, inputs, shape };
  }
}

/** Everything the outputs need, inputs before what is made of them; what nobody needs is not among it. */
export function reachable(outputs: Outputs): Node[] {
  const waiting = [...outputs.values()];
  let most = -1;
  for (const { id } of waiting) most = Math.max(most, id);
  /** By number, so that none need be looked for; nodes of several graphs may have one in common. */
  const byId = new Array<Node | undefined>(most + 1);
  const others = new Set<Node>();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const there = byId[node.id];
    if (there === node || others.has(node)) continue;
    if (there === undefined) byId[node.id] = node;
    else others.add(node);
    for (const input of node.inputs) if (byId[input.id] !== input) waiting.push(input);
  }
  const found: Node[] = [];
  for (let id = 0; id <= most; id++) {
    const node = byId[id];
    if (node !== undefined) found.push(node);
  }
  return others.size === 0 ? found : [...found, ...others].sort((a, b) => a.id - b.id);
}

/** One node's replacement: gets the node with its inputs already replaced. */
export type Rule = (graph: Graph, node: Node, inputs: readonly Node[]) => Node | undefined;

/** Builds a graph anew in an empty one; where a rule gives nothing, the node is copied. What is no longer needed is left behind. */
export function rebuild(outputs: Outputs, rule: Rule, graph: Graph = new Graph()): Map<string, Node> {
  /** By the old node's number. */
  const replaced: Node[] = [];
  const of = (node: Node): Node => {
    const one = replaced[node.id];
    if (one === undefined) throw new Error('a node comes before its inputs');
    return one;
  };
  for (const node of reachable(outputs)) {
    const inputs = node.inputs.length === 0 ? node.inputs : node.inputs.map(of);
    replaced[node.id] = rule(graph, node, inputs) ?? graph.make(node.operation, inputs, node.shape);
  }
  return new Map([...outputs].map(([name, node]) => [name, of(node)]));
}
