/** A network as a reader thinks of it: each layer with what belongs to it (its norm, its activation, its dropout) as one. */
import { at } from '../../base/at';
import { describeNetwork } from './describe';
import { isActivationName } from './activations';
import { activationNameOf, layerNamed } from './layers';
import { inputShapes, type NetworkSpec, type NodeSpec, type Shape } from './network-spec';

export interface LayerGroup {
  /** The first node's id, or the input's name. */
  readonly id: string;
  /** In the order in which they are applied; none for an input. */
  readonly nodes: readonly NodeSpec[];
  /** Groups that feed this one. */
  readonly from: readonly string[];
  /** Steps from the inputs, along the longest way. */
  readonly depth: number;
  /** Of what the group gives, without the batch dimension. */
  readonly shape: Shape;
  /** Length of the last dimension. */
  readonly units: number;
  readonly parameters: number;
  /** Nodes with trained weights. */
  readonly weighted: readonly string[];
  /** The activation in it, if there is one. */
  readonly activation: string | undefined;
}

function collect(spec: NetworkSpec): {
  readonly members: ReadonlyMap<string, readonly NodeSpec[]>;
  readonly groupOf: ReadonlyMap<string, string>;
} {
  const followers = new Map<string, number>();
  for (const node of spec.nodes) for (const source of node.from) followers.set(source, (followers.get(source) ?? 0) + 1);
  const members = new Map<string, NodeSpec[]>();
  const groupOf = new Map<string, string>(Object.keys(spec.inputs).map((name) => [name, name]));
  for (const node of spec.nodes) {
    const [source = ''] = node.from;
    const leader = groupOf.get(source);
    const group = leader === undefined ? undefined : members.get(leader);
    const follows =
      layerNamed(node.layer)?.group === 'follows' &&
      node.from.length === 1 &&
      followers.get(source) === 1 &&
      !spec.outputs.includes(source);
    if (follows && leader !== undefined && group !== undefined) {
      group.push(node);
      groupOf.set(node.id, leader);
    } else {
      members.set(node.id, [node]);
      groupOf.set(node.id, node.id);
    }
  }
  return { members, groupOf };
}

/** Inputs and layers of a network, in its order. Throws NetworkError as `describeNetwork` does. */
export function layerGroups(spec: NetworkSpec): LayerGroup[] {
  const { nodes } = describeNetwork(spec);
  const { members, groupOf } = collect(spec);
  const groups: LayerGroup[] = Object.entries(inputShapes(spec)).map(([id, shape]) => ({
    id,
    nodes: [],
    from: [],
    depth: 0,
    shape,
    units: at(shape, -1),
    parameters: 0,
    weighted: [],
    activation: undefined,
  }));
  const depths = new Map(groups.map(({ id, depth }) => [id, depth]));
  for (const [id, group] of members) {
    const from = [...new Set((group[0]?.from ?? []).map((source) => groupOf.get(source) ?? source))];
    const depth = 1 + Math.max(0, ...from.map((source) => depths.get(source) ?? 0));
    depths.set(id, depth);
    const shape = nodes[group.at(-1)?.id ?? '']?.shape ?? [];
    const activation = group.map(activationNameOf).find((name) => name !== undefined);
    groups.push({
      id,
      nodes: group,
      from,
      depth,
      shape,
      units: at(shape, -1),
      parameters: group.reduce((sum, node) => sum + (nodes[node.id]?.parameters ?? 0), 0),
      weighted: group.filter((node) => (nodes[node.id]?.parameters ?? 0) > 0).map((node) => node.id),
      activation,
    });
  }
  return groups;
}

/**
 * Layers of a model that says nothing of its network, told from the names of what it holds: one beside the other, nothing between.
 * @param arrays names as in a probe (`weights/z/value`, `activations/tanh`) with their shapes.
 */
export function groupsByName(arrays: Readonly<Record<string, Shape>>): LayerGroup[] {
  const groups = new Map<string, LayerGroup>();
  for (const [name, shape] of Object.entries(arrays)) {
    const [kind, id = ''] = name.split('/');
    if (kind !== 'weights' && kind !== 'activations') continue;
    const before = groups.get(id);
    const own = kind === 'weights';
    groups.set(id, {
      id,
      nodes: [{ id, layer: own ? 'weights' : 'value', from: [], options: {} }],
      from: [],
      depth: own || (before?.weighted.length ?? 0) > 0 ? 0 : 1,
      shape,
      units: at(shape, -1),
      parameters: (before?.parameters ?? 0) + (own ? shape.reduce((product, length) => product * length, 1) : 0),
      weighted: own ? [id] : (before?.weighted ?? []),
      activation: isActivationName(id) ? id : undefined,
    });
  }
  return [...groups.values()];
}
