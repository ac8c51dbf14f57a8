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
function isFullOrSingle(input: Node, size: number): boolean {
  const own = sizeOfShape(input.shape);
  return own === 1 || own === size;
}

const trimmed = (shape: Shape): string => shape.filter((length) => length !== 1).join();

/** The dimensions that a map needs to tell which element of a broadcast input it reads; undefined where none is broadcast. */
function neededShape(node: Node, size: number): Shape | undefined {
  for (const input of node.inputs) if (!isFullOrSingle(input, size)) return node.shape;
  return undefined;
}

const fits = (a: Shape | undefined, b: Shape | undefined): boolean =>
  a === undefined || b === undefined || a === b || trimmed(a) === trimmed(b);

/** Loops that maps may still join, found by stage and size in the order in which they were begun. */
class OpenLoops {
  private readonly byStage: Map<number, Open[]>[] = [];

  begin(stage: number, size: number): Open {
    const group: Open = { maps: [], stage, size, shape: undefined };
    const bySize = (this.byStage[stage] ??= new Map<number, Open[]>());
    const others = bySize.get(size);
    if (others === undefined) bySize.set(size, [group]);
    else others.push(group);
    return group;
  }

  /** The first that has room for a map that needs these dimensions. */
  find(stage: number, size: number, shape: Shape | undefined): Open | undefined {
    return this.byStage[stage]?.get(size)?.find((one) => one.maps.length < MOST_MAPS && fits(one.shape, shape));
  }
}

/** The groups that make what a node reads, by its inputs; undefined for what is there already. */
function makersOf(node: Node, groupOf: ReadonlyMap<Node, Open>): (Open | undefined)[] {
  return node.inputs.map((input) => groupOf.get(sourceOf(input)));
}

function groupMaps(nodes: readonly Node[], known: ReadonlySet<Node>): Map<Node, Open> {
  const groupOf = new Map<Node, Open>();
  const open = new OpenLoops();
  for (const node of nodes) {
    if (node.operation.kind === 'view' || isLeaf(node) || known.has(node)) continue;
    const makers = makersOf(node, groupOf);
    const size = sizeOfShape(node.shape);
    let stage = 1;
    if (node.operation.kind !== 'map') {
      for (const maker of makers) if (maker !== undefined) stage = Math.max(stage, maker.stage + 1);
      groupOf.set(node, { head: node, maps: [], stage, size, shape: undefined });
      continue;
    }
    const shape = neededShape(node, size);
    makers.forEach((maker, index) => {
      if (maker === undefined) return;
      // A loop that makes an input can be joined where every element needs only its own.
      const joinable = maker.head === undefined && maker.size === size && sizeOfShape(node.inputs[index]?.shape ?? []) === size;
      stage = Math.max(stage, joinable ? maker.stage : maker.stage + 1);
    });
    let first: Open | undefined;
    let several = false;
    for (const maker of makers) {
      if (maker?.stage !== stage || maker === first) continue;
      if (first !== undefined) several = true;
      else first = maker;
    }
    let group = first ?? open.find(stage, size, shape);
    if (several || (group !== undefined && (!fits(group.shape, shape) || group.maps.length >= MOST_MAPS))) {
      if (first !== undefined) stage++;
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
      (input) => isFullOrSingle(input, group.size) || sizeOfShape(input.shape) === (input.shape.at(-1) === columns ? columns : -1),
    ),
  );
}

const HEADS: ReadonlySet<string> = new Set(['matmul', 'convolution']);

/** The loops that read a node whole, each element for its own, in the order in which they were begun. */
function loopsByNode(groups: Iterable<Open>): ReadonlyMap<Node, readonly Open[]> {
  const loops = new Map<Node, Open[]>();
  for (const group of groups) {
    if (group.head !== undefined) continue;
    for (const map of group.maps) {
      for (const input of map.inputs) {
        if (sizeOfShape(input.shape) !== group.size) continue;
        const source = sourceOf(input);
        const those = loops.get(source);
        if (those === undefined) loops.set(source, [group]);
        else if (those.at(-1) !== group) those.push(group);
      }
    }
  }
  return loops;
}

/** Moves loops into the products before them. @param groups in the order in which they were begun. */
function joinHeads(groupOf: Map<Node, Open>, groups: ReadonlySet<Open>): void {
  const heads = [...groups].filter(({ head }) => head !== undefined && HEADS.has(head.operation.kind)).reverse();
  const loops = loopsByNode(groups);
  const moved = new Set<Node>();
  for (const product of heads) {
    const { head } = product;
    if (head === undefined) continue;
    // A loop that also needs a product that has been moved would wait for a loop that may wait for it.
    const waits = (group: Open): boolean => group.maps.some((map) => map.inputs.some((input) => moved.has(sourceOf(input))));
    const user = loops
      .get(head)
      ?.find((group) => group.head === undefined && group.stage === product.stage + 1 && fitsHead(head, group) && !waits(group));
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
  joinHeads(groupOf, new Set(groupOf.values()));
  const wanted = new Set([...outputs.values()].map(sourceOf));
  for (const node of nodes) {
    if (node.operation.kind === 'view' || node.inputs.length === 0) continue;
    const own = groupOf.get(node);
    for (const input of node.inputs) {
      const source = sourceOf(input);
      if (groupOf.get(source) !== own) wanted.add(source);
    }
  }
  return [...new Set(groupOf.values())]
    .sort((a, b) => a.stage - b.stage)
    .map(({ head, maps, stage }) => {
      const results = maps.filter((node) => wanted.has(node));
      if (head === undefined) return { maps, results, stage };
      if (wanted.has(head)) results.unshift(head);
      return { head, maps, results, stage };
    });
}
