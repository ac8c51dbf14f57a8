/** Graphs compiled to WebAssembly over one memory: the state, and entries that read and change it. */
import { sizeOfShape, type Node, type Outputs, type Shape } from '../graph/node';
import { FLOAT, roomFor, type Kernel } from '../kernels/kernel';
import { isLeaf, sourceOf } from '../passes/fuse';
import { share } from '../passes/share';
import { simplify } from '../passes/simplify';
import { ModuleBuilder } from '../wasm/module-builder';
import { knownBeforehand, lifetimesOf, planEntry, STATE, type Entry } from './entry';
import { FixedMemory, layOut } from './memory';
import { multiplyAddsIn } from './work';

const PAGE = 65536;
/** Vectors may be read beyond the last array's end. */
const SLACK = 256;
const SETUP = 'setup';

/** What was compiled, for people to see. */
export interface Facts {
  readonly kernels: Readonly<Record<string, number>>;
  /** Multiply-adds of all products, by entry. */
  readonly multiplyAdds: Readonly<Record<string, number>>;
  readonly functions: number;
  readonly codeBytes: number;
  readonly memoryBytes: number;
}

interface Place {
  readonly address: number;
  readonly shape: Shape;
}

type Run = () => void;

function isRun(value: WebAssembly.ExportValue | undefined): value is Run {
  return typeof value === 'function';
}

function exported(instance: WebAssembly.Instance, name: string): Run {
  const run = instance.exports[name];
  if (!isRun(run)) throw new Error(`the module has no "${name}"`);
  return run;
}

/** Passes in their order: each makes the next one's work smaller. */
function improve(outputs: Outputs): Outputs {
  return share(simplify(share(simplify(share(outputs)))));
}

export class Compiled {
  readonly memory: WebAssembly.Memory;
  readonly facts: Facts;
  private readonly stateStart: number;
  private readonly stateEnd: number;
  private readonly places = new Map<string, Place>();
  private readonly runs = new Map<string, Run>();

