/**
 * What graphs are compiled to: a WebAssembly module, and where everything lies in the memory of a run. The numbers of constants are no
 * part of it, so that runs of the same graphs over other numbers share it.
 */
import { sizeOfShape, sourceOf, type Node, type Outputs, type Shape } from '../graph/node';
import { FLOAT, roomFor, type Kernel } from '../kernels/kernel';
import { simplify } from '../passes/simplify';
import type { Pieces } from '../pieces';
import { ModuleBuilder } from '../wasm/module-builder';
import { knownBeforehand, lifetimesOf, planEntry, STATE, type Entry } from './entry';
import { FixedMemory, layOut } from './memory';
import { multiplyAddsIn } from './work';

/** Bytes of a page of WebAssembly's memory. */
const PAGE = 65536;
/** Vectors may be read beyond the last array's end. */
const SLACK = 256;
/** The entry that computes, once, what depends on constants alone. */
export const SETUP = 'setup';
/** Kernels whose calls are written in one piece of work. */
const KERNELS_A_PIECE = 400;

/** What was compiled, for people to see. */
export interface Facts {
  readonly kernels: Readonly<Record<string, number>>;
  /** Multiply-adds of all products, by entry. */
  readonly multiplyAdds: Readonly<Record<string, number>>;
  readonly functions: number;
  readonly codeBytes: number;
  readonly memoryBytes: number;
}

/** Where an array lies. */
export interface Place {
  readonly address: number;
  readonly shape: Shape;
}

/** What memory holds at first: the constant of that number, or one number in all places. */
export type Content =
  { readonly address: number; readonly constant: number } | { readonly address: number; readonly value: number; readonly size: number };

/** A program before the engine has translated its module. */
export interface ProgramText {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The memory's size, in pages. */
  readonly pages: number;
  readonly entries: readonly string[];
  readonly places: ReadonlyMap<string, Place>;
  /** The state's first byte, and the first behind it. */
  readonly state: { readonly start: number; readonly end: number };
  readonly contents: readonly Content[];
  readonly facts: Facts;
}

/** A program that runs can be made of. */
export interface Program extends ProgramText {
  readonly module: WebAssembly.Module;
}

/** Twice: what the first time has made simpler shows more. */
function* improve(given: Outputs): Pieces<Outputs> {
  const once = simplify(given);
  yield;
  const twice = simplify(once);
  yield;
  return twice;
}

class Writer {
  readonly places = new Map<string, Place>();
  readonly contents: Content[] = [];
  readonly fixed = new FixedMemory();
  /** Arrays that have one place for all entries. */
  readonly addresses = new Map<Node, number>();
  private readonly module = new ModuleBuilder();
  private readonly leaves = new Map<Float32Array | string, number>();
  private readonly numbers: ReadonlyMap<Float32Array, number>;
  private end = 0;

  constructor(constants: readonly Float32Array[]) {
    this.numbers = new Map(constants.map((data, number) => [data, number]));
  }

  /** Gives leaves their places; what is known beforehand and needed is returned, to be computed by the set-up. */
  placeLeaves(entries: readonly Entry[]): Map<string, Node> {
    const { addresses, fixed, places } = this;
    const setup = new Map<string, Node>();
    for (const entry of entries) {
      for (const node of entry.leaves) {
        const { operation, shape } = node;
        if (addresses.has(node)) continue;
        if (operation.kind === 'state') addresses.set(node, this.placeOf(STATE + operation.name).address);
        else if (operation.kind === 'input') {
          const address = fixed.take(roomFor(shape));
          addresses.set(node, address);
          places.set(`${entry.name}/input/${operation.name}`, { address, shape });
        } else if (operation.kind === 'constant') addresses.set(node, this.constant(operation.data, shape));
        else if (operation.kind === 'uniform') addresses.set(node, this.uniform(operation.value, shape));
        else setup.set(`known ${entry.name} ${node.id}`, node);
      }
    }
    return setup;
  }

  private constant(data: Float32Array, shape: Shape): number {
    return this.leaf(data, shape, (address) => {
      const constant = this.numbers.get(data);
      if (constant === undefined) throw new Error('a constant has no number');
      return { address, constant };
    });
  }

  private uniform(value: number, shape: Shape): number {
    const size = sizeOfShape(shape);
    return this.leaf(`${value} ${size}`, shape, (address) => ({ address, value, size }));
  }

  private leaf(key: Float32Array | string, shape: Shape, contentAt: (address: number) => Content): number {
    const known = this.leaves.get(key);
    if (known !== undefined) return known;
    const address = this.fixed.take(roomFor(shape));
    this.contents.push(contentAt(address));
    this.leaves.set(key, address);
    return address;
  }

