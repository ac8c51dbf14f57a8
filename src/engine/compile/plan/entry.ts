/** One thing a plan can do (a step, an evaluation, a frame): its kernels in order, and which arrays are only needed on the way. */
import { reachable } from '../graph/graph';
import { isLeaf, sourceOf, type Node, type Outputs } from '../graph/node';
import { kernelOf } from '../kernels';
import { roomFor, type Kernel } from '../kernels/kernel';
import { fuse } from '../passes/fuse';
import type { Pieces } from '../pieces';
import type { Lifetime } from './memory';
import { orderKernels, type StateWrite } from './order';

/** Names of outputs that are new values of a state begin with this. */
export const STATE = 'state/';

export interface Entry {
  readonly name: string;
  readonly outputs: Outputs;
  readonly kernels: readonly Kernel[];
  /** Written straight to the place of the state of that name. */
  readonly inPlace: ReadonlyMap<Node, string>;
  /** Copied to the state when all is done. */
  readonly copies: readonly { readonly value: Node; readonly state: string }[];
  /** Leaves that are read, and uniform numbers that have to lie in memory. */
  readonly leaves: readonly Node[];
}

/** Everything that depends on constants alone and is no constant itself: it can be computed beforehand. */
export function knownBeforehand(outputs: Outputs): Set<Node> {
  const constant = new Set<Node>();
  const known = new Set<Node>();
  for (const node of reachable(outputs)) {
    const { kind } = node.operation;
    if (kind === 'input' || kind === 'state' || !node.inputs.every((input) => constant.has(input))) continue;
    constant.add(node);
    if (!isLeaf(node) && kind !== 'view') known.add(node);
  }
  return known;
}

function stateWrites(outputs: Outputs): { writes: StateWrite[]; leafCopies: { value: Node; state: string }[] } {
  const olds = new Map(
    reachable(outputs).flatMap((node) => (node.operation.kind === 'state' ? [[node.operation.name, node] as const] : [])),
  );
  const writes: StateWrite[] = [];
  const leafCopies: { value: Node; state: string }[] = [];
  for (const [name, node] of outputs) {
    if (!name.startsWith(STATE)) continue;
    const state = name.slice(STATE.length);
    const value = sourceOf(node);
    if (value.operation.kind === 'state') {
      if (value.operation.name !== state) throw new Error(`the state "${state}" takes over "${value.operation.name}"`);
    } else if (isLeaf(value)) leafCopies.push({ value, state });
    else writes.push({ name: state, value, old: olds.get(state) });
  }
  return { writes, leafCopies };
}

/** Chooses and orders the kernels of what is wanted. @param known nodes that are computed elsewhere. */
export function* planEntry(name: string, outputs: Outputs, known: ReadonlySet<Node>): Pieces<Entry> {
  const groups = fuse(outputs, known);
  yield;
  const kernels = groups.map(kernelOf);
  yield;
  const { writes, leafCopies } = stateWrites(outputs);
  const order = orderKernels(kernels, writes);
  yield;
  const copies = writes
    .filter(({ name: state, value }) => order.inPlace.get(value) !== state)
    .map(({ name: state, value }) => ({ value, state }));
  const made = new Set<Node>();
  for (const kernel of kernels) for (const node of kernel.writes) made.add(node);
  const leaves = new Set<Node>();
  const read = (node: Node): void => void (made.has(node) || leaves.add(node));
  for (const kernel of kernels) kernel.reads.forEach(read);
  for (const node of outputs.values()) read(sourceOf(node));
  return { name, outputs, kernels: order.kernels, inPlace: order.inPlace, copies: [...leafCopies, ...copies], leaves: [...leaves] };
}

/** The lives of all arrays that are made and needed by this entry alone. @param placed arrays that have a place already. */
export function lifetimesOf({ kernels, outputs, copies }: Entry, placed: (node: Node) => boolean): Lifetime<Node | Kernel>[] {
  const last = new Map<Node, number>();
  kernels.forEach((kernel, index) => kernel.reads.forEach((node) => last.set(node, index)));
  for (const node of [...[...outputs.values()].map(sourceOf), ...copies.map(({ value }) => value)]) last.set(node, kernels.length);
  return kernels.flatMap((kernel, index) => [
    ...kernel.writes
      .filter((node) => !placed(node))
      .map((node): Lifetime<Node | Kernel> => ({ key: node, bytes: roomFor(node.shape), first: index, last: last.get(node) ?? index })),
    ...(kernel.scratch > 0 ? [{ key: kernel, bytes: kernel.scratch, first: index, last: index }] : []),
  ]);
}
