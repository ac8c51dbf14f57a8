/** Small questions about mdast nodes. */
import type { Nodes, Parents, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type {} from 'mdast-util-math';
import type {} from 'mdast-util-to-hast';

/** A directive on lines of its own. */
export type FlowDirective = ContainerDirective | LeafDirective;

export function isFlowDirective(node: Nodes): node is FlowDirective {
  return node.type === 'containerDirective' || node.type === 'leafDirective';
}

/** The text of a node without its markup; a formula counts as its TeX. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Every node of a tree with its parents, in the order of the text. */
export function* walk(node: Nodes, parents: readonly Parents[] = []): Generator<{ node: Nodes; parents: readonly Parents[] }> {
  yield { node, parents };
  if (!('children' in node)) return;
  const below = [...parents, node];
  for (const child of node.children) yield* walk(child, below);
}

/** An attribute of a directive; an attribute without a value is the empty string. */
export function attributeOf(node: FlowDirective | TextDirective, name: string): string | undefined {
  return node.attributes?.[name] ?? undefined;
}

/** The bracketed label of a container (`:::box[label]`), which the parser gives as its first paragraph. */
export function labelOf(node: ContainerDirective): Extract<RootContent, { type: 'paragraph' }> | undefined {
  const [first] = node.children;
  return first?.type === 'paragraph' && first.data !== undefined && 'directiveLabel' in first.data && first.data.directiveLabel === true
    ? first
    : undefined;
}
