/** What a step computes, and its gradient, recorded once: a piece of graph that is copied at each moment. */
import { reachable, type Graph } from '../graph/graph';
import { isLeaf, sameShape, type Node, type Operation, type Shape } from '../graph/node';
import { CannotRecord } from './recorder';

/** A node of the body by its place, or one outside that is the same for all copies: a known number. */
type Input = number | Node;

interface Line {
  readonly operation: Operation;
  readonly inputs: readonly Input[];
  readonly shape: Shape;
}

/** The nodes of a copy by their places. */
export type Values = Node[];

/** What was recorded of a step. */
export interface RecordedBody {
  /** Nodes that stand for what the step is given. */
  readonly given: readonly Node[];
  readonly results: readonly Node[];
  /** Nodes that stand for the gradients of the results; none where no gradient is wanted. */
  readonly seeds: readonly Node[];
  /** By what is given, what each of its uses adds to its gradient, in the order in which tfjs adds them. */
  readonly uses: readonly (readonly Node[])[];
}

/** How the gradients are made where some of the results have none. */
interface Backward {
  readonly lines: ReadonlyMap<number, Line>;
  /** By what is given, what each use adds; undefined where nothing comes of it. */
  readonly uses: readonly (readonly (Input | undefined)[])[];
}

/** The places that inputs need, smallest first, which is an order in which they can be made. */
function needed(from: readonly (Input | undefined)[], lineAt: (place: number) => Line | undefined): number[] {
  const found = new Set<number>();
  const waiting = from.filter((input) => typeof input === 'number');
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const line = lineAt(place);
    if (line === undefined || found.has(place)) continue;
    found.add(place);
    for (const input of line.inputs) if (typeof input === 'number') waiting.push(input);
  }
  return [...found].sort((a, b) => a - b);
}

function copy(graph: Graph, values: Values, places: Iterable<number>, lineAt: (place: number) => Line | undefined): void {
  for (const place of places) {
    const line = lineAt(place);
    if (line === undefined || values[place] !== undefined) continue;
    values[place] = graph.make(
      line.operation,
      line.inputs.map((input) => valueOf(values, input)),
      line.shape,
    );
  }
}

function valueOf(values: Values, input: Input): Node {
  const node = typeof input === 'number' ? values[input] : input;
  if (node === undefined) throw new Error('a node of a step comes before its inputs');
  return node;
}

export class Body {
  /** By place; what is given and the seeds come first and have none. */
  private readonly lines: (Line | undefined)[] = [];
  private readonly shapes: Shape[] = [];
  private readonly results: readonly Input[];
  private readonly uses: readonly (readonly Input[])[];
  private readonly forward: readonly number[];
  private readonly firstSeed: number;
  private readonly seedCount: number;
  private readonly backwards = new Map<string, Backward>();

  /** @throws Error where the step used a tensor that is neither given nor constant. */
  constructor({ given, results, seeds, uses }: RecordedBody) {
    const places = new Map<Node, number>();
    for (const node of [...given, ...seeds]) {
      places.set(node, places.size);
      this.lines.push(undefined);
      this.shapes.push(node.shape);
    }
    const inputOf = (node: Node): Input => places.get(node) ?? node;
    const all = new Map([...results, ...uses.flat()].map((node, index) => [String(index), node]));
    for (const node of reachable(all)) {
      if (places.has(node)) continue;
      const { kind } = node.operation;
      if (kind === 'input' || kind === 'state') throw new Error('a step uses a tensor that it is not given');
      if (isLeaf(node)) continue;
      const inputs = node.inputs.map(inputOf);
      if (!inputs.some((input) => typeof input === 'number')) continue;
      places.set(node, places.size);
      this.lines.push({ operation: node.operation, inputs, shape: node.shape });
      this.shapes.push(node.shape);
    }
    this.results = results.map(inputOf);
    this.uses = uses.map((those) => those.map(inputOf));
    this.forward = needed(this.results, (place) => this.lines[place]);
    this.firstSeed = given.length;
    this.seedCount = seeds.length;
  }

  /** Copies what the results need. @param given what this copy is given. */
  call(graph: Graph, given: readonly Node[]): { readonly values: Values; readonly results: readonly Node[] } {
    const values: Values = [...given];
    copy(graph, values, this.forward, (place) => this.lines[place]);
    return { values, results: this.results.map((result) => valueOf(values, result)) };
  }

