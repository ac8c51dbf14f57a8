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
  const found = new Set<Node>();
  const waiting = [...outputs.values()];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    for (const input of node.inputs) if (!found.has(input)) waiting.push(input);
  }
  return [...found].sort((a, b) => a.id - b.id);
}

/** One node's replacement: gets the node with its inputs already replaced. */
export type Rule = (graph: Graph, node: Node, inputs: readonly Node[]) => Node | undefined;

/** Builds one graph anew; where a rule gives nothing, the node is copied. What is no longer needed is left behind. */
export function rebuild(outputs: Outputs, rule: Rule): Map<string, Node> {
  const graph = new Graph();
  /** By the old node's number. */
  const replaced: Node[] = [];
  const of = (node: Node): Node => {
    const one = replaced[node.id];
    if (one === undefined) throw new Error('a node comes before its inputs');
    return one;
  };
  for (const node of reachable(outputs)) {
    const inputs = node.inputs.map(of);
    replaced[node.id] = rule(graph, node, inputs) ?? graph.make(node.operation, inputs, node.shape);
  }
  return new Map([...outputs].map(([name, node]) => [name, of(node)]));
}
