/** Through which weights a unit is heard: what is held at zero while the unit is off. */
import { at } from '../../base/at';
import { describeNetwork } from './describe';
import { sizeOf, type LayerPlace } from './layer-description';
import { innerValues, placeOfValue } from './inner-values';
import { layerNamed } from './layers';
import type { NetworkSpec, NodeSpec, Shape } from './network-spec';
import { along, type WeightPart } from './weight-parts';

interface Graph {
  readonly spec: NetworkSpec;
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly kernels: ReadonlyMap<string, Shape>;
}

function graphOf(spec: NetworkSpec): Graph {
  const { nodes, shapes } = describeNetwork(spec);
  const variables = Object.entries(nodes).flatMap(([id, node]) =>
    node.variables.map(({ role, shape }) => [`${id}/${role}`, shape] as const),
  );
  return { spec, shapes: new Map(Object.entries(shapes)), kernels: new Map(variables) };
}

function placeOf(graph: Graph, node: NodeSpec): LayerPlace {
  return { node, inputs: node.from.map((id) => graph.shapes.get(id) ?? []) };
}

/** Where units of a source stand among the units of a node that only rearranges; undefined where it mixes them with others. */
function passedOn(graph: Graph, node: NodeSpec, source: string, units: readonly number[]): readonly number[] | undefined {
  const shape = graph.shapes.get(source) ?? [];
  switch (layerNamed(node.layer)?.units) {
    case 'kept':
      return units;
    case 'flattened': {
      const last = at(shape, -1);
      return Array.from({ length: sizeOf(shape) / last }, (_, place) => units.map((unit) => place * last + unit)).flat();
    }
    case 'joined': {
      let offset = 0;
      return node.from.flatMap((id) => {
        const here = id === source ? units.map((unit) => unit + offset) : [];
        offset += at(graph.shapes.get(id) ?? [], -1, `the shape of ${id}`);
        return here;
      });
    }
    default:
      return undefined;
  }
}

/** The parts through which a node hears units of a source; undefined where it has no such weights. */
function heard(graph: Graph, node: NodeSpec, source: string, units: readonly number[]): readonly WeightPart[] | undefined {
  const layer = layerNamed(node.layer);
  if (layer?.hears === undefined) return undefined;
  const place = placeOf(graph, node);
  const parts = node.from.flatMap((id, i) => (id === source ? (layer.hears?.(place, i, units) ?? []) : []));
  return parts.map(({ role, indices }) => ({ variable: `${node.id}/${role}`, indices }));
}

function followed(graph: Graph, id: string, units: readonly number[]): readonly WeightPart[] | undefined {
  if (graph.spec.outputs.includes(id)) return undefined;
  const parts: WeightPart[] = [];
  for (const node of graph.spec.nodes.filter(({ from }) => from.includes(id))) {
    const through = heard(graph, node, id, units);
    if (through !== undefined) {
      parts.push(...through);
      continue;
    }
    const onwards = passedOn(graph, node, id, units);
    const reached = onwards === undefined ? undefined : followed(graph, node.id, onwards);
    if (reached === undefined) return undefined;
    parts.push(...reached);
  }
  return parts.length === 0 ? undefined : parts;
}

/** The weights that make a unit: what its layer says, else its column of the kernel and its bias. */
function own(graph: Graph, id: string, unit: number): readonly WeightPart[] | undefined {
  const node = graph.spec.nodes.find((one) => one.id === id);
  const said = node === undefined ? undefined : layerNamed(node.layer)?.own?.(placeOf(graph, node), unit);
  if (said !== undefined) return said.map(({ role, indices }) => ({ variable: `${id}/${role}`, indices }));
  const units = graph.shapes.get(id)?.at(-1);
  const parts = ['kernel', 'bias'].flatMap((role) => {
    const shape = graph.kernels.get(`${id}/${role}`);
    return shape === undefined || shape.at(-1) !== units
      ? []
      : [{ variable: `${id}/${role}`, indices: along(shape, shape.length - 1, [unit]) }];
  });
  return parts.length === 0 ? undefined : parts;
}

/** The weights through which a layer with a state hears a unit of its own. */
function bySelf(graph: Graph, id: string, unit: number): readonly WeightPart[] {
  const node = graph.spec.nodes.find((one) => one.id === id);
  const parts = node === undefined ? undefined : layerNamed(node.layer)?.hearsItself?.(placeOf(graph, node), [unit]);
  return (parts ?? []).map(({ role, indices }) => ({ variable: `${id}/${role}`, indices }));
}

/** How a unit is switched off. */
export interface Silencing {
  readonly parts: readonly WeightPart[];
  /**
   * `onwards`: nothing hears it any more. `own`: it has no weights of its own to be heard through, so those that make it are zero.
   * `inside`: it is a part of a value inside a layer, and the weights by which it works are zero.
   */
  readonly through: 'onwards' | 'own' | 'inside';
}

/**
 * The weights that are held at zero while a unit is off: those through which the units after it hear it, however the network
 * branches; where it is heard without a weight (an output, a sum), those from which it is made.
 * @param id a node, or a value inside one (`cell#gates`).
 * @param unit from 0, along the last dimension of the node's output, or the part of the value.
 * @returns undefined where there is no such unit, or nothing that could be held.
 */
export function silencing(spec: NetworkSpec, id: string, unit: number): Silencing | undefined {
  const graph = graphOf(spec);
  const value = innerValues(spec)[id];
  if (value !== undefined) {
    if (!Number.isInteger(unit) || unit < 0 || unit >= value.parts) return undefined;
    const parts = value.off(unit).map(({ role, indices }) => ({ variable: `${placeOfValue(id).id}/${role}`, indices }));
    return { parts, through: 'inside' };
  }
  const units = spec.nodes.some((node) => node.id === id) ? at(graph.shapes.get(id) ?? [], -1, `the shape of ${id}`) : 0;
  if (!Number.isInteger(unit) || unit < 0 || unit >= units) return undefined;
  const onwards = followed(graph, id, [unit]);
  if (onwards !== undefined) return { parts: [...onwards, ...bySelf(graph, id, unit)], through: 'onwards' };
  const parts = own(graph, id, unit);
  return parts === undefined ? undefined : { parts, through: 'own' };
}
