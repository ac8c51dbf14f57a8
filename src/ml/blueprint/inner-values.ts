/** Values inside layers, and what they are called: `cell#gates` is what stands in the role `gates` inside the node `cell`. */
import { describeNetwork } from './describe';
import { layerNamed } from './layers';
import type { InnerValue } from './layer-description';
import type { NetworkSpec } from './network-spec';

/** The name of a value inside a node. */
export function innerName(id: string, role: string): string {
  return `${id}#${role}`;
}

/** The node that a value belongs to, and its role inside it; undefined for the node's output. */
export function placeOfValue(name: string): { readonly id: string; readonly role: string | undefined } {
  const cut = name.indexOf('#');
  return cut < 0 ? { id: name, role: undefined } : { id: name.slice(0, cut), role: name.slice(cut + 1) };
}

/** All values inside a network's layers, by name. Throws NetworkError as `describeNetwork` does. */
export function innerValues(spec: NetworkSpec): Readonly<Record<string, InnerValue>> {
  const { shapes } = describeNetwork(spec);
  return Object.fromEntries(
    spec.nodes.flatMap((node) => {
      const inputs = node.from.map((id) => shapes[id] ?? []);
      const inner = layerNamed(node.layer)?.inner?.(node, inputs) ?? {};
      return Object.entries(inner).map(([role, value]) => [innerName(node.id, role), value] as const);
    }),
  );
}