  /**
   * Copies what the gradients of a copy need besides.
   * @param seeds gradients of its results; undefined where nothing depends on a result.
   * @param before by what was given, what is known of its gradient; undefined for nothing.
   * @returns the same with what each use adds behind it, added as soon as it is there, as on tfjs's tape.
   */
  gradients(
    graph: Graph,
    values: Values,
    seeds: readonly (Node | undefined)[],
    before: readonly (Node | undefined)[],
  ): readonly (Node | undefined)[] {
    const absent = Array.from({ length: this.seedCount }, (_, index) => seeds[index] === undefined);
    const key = absent.join();
    const known = this.backwards.get(key);
    const { lines, uses } = known ?? this.backwardWithout(graph, absent);
    if (known === undefined) this.backwards.set(key, { lines, uses });
    seeds.forEach((seed, index) => {
      if (seed !== undefined) values[this.firstSeed + index] = seed;
    });
    const sums = uses.map((_, index) => before[index]);
    const added = uses.map(() => 0);
    const addReady = (): void =>
      uses.forEach((those, index) => {
        for (let use = added[index] ?? 0; use < those.length; use++) {
          const input = those[use];
          const term = typeof input === 'number' ? values[input] : input;
          if (input !== undefined && term === undefined) return;
          added[index] = use + 1;
          const sum = sums[index];
          if (term !== undefined)
            sums[index] = sum === undefined ? term : graph.make({ kind: 'map', name: 'add' }, [sum, term], term.shape);
        }
      });
    const awaited = new Set(uses.flat());
    addReady();
    for (const place of lines.keys()) {
      copy(graph, values, [place], (one) => lines.get(one));
      if (awaited.has(place)) addReady();
    }
    return sums;
  }

  /** Gradients are sums of products with one seed each: what comes of an absent seed alone is absent, and left out of sums. */
  private backwardWithout(graph: Graph, absent: readonly boolean[]): Backward {
    const isSeed = (place: number): boolean => place >= this.firstSeed && place < this.firstSeed + this.seedCount;
    const fromSeeds = new Set(absent.map((_, index) => this.firstSeed + index));
    const gone = new Set(absent.flatMap((is, index) => (is ? [this.firstSeed + index] : [])));
    /** Sums of which one term is left are that term. */
    const same = new Map<number, Input>();
    const changed = new Map<number, Line>();
    const zero = (place: number): Node => graph.make({ kind: 'uniform', value: 0 }, [], this.shapes[place] ?? []);
    this.lines.forEach((line, place) => {
      if (line === undefined || isSeed(place)) return;
      const { operation, shape } = line;
      const inputs = line.inputs.map((input) => (typeof input === 'number' ? (same.get(input) ?? input) : input));
      const seeded = inputs.filter((input): input is number => typeof input === 'number' && fromSeeds.has(input));
      if (seeded.length === 0) return;
      fromSeeds.add(place);
      const left = seeded.filter((input) => !gone.has(input));
      const [first] = left;
      if (first === undefined) gone.add(place);
      else if (left.length < seeded.length && operation.kind === 'map' && operation.name === 'add') same.set(place, first);
      else {
        const filled = inputs.map((input) => (typeof input === 'number' && gone.has(input) ? zero(input) : input));
        changed.set(place, { operation, inputs: filled, shape });
      }
    });
    const lineAt = (place: number): Line | undefined => changed.get(place) ?? this.lines[place];
    const uses = this.uses.map((those) =>
      those.map((use) => {
        const found = typeof use === 'number' ? (same.get(use) ?? use) : use;
        return typeof found === 'number' && gone.has(found) ? undefined : found;
      }),
    );
    const lines = new Map<number, Line>();
    for (const place of needed(uses.flat(), lineAt)) {
      const line = lineAt(place);
      if (line !== undefined) lines.set(place, line);
    }
    return { lines, uses };
  }
}

/** A sum that tfjs has made, one term after the other: its terms behind the first. @throws CannotRecord where it does not begin with that. */
export function termsAfter(first: Node, sum: Node): readonly Node[] {
  const terms: Node[] = [];
  let rest = sum;
  while (rest !== first) {
    const [before, term] = rest.inputs;
    const isSum = rest.operation.kind === 'map' && rest.operation.name === 'add';
    if (!isSum || before === undefined || term === undefined || !sameShape(before.shape, first.shape)) {
      throw new CannotRecord('the gradient of a step is no sum over the uses of what it is given');
    }
    terms.unshift(term);
    rest = before;
  }
  return terms;
}
