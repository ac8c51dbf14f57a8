/** Through which weights a unit is heard: what is held at zero while the unit is off. */
import { describeNetwork } from './describe';
import { sizeOf } from './layer-description';
import type { NetworkSpec, NodeSpec, Shape } from './network-spec';

/** Some elements of a weight. */
export interface WeightPart {
  readonly variable: string;
  readonly indices: readonly number[];
}

/** Layers that hand every unit on by itself. */
const PASSES: ReadonlySet<string> = new Set([
  'activation',
  'dropout',
  'batchNorm',
  'layerNorm',
  'maxPool',
  'averagePool',
  'globalAveragePool',
]);
/** Layers whose kernel has, second to last, a dimension along the units of their input. */
const WEIGHS: ReadonlySet<string> = new Set(['dense', 'conv2d']);

interface Graph {
  readonly spec: NetworkSpec;
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly kernels: ReadonlyMap<string, Shape>;
}

function graphOf(spec: NetworkSpec): Graph {
  const { nodes } = describeNetwork(spec);
  const shapes = new Map([...Object.entries(spec.inputs), ...Object.entries(nodes).map(([id, { shape }]) => [id, shape] as const)]);
  const variables = Object.entries(nodes).flatMap(([id, node]) =>
    node.variables.map(({ role, shape }) => [`${id}/${role}`, shape] as const),
  );
  return { spec, shapes, kernels: new Map(variables) };
}

/** Elements of an array whose index along one axis is among those given. */
function along(shape: Shape, axis: number, at: ReadonlySet<number>): number[] {
  const inner = sizeOf(shape.slice(axis + 1));
  const length = shape[axis] ?? 1;
  return Array.from({ length: sizeOf(shape) }, (_, i) => i).filter((i) => at.has(Math.floor(i / inner) % length));
}

/** Where units of a source stand among the units of a node that only rearranges; undefined where it mixes them with others. */
function passedOn(graph: Graph, node: NodeSpec, source: string, at: readonly number[]): readonly number[] | undefined {
  const shape = graph.shapes.get(source) ?? [];
  if (PASSES.has(node.layer)) return at;
  if (node.layer === 'flatten') {
    const last = shape.at(-1) ?? 1;
    return Array.from({ length: sizeOf(shape) / last }, (_, place) => at.map((unit) => place * last + unit)).flat();
  }
  if (node.layer !== 'concat') return undefined;
  let offset = 0;
  return node.from.flatMap((id) => {
    const here = id === source ? at.map((unit) => unit + offset) : [];
    offset += graph.shapes.get(id)?.at(-1) ?? 0;
    return here;
  });
}

function followed(graph: Graph, id: string, at: readonly number[]): readonly WeightPart[] | undefined {
  if (graph.spec.outputs.includes(id)) return undefined;
  const parts: WeightPart[] = [];
  for (const node of graph.spec.nodes.filter(({ from }) => from.includes(id))) {
    const kernel = graph.kernels.get(`${node.id}/kernel`);
    const fan = graph.shapes.get(id)?.at(-1);
    if (WEIGHS.has(node.layer) && kernel?.at(-2) === fan && kernel !== undefined) {
      parts.push({ variable: `${node.id}/kernel`, indices: along(kernel, kernel.length - 2, new Set(at)) });
      continue;
    }
    const onwards = passedOn(graph, node, id, at);
    const reached = onwards === undefined ? undefined : followed(graph, node.id, onwards);
    if (reached === undefined) return undefined;
    parts.push(...reached);
  }
  return parts.length === 0 ? undefined : parts;
}

/** A unit's own kernel column and bias, in all its weights that have one element, or one column, a unit. */
function own(graph: Graph, id: string, unit: number): readonly WeightPart[] | undefined {
  const units = graph.shapes.get(id)?.at(-1);
  const parts = ['kernel', 'bias'].flatMap((role) => {
    const shape = graph.kernels.get(`${id}/${role}`);
    return shape === undefined || shape.at(-1) !== units
      ? []
      : [{ variable: `${id}/${role}`, indices: along(shape, shape.length - 1, new Set([unit])) }];
  });
  return parts.length === 0 ? undefined : parts;
}

/** How a unit is switched off. */
export interface Silencing {
  readonly parts: readonly WeightPart[];
  /** `onwards`: nothing hears it any more. `own`: it has no weights of its own to be heard through, so those that make it are zero. */
  readonly through: 'onwards' | 'own';
}

/**
 * The weights that are held at zero while a unit is off: those through which the units after it hear it, however the network
 * branches; where it is heard without a weight (an output, a sum), those from which it is made.
 * @param unit from 0, along the last dimension of the node's output.
 * @returns undefined where there is no such unit, or nothing that could be held.
 */
export function silencing(spec: NetworkSpec, id: string, unit: number): Silencing | undefined {
  const graph = graphOf(spec);
  const units = spec.nodes.some((node) => node.id === id) ? (graph.shapes.get(id)?.at(-1) ?? 0) : 0;
  if (!Number.isInteger(unit) || unit < 0 || unit >= units) return undefined;
  const onwards = followed(graph, id, [unit]);
  if (onwards !== undefined) return { parts: onwards, through: 'onwards' };
  const parts = own(graph, id, unit);
  return parts === undefined ? undefined : { parts, through: 'own' };
}
