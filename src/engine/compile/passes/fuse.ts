/**
 * Puts maps that go over the same number of elements into one loop, and a loop after a matrix product into the product itself.
 * Each kernel has a stage, one more than those of what it reads; maps of one stage and size that do not disturb each other go together.
 */
import { reachable } from '../graph/graph';
import { isLeaf, sizeOfShape, sourceOf, type Node, type Outputs, type Shape } from '../graph/node';
import type { Group } from '../group';

interface Open {
  head?: Node;
  readonly maps: Node[];
  readonly stage: number;
  readonly size: number;
  /** The dimensions in which inputs are broadcast; undefined while none is. */
  shape: Shape | undefined;
}

/** More maps in one loop than this, and its values no longer fit into registers. */
const MOST_MAPS = 40;

/** True where an input of a map has an element for each of its result's, or is one number for all. */
function isFullOrSingle(input: Node, shape: Shape): boolean {
  const size = sizeOfShape(input.shape);
  return size === 1 || size === sizeOfShape(shape);
}

const trimmed = (shape: Shape): string => shape.filter((length) => length !== 1).join();

/** The dimensions that a map needs to tell which element of a broadcast input it reads; undefined where none is broadcast. */
function neededShape(node: Node): Shape | undefined {
  return node.inputs.every((input) => isFullOrSingle(input, node.shape)) ? undefined : node.shape;
}

const fits = (a: Shape | undefined, b: Shape | undefined): boolean => a === undefined || b === undefined || trimmed(a) === trimmed(b);

/** Loops that maps may still join, found by stage and size in the order in which they were begun. */
class OpenLoops {
  private readonly byPlace = new Map<string, Open[]>();

  begin(stage: number, size: number): Open {
    const group: Open = { maps: [], stage, size, shape: undefined };
    const place = `${stage} ${size}`;
    const others = this.byPlace.get(place);
    if (others === undefined) this.byPlace.set(place, [group]);
    else others.push(group);
    return group;
  }

  /** The first that has room for a map that needs these dimensions. */
  find(stage: number, size: number, shape: Shape | undefined): Open | undefined {
    return this.byPlace.get(`${stage} ${size}`)?.find((one) => fits(one.shape, shape) && one.maps.length < MOST_MAPS);
  }
}

function groupMaps(nodes: readonly Node[], known: ReadonlySet<Node>): Map<Node, Open> {
  const groupOf = new Map<Node, Open>();
  const open = new OpenLoops();
  for (const node of nodes) {
    if (node.operation.kind === 'view' || isLeaf(node) || known.has(node)) continue;
    const sources = node.inputs.map(sourceOf).filter((source) => groupOf.has(source));
    const after = (group: Open | undefined): number => (group?.stage ?? 0) + 1;
    if (node.operation.kind !== 'map') {
      const stage = sources.reduce((latest, source) => Math.max(latest, after(groupOf.get(source))), 1);
      groupOf.set(node, { head: node, maps: [], stage, size: sizeOfShape(node.shape), shape: undefined });
      continue;
    }
    const size = sizeOfShape(node.shape);
    const shape = neededShape(node);
    // A loop that makes an input can be joined where every element needs only its own.
    const joinable = (source: Node): Open | undefined => {
      const group = groupOf.get(source);
      return group?.head === undefined && group?.size === size && sizeOfShape(source.shape) === size ? group : undefined;
    };
    let stage = Math.max(1, ...sources.map((source) => joinable(source)?.stage ?? after(groupOf.get(source))));
    const atStage = new Set(sources.map((source) => groupOf.get(source)).filter((group) => group?.stage === stage));
    let group = [...atStage][0] ?? open.find(stage, size, shape);
    if (atStage.size > 1 || (group !== undefined && (!fits(group.shape, shape) || group.maps.length >= MOST_MAPS))) {
      if (atStage.size > 0) stage++;
      group = open.find(stage, size, shape);
    }
    group ??= open.begin(stage, size);
    group.maps.push(node);
    group.shape ??= shape;
    groupOf.set(node, group);
  }
  return groupOf;
}

/** True where a loop's other inputs can be read while a product's rows and columns are gone through. */
function fitsHead(head: Node, group: Open): boolean {
  if (group.size !== sizeOfShape(head.shape) || group.shape === undefined) return group.size === sizeOfShape(head.shape);
  const columns = head.shape.at(-1) ?? 1;
  if (group.shape.at(-1) !== columns || columns === 1) return false;
  return group.maps.every((map) =>
    map.inputs.every(
      (input) => isFullOrSingle(input, map.shape) || sizeOfShape(input.shape) === (input.shape.at(-1) === columns ? columns : -1),
    ),
  );
}

const HEADS: ReadonlySet<string> = new Set(['matmul', 'convolution']);

/** The loops that read a node whole, each element for its own, in the order in which they were begun. */
function loopsByNode(groupOf: ReadonlyMap<Node, Open>): ReadonlyMap<Node, ReadonlySet<Open>> {
  const loops = new Map<Node, Set<Open>>();
  for (const group of new Set(groupOf.values())) {
    if (group.head !== undefined) continue;
    for (const input of group.maps.flatMap((map) => map.inputs)) {
      if (sizeOfShape(input.shape) !== group.size) continue;
      const source = sourceOf(input);
      const those = loops.get(source);
      if (those === undefined) loops.set(source, new Set([group]));
      else those.add(group);
    }
  }
  return loops;
}

/** Moves loops into the products before them. */
function joinHeads(groupOf: Map<Node, Open>): void {
  const heads = [...groupOf.values()].filter(({ head }) => head !== undefined && HEADS.has(head.operation.kind)).reverse();
  const loops = loopsByNode(groupOf);
  const moved = new Set<Node>();
  for (const product of heads) {
    const { head } = product;
    if (head === undefined) continue;
    // A loop that also needs a product that has been moved would wait for a loop that may wait for it.
    const waits = (group: Open): boolean => group.maps.some((map) => map.inputs.some((input) => moved.has(sourceOf(input))));
    const user = [...(loops.get(head) ?? [])].find(
      (group) => group.head === undefined && group.stage === product.stage + 1 && fitsHead(head, group) && !waits(group),
    );
    if (user === undefined) continue;
    moved.add(head);
    user.head = head;
    groupOf.set(head, user);
  }
}

/**
 * The kernels of a graph, in an order in which they can run.
 * @param known nodes that are there already, besides leaves.
 */
export function fuse(outputs: Outputs, known: ReadonlySet<Node> = new Set()): Group[] {
  const nodes = reachable(outputs);
  const groupOf = groupMaps(nodes, known);
  joinHeads(groupOf);
  const wanted = new Set([...outputs.values()].map(sourceOf));
  for (const node of nodes) {
    for (const input of node.inputs) {
      const source = sourceOf(input);
      if (node.operation.kind !== 'view' && groupOf.get(source) !== groupOf.get(node)) wanted.add(source);
    }
  }
  return [...new Set(groupOf.values())]
    .map(({ head, maps, stage }) => ({
      ...(head === undefined ? {} : { head }),
      maps,
      results: [...(head === undefined ? [] : [head]), ...maps].filter((node) => wanted.has(node)),
      stage,
    }))
    .sort((a, b) => a.stage - b.stage);
}
