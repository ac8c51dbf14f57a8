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

/** True where one kernel waits, directly or not, for another. */
function waitsFor(before: readonly ReadonlySet<number>[], from: number, to: number): boolean {
  const waiting = [from];
  const seen = new Set<number>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...(before[at] ?? []));
  }
  return false;
}

/**
 * Orders kernels.
 * @param kernels in the order in which they would run if nothing else counted.
 * @throws Error where they wait for each other in a circle.
 */
export function orderKernels(kernels: readonly Kernel[], writes: readonly StateWrite[]): Order {
  const makers = new Map<Node, number>();
  kernels.forEach((kernel, index) => kernel.writes.forEach((node) => makers.set(node, index)));
  const before = kernels.map(
    (kernel, index) => new Set(kernel.reads.flatMap((node) => makers.get(node) ?? []).filter((maker) => maker !== index)),
  );
  const inPlace = new Map<Node, string>();
  for (const { name, value, old } of writes) {
    const maker = makers.get(value);
    if (maker === undefined || inPlace.has(value)) continue;
    const readers = kernels.flatMap((kernel, index) => (old !== undefined && kernel.reads.includes(old) ? [index] : []));
    const safe = readers.every((reader) =>
      reader === maker ? old !== undefined && kernels[maker]?.inPlace.has(old) === true : !waitsFor(before, reader, maker),
    );
    if (!safe) continue;
    for (const reader of readers) if (reader !== maker) before[maker]?.add(reader);
    inPlace.set(value, name);
  }
  const done = new Set<number>();
  const sorted: Kernel[] = [];
  while (sorted.length < kernels.length) {
    let moved = false;
    kernels.forEach((kernel, index) => {
      if (done.has(index) || ![...(before[index] ?? [])].every((one) => done.has(one))) return;
      done.add(index);
      sorted.push(kernel);
      moved = true;
    });
    if (!moved) throw new Error('kernels wait for each other');
  }
  return { kernels: sorted, inPlace };
}