  /**
   * Compiles entries over a common state.
   * @param state shapes by name.
   * @param entries what each computes, by name; outputs named `state/<name>` become the state's new values.
   */
  constructor(state: ReadonlyMap<string, Shape>, entries: Readonly<Record<string, Outputs>>) {
    const improved = Object.entries(entries).map(([name, outputs]) => [name, improve(outputs)] as const);
    const fixed = new FixedMemory();
    const addresses = new Map<Node, number>();
    const contents: { readonly address: number; readonly data: Float32Array }[] = [];
    // The state comes first and in one piece.
    this.stateStart = fixed.end;
    for (const [name, shape] of state) this.places.set(STATE + name, { address: fixed.take(roomFor(shape)), shape });
    this.stateEnd = fixed.end;
    const known = new Map(improved.map(([name, outputs]) => [name, knownBeforehand(outputs)]));
    const planned = improved.map(([name, outputs]) => planEntry(name, outputs, known.get(name) ?? new Set()));
    const setup = this.placeLeaves(planned, fixed, addresses, contents);
    const setupEntry = planEntry(SETUP, setup, new Set());
    this.placeLeaves([setupEntry], fixed, addresses, contents);
    for (const node of setup.values()) addresses.set(node, fixed.take(roomFor(node.shape)));
    for (const entry of planned) {
      for (const [node, name] of entry.inPlace) addresses.set(node, this.placeOf(STATE + name).address);
    }

    const module = new ModuleBuilder();
    let end = fixed.end;
    for (const entry of [setupEntry, ...planned]) {
      const shared = layOut(
        lifetimesOf(entry, (node) => addresses.has(node)),
        fixed.end,
      );
      end = Math.max(end, shared.end);
      const addressOf = (key: Node | Kernel): number => ('id' in key ? addresses.get(key) : undefined) ?? shared.addresses.get(key) ?? 0;
      this.emit(module, entry, addressOf);
      for (const [name, node] of entry.outputs) {
        if (!name.startsWith(STATE)) this.places.set(`${entry.name}/${name}`, { address: addressOf(sourceOf(node)), shape: node.shape });
      }
    }
    const pages = Math.ceil((end + SLACK) / PAGE);
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const bytes = module.build(pages);
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory: this.memory } });
    for (const name of [SETUP, ...planned.map((entry) => entry.name)]) this.runs.set(name, exported(instance, name));
    for (const { address, data } of contents) this.at(address, data.length).set(data);
    this.run(SETUP);
    this.facts = {
      kernels: Object.fromEntries(planned.map(({ name, kernels }) => [name, kernels.length])),
      multiplyAdds: Object.fromEntries(improved.map(([name, outputs]) => [name, multiplyAddsIn(outputs, known.get(name))])),
      functions: module.size,
      codeBytes: bytes.length,
      memoryBytes: pages * PAGE,
    };
  }

  /** Gives leaves their places; what is known beforehand and needed is returned, to be computed by the set-up. */
  private placeLeaves(
    entries: readonly Entry[],
    fixed: FixedMemory,
    addresses: Map<Node, number>,
    contents: { readonly address: number; readonly data: Float32Array }[],
  ): Map<string, Node> {
    const setup = new Map<string, Node>();
    const constants = new Map<Float32Array | string, number>();
    for (const entry of entries) {
      for (const node of entry.leaves) {
        const { operation, shape } = node;
        if (addresses.has(node)) continue;
        if (operation.kind === 'state') addresses.set(node, this.placeOf(STATE + operation.name).address);
        else if (operation.kind === 'input') {
          const address = fixed.take(roomFor(shape));
          addresses.set(node, address);
          this.places.set(`${entry.name}/input/${operation.name}`, { address, shape });
        } else if (operation.kind === 'constant' || operation.kind === 'uniform') {
          const key = operation.kind === 'constant' ? operation.data : `${operation.value} ${sizeOfShape(shape)}`;
          const address = constants.get(key) ?? fixed.take(roomFor(shape));
          if (!constants.has(key)) {
            const data = operation.kind === 'constant' ? operation.data : new Float32Array(sizeOfShape(shape)).fill(operation.value);
            contents.push({ address, data });
            constants.set(key, address);
          }
          addresses.set(node, address);
        } else if (!isLeaf(node)) setup.set(`known ${entry.name} ${node.id}`, node);
      }
    }
    return setup;
  }

  private emit(module: ModuleBuilder, entry: Entry, addressOf: (key: Node | Kernel) => number): void {
    const calls = entry.kernels.map((kernel) => {
      const { reads, writes, scratch } = kernel;
      const values = [...reads.map(addressOf), ...writes.map(addressOf), ...(scratch > 0 ? [addressOf(kernel)] : [])];
      const index = module.shared(`${kernel.key} (${reads.length}, ${writes.length})`, values.length, (f) =>
        kernel.write(f, {
          reads: reads.map((_, i) => i),
          writes: writes.map((_, i) => reads.length + i),
          scratch: reads.length + writes.length,
        }),
      );
      return { index, values };
    });
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
  }

  private placeOf(name: string): Place {
    const place = this.places.get(name);
    if (place === undefined) throw new Error(`nothing compiled is called "${name}"`);
    return place;
  }

  private at(address: number, length: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.memory.buffer, address, length);
  }

  /** All of the state in one piece, gaps included: copied out and in again, it is as it was, bit for bit. */
  get stateBlock(): Float32Array<ArrayBuffer> {
    return this.at(this.stateStart, (this.stateEnd - this.stateStart) / FLOAT);
  }
  /** True where something is read or made under this name: `state/w`, `step/input/x`, `step/loss`. */
  has(name: string): boolean {
    return this.places.has(name);
  }
  /** The numbers under a name, in place: written to, they count at the next run; they change with every run. */
  array(name: string): Float32Array<ArrayBuffer> {
    const { address, shape } = this.placeOf(name);
    return this.at(address, sizeOfShape(shape));
  }
  shape(name: string): Shape {
    return this.placeOf(name).shape;
  }
  /** Runs an entry. */
  run(entry: string): void {
    this.entry(entry)();
  }
  /** An entry as a function, for loops. */
  entry(name: string): () => void {
    const run = this.runs.get(name);
    if (run === undefined) throw new Error(`there is no entry "${name}"`);
    return run;
  }
}
