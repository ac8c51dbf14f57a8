/** Graphs as text: what tells operations, and what tells whole graphs apart. */
import { reachable } from './graph';
import type { Node, Operation, Outputs } from './node';

const numbersOf = (numbers: readonly number[]): string => numbers.join();

/** Two operations with the same text compute the same; for constants, where they also have the same numbers. */
export function textOfOperation(operation: Operation): string {
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

/** What graphs compute, but for the numbers of their constants: those are told apart by their place among `constants` alone. */
export interface Structure {
  readonly text: string;
  /** Each array once, in the order of the text. */
  readonly constants: readonly Float32Array[];
}

/** The structure of graphs, by name. */
export function structureOf(graphs: Readonly<Record<string, Outputs>>): Structure {
  const numbers = new Map<Float32Array, number>();
  const lines: string[] = [];
  for (const [name, outputs] of Object.entries(graphs)) {
    lines.push(`graph ${name}`);
    const places = new Map<Node, number>();
    for (const node of reachable(outputs)) {
      places.set(node, places.size);
      const { operation } = node;
      let what = textOfOperation(operation);
      if (operation.kind === 'constant') {
        const number = numbers.get(operation.data) ?? numbers.size;
        numbers.set(operation.data, number);
        what += ` ${number}`;
      }
      for (const input of node.inputs) what += ` #${places.get(input)}`;
      lines.push(`${what} [${node.shape.join()}]`);
    }
    for (const [output, node] of outputs) lines.push(`${output}: #${places.get(node)}`);
  }
  return { text: lines.join('\n'), constants: [...numbers.keys()] };
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