  placeOf(name: string): Place {
    const place = this.places.get(name);
    if (place === undefined) throw new Error(`nothing compiled is called "${name}"`);
    return place;
  }

  /** Writes an entry's kernels and the function that calls them. */
  *emit(entry: Entry): Pieces<void> {
    const { addresses, fixed, module } = this;
    const shared = layOut(
      lifetimesOf(entry, (node) => addresses.has(node)),
      fixed.end,
    );
    this.end = Math.max(this.end, shared.end, fixed.end);
    const addressOf = (key: Node | Kernel): number => ('id' in key ? addresses.get(key) : undefined) ?? shared.addresses.get(key) ?? 0;
    yield;
    const calls: { readonly index: number; readonly values: readonly number[] }[] = [];
    for (const kernel of entry.kernels) {
      if (calls.length % KERNELS_A_PIECE === KERNELS_A_PIECE - 1) yield;
      const { reads, writes, distances = [], scratch } = kernel;
      const arrays = reads.length + writes.length;
      const values = [...reads.map(addressOf), ...writes.map(addressOf), ...distances, ...(scratch > 0 ? [addressOf(kernel)] : [])];
      const index = module.shared(`${kernel.key} (${reads.length}, ${writes.length})`, values.length, (f) =>
        kernel.write(f, {
          reads: reads.map((_, i) => i),
          writes: writes.map((_, i) => reads.length + i),
          distances: distances.map((_, i) => arrays + i),
          scratch: arrays + distances.length,
        }),
      );
      calls.push({ index, values });
    }
    module.entry(entry.name, (f) => {
      for (const { index, values } of calls) {
        for (const value of values) f.i32(value);
        f.call(index);
      }
      for (const { value, state } of entry.copies) {
        f.i32(this.placeOf(STATE + state).address).i32(addressOf(value));
        f.i32(sizeOfShape(value.shape) * FLOAT).copyMemory();
      }
    });
    for (const [name, node] of entry.outputs) {
      if (!name.startsWith(STATE)) this.places.set(`${entry.name}/${name}`, { address: addressOf(sourceOf(node)), shape: node.shape });
    }
  }

  /** The module, and how large its memory is and how many functions it has. */
  build(): { readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number; readonly functions: number } {
    const pages = Math.ceil((this.end + SLACK) / PAGE);
    return { bytes: this.module.build(pages), pages, functions: this.module.size };
  }
}

/**
 * Plans and writes the program of graphs over a common state.
 * @param state shapes by name.
 * @param graphs what each entry computes, by its name; outputs named `state/<name>` become the state's new values.
 * @param constants every constant's array, each once, as `structureOf` numbers them.
 */
export function* writeProgram(
  state: ReadonlyMap<string, Shape>,
  graphs: Readonly<Record<string, Outputs>>,
  constants: readonly Float32Array[],
): Pieces<ProgramText> {
  const writer = new Writer(constants);
  const { addresses, fixed, places } = writer;
  // The state comes first and in one piece.
  const start = fixed.end;
  for (const [name, shape] of state) places.set(STATE + name, { address: fixed.take(roomFor(shape)), shape });
  const end = fixed.end;
  const planned: Entry[] = [];
  const multiplyAdds: Record<string, number> = {};
  for (const [name, outputs] of Object.entries(graphs)) {
    const improved = yield* improve(outputs);
    const known = knownBeforehand(improved);
    multiplyAdds[name] = multiplyAddsIn(improved, known);
    planned.push(yield* planEntry(name, improved, known));
    yield;
  }
  const setup = writer.placeLeaves(planned);
  const setupEntry = yield* planEntry(SETUP, setup, new Set());
  writer.placeLeaves([setupEntry]);
  for (const node of setup.values()) addresses.set(node, fixed.take(roomFor(node.shape)));
  for (const entry of planned) {
    for (const [node, name] of entry.inPlace) addresses.set(node, writer.placeOf(STATE + name).address);
  }
  for (const entry of [setupEntry, ...planned]) yield* writer.emit(entry);
  const { bytes, pages, functions } = writer.build();
  const kernels = Object.fromEntries(planned.map((entry) => [entry.name, entry.kernels.length]));
  return {
    bytes,
    pages,
    entries: [SETUP, ...planned.map(({ name }) => name)],
    places,
    state: { start, end },
    contents: writer.contents,
    facts: { kernels, multiplyAdds, functions, codeBytes: bytes.length, memoryBytes: pages * PAGE },
  };
}
