/** A run of a program: its memory, with the state in it, and its entries, which read and change it. */
import { sizeOfShape, type Shape } from '../graph/node';
import { FLOAT } from '../kernels/kernel';
import { SETUP, type Facts, type Place, type Program } from './program';

type Run = () => void;

function isRun(value: WebAssembly.ExportValue | undefined): value is Run {
  return typeof value === 'function';
}

function exported(instance: WebAssembly.Instance, name: string): Run {
  const run = instance.exports[name];
  if (!isRun(run)) throw new Error(`the module has no "${name}"`);
  return run;
}

export class Compiled {
  readonly memory: WebAssembly.Memory;
  private readonly runs: ReadonlyMap<string, Run>;

  /** @param constants their numbers, in the order in which the program counts them. */
  constructor(
    private readonly program: Program,
    constants: readonly Float32Array[],
  ) {
    const { contents, entries, module, pages } = program;
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const instance = new WebAssembly.Instance(module, { env: { memory: this.memory } });
    this.runs = new Map(entries.map((name) => [name, exported(instance, name)]));
    for (const content of contents) {
      if ('value' in content) {
        this.at(content.address, content.size).fill(content.value);
        continue;
      }
      const data = constants[content.constant];
      if (data === undefined) throw new Error(`there is no constant ${content.constant}; there are ${constants.length}`);
      this.at(content.address, data.length).set(data);
    }
    this.run(SETUP);
  }

  private placeOf(name: string): Place {
    const place = this.program.places.get(name);
    if (place === undefined) throw new Error(`nothing compiled is called "${name}"`);
    return place;
  }

  private at(address: number, length: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.memory.buffer, address, length);
  }

  get facts(): Facts {
    return this.program.facts;
  }

  /** All of the state in one piece, gaps included: copied out and in again, it is as it was, bit for bit. */
  get stateBlock(): Float32Array<ArrayBuffer> {
    const { start, end } = this.program.state;
    return this.at(start, (end - start) / FLOAT);
  }
  /** True where something is read or made under this name: `state/w`, `step/input/x`, `step/loss`. */
  has(name: string): boolean {
    return this.program.places.has(name);
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
