/** Graphs as text: what tells operations, and what tells whole graphs apart. */
import { reachable } from './graph';
import type { Operation, Outputs, Shape } from './node';

const numbersOf = (numbers: readonly number[]): string => numbers.join();

/** Two operations with the same text compute the same; for constants, where they also have the same numbers. */
function textOfOperation(operation: Operation): string {
  const { kind } = operation;
  switch (kind) {
    case 'input':
    case 'state':
      return `${kind} ${operation.name}`;
    case 'uniform':
      return `${kind} ${operation.value}`;
    case 'map':
      return operation.numbers === undefined ? `${kind} ${operation.name}` : `${kind} ${operation.name} ${numbersOf(operation.numbers)}`;
    case 'matmul':
      return `${kind} ${operation.transposeA} ${operation.transposeB}`;
    case 'move': {
      const { inside } = operation;
      const bounds = inside === undefined ? '' : ` inside ${numbersOf(inside.from)} to ${numbersOf(inside.to)} else ${inside.fill}`;
      return `${kind} ${operation.offset} ${numbersOf(operation.strides)}${bounds}`;
    }
    case 'constant':
    case 'view':
    case 'gather':
    case 'segmentSum':
      return kind;
    default:
      // JSON has no infinities and no NaN.
      return JSON.stringify(operation, (_, value: unknown) => (typeof value === 'number' ? String(value) : value));
  }
}

/** Gives equal operations and shapes one number each. They are compared as text, and each object is written out once. */
export class Numbering {
  private readonly numbers = new Map<string, number>();
  private readonly objects = new Map<Operation | Shape, number>();
  private readonly arrays = new Map<Float32Array, number>();

  private numberOf(key: Operation | Shape, text: string): number {
    const number = this.numbers.get(text) ?? this.numbers.size;
    this.numbers.set(text, number);
    this.objects.set(key, number);
    return number;
  }

  /** Of an operation; constants have one number where their numbers are in the same array. */
  operation(operation: Operation): number {
    const known = this.objects.get(operation);
    if (known !== undefined) return known;
    if (operation.kind !== 'constant') return this.numberOf(operation, textOfOperation(operation));
    const array = this.arrays.get(operation.data) ?? this.arrays.size;
    this.arrays.set(operation.data, array);
    return this.numberOf(operation, `${textOfOperation(operation)} ${array}`);
  }

  shape(shape: Shape): number {
    return this.objects.get(shape) ?? this.numberOf(shape, `[${shape.join()}]`);
  }

  /** What has a number, in the order of the numbers. */
  get texts(): readonly string[] {
    return [...this.numbers.keys()];
  }
  /** The constants' arrays, each once. */
  get constants(): readonly Float32Array[] {
    return [...this.arrays.keys()];
  }
}

/** What graphs compute, but for the numbers of their constants: those are told apart by their place among `constants` alone. */
export interface Structure {
  readonly text: string;
  /** Each array once, in the order of the text. */
  readonly constants: readonly Float32Array[];
}

/** The structure of graphs, by name. */
export function structureOf(graphs: Readonly<Record<string, Outputs>>): Structure {
  const numbering = new Numbering();
  const lines: string[] = [];
  for (const [name, outputs] of Object.entries(graphs)) {
    lines.push(`graph ${name}`);
    /** By the node's number. */
    const places: number[] = [];
    reachable(outputs).forEach(({ id, operation, shape, inputs }, place) => {
      places[id] = place;
      let line = `${numbering.operation(operation)} ${numbering.shape(shape)}`;
      for (const input of inputs) line += ` #${places[input.id]}`;
      lines.push(line);
    });
    for (const [output, { id }] of outputs) lines.push(`${output}: #${places[id]}`);
  }
  return { text: [...numbering.texts, ...lines].join('\n'), constants: numbering.constants };
}

/** The same 32 bits in every place; NaN is itself here, and the two zeros differ. */
function sameBits(a: Float32Array, b: Float32Array): boolean {
  if (a.length !== b.length) return false;
  const [some, others] = [a, b].map(({ buffer, byteOffset, length }) => new Uint32Array(buffer, byteOffset, length));
  return some?.every((bits, i) => bits === others?.[i]) ?? false;
}

/** True where graphs compute the same, bit for bit. */
export function sameStructure(a: Structure, b: Structure): boolean {
  return a.text === b.text && a.constants.every((data, i) => sameBits(data, b.constants[i] ?? new Float32Array()));
}
