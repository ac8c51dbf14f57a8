/** In which order kernels run: after what they read, and those that overwrite a state after everybody who reads the old one. */
import type { Node } from '../graph/node';
import type { Kernel } from '../kernels/kernel';

/** A new value of a state, and the leaf that stands for the old one (absent where nobody reads it). */
export interface StateWrite {
  readonly name: string;
  readonly value: Node;
  readonly old: Node | undefined;
}

export interface Order {
  readonly kernels: readonly Kernel[];
  /** Values that may be written straight to the place of the state. */
  readonly inPlace: ReadonlyMap<Node, string>;
}

/** True where one of these kernels waits, directly or not, for another. */
function waitFor(before: readonly ReadonlySet<number>[], from: readonly number[], to: number): boolean {
  const waiting = [...from];
  const seen = new Set<number>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...(before[at] ?? []));
  }
  return false;
}

/** By node, the kernels that read it. */
function readersOf(kernels: readonly Kernel[], nodes: ReadonlySet<Node>): ReadonlyMap<Node, readonly number[]> {
  const readers = new Map<Node, number[]>([...nodes].map((node) => [node, []]));
  kernels.forEach(({ reads }, index) => {
    for (const node of reads) {
      const those = readers.get(node);
      if (those !== undefined && those.at(-1) !== index) those.push(index);
    }
  });
  return readers;
}

/**
 * Goes over the kernels again and again, in their order, and takes each whose predecessors were taken.
 * @param before by kernel, those that must run before it.
 * @throws Error where they wait for each other in a circle.
 */
function sorted(kernels: readonly Kernel[], before: readonly ReadonlySet<number>[]): Kernel[] {
  const taken = kernels.map(() => false);
  const result: Kernel[] = [];
  let waiting = [...kernels.keys()];
  while (waiting.length > 0) {
    const still = waiting.filter((index) => {
      for (const one of before[index] ?? []) if (taken[one] !== true) return true;
      const kernel = kernels[index];
      if (kernel !== undefined) result.push(kernel);
      taken[index] = true;
      return false;
    });
    if (still.length === waiting.length) throw new Error('kernels wait for each other');
    waiting = still;
  }
  return result;
}

/**
 * Orders kernels.
 * @param kernels in the order in which they would run if nothing else counted.
 * @throws Error where they wait for each other in a circle.
 */
export function orderKernels(kernels: readonly Kernel[], writes: readonly StateWrite[]): Order {
  const makers = new Map<Node, number>();
  kernels.forEach((kernel, index) => {
    for (const node of kernel.writes) makers.set(node, index);
  });
  const before = kernels.map(({ reads }, index) => {
    const those = new Set<number>();
    for (const node of reads) {
      const maker = makers.get(node);
      if (maker !== undefined && maker !== index) those.add(maker);
    }
    return those;
  });
  const inPlace = new Map<Node, string>();
  const readersByNode = readersOf(kernels, new Set(writes.flatMap(({ old }) => old ?? [])));
  for (const { name, value, old } of writes) {
    const maker = makers.get(value);
    if (maker === undefined || inPlace.has(value)) continue;
    const readers = old === undefined ? [] : (readersByNode.get(old) ?? []);
    const others = readers.filter((reader) => reader !== maker);
    const itself = others.length === readers.length || (old !== undefined && kernels[maker]?.inPlace.has(old) === true);
    if (!itself || waitFor(before, others, maker)) continue;
    for (const reader of others) before[maker]?.add(reader);
    inPlace.set(value, name);
  }
  return { kernels: sorted(kernels, before), inPlace };
}
