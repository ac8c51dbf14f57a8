import type { NetworkSpec } from './network-spec';

/** Names of two networks that are trained at once. */
export type Lane = string;

/** The lane's part of a node's name, and the rest: `first/conv1` is node `conv1` of lane `first`. */
export function laneOf(id: string): { readonly lane: Lane; readonly node: string } {
  const cut = id.indexOf('/');
  return { lane: id.slice(0, cut), node: id.slice(cut + 1) };
}

/**
 * Several networks with the same inputs as one, its nodes named `<lane>/<node>`, its outputs those of the lanes in turn. Nothing
 * goes from one lane to another, so that under a sum of their losses each is trained as if it were alone.
 */
export function sideBySide(name: string, lanes: Readonly<Record<Lane, NetworkSpec>>): NetworkSpec {
  const within = (lane: Lane, { inputs }: NetworkSpec, id: string): string => (id in inputs ? id : `${lane}/${id}`);
  const entries = Object.entries(lanes);
  return {
    name,
    inputs: Object.fromEntries(entries.flatMap(([, { inputs }]) => Object.entries(inputs))),
    nodes: entries.flatMap(([lane, spec]) =>
      spec.nodes.map((node) => ({ ...node, id: `${lane}/${node.id}`, from: node.from.map((id) => within(lane, spec, id)) })),
    ),
    outputs: entries.flatMap(([lane, spec]) => spec.outputs.map((id) => within(lane, spec, id))),
  };
}
