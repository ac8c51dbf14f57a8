import type { Nodes } from 'mdast';
import type {} from 'mdast-util-directive';
import { walk } from '../../src/site/markdown/nodes';

/** All nodes of a type inside a node (itself left out), in the order of the text. */
export function nodesOf<T extends Nodes['type']>(root: Nodes, type: T): Extract<Nodes, { type: T }>[] {
  const is = (node: Nodes): node is Extract<Nodes, { type: T }> => node.type === type;
  return [...walk(root)]
    .map(({ node }) => node)
    .filter((node) => node !== root && is(node))
    .filter(is);
}
