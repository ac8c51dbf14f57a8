/** A tfjs program over variables, recorded under several heads and compiled: what a model's step, evaluation and pictures need. */
import type { DataType, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { Node, Shape } from './graph/node';
import { reachable } from './graph/graph';
import { Compiled } from './plan/compiled';
import { record, type Recorded } from './record/record';

/** What one recorded head gave: nodes by name, and their types. */
export interface Head {
  readonly outputs: ReadonlyMap<string, Node>;
  readonly types: ReadonlyMap<string, DataType>;
}

/** Collects named tensors while recording. */
export class Collector {
  readonly outputs = new Map<string, Node>();
  readonly types = new Map<string, DataType>();
  constructor(readonly recorded: Recorded) {}

  /** Names a result. */
  give(name: string, tensor: Tensor): void {
    this.outputs.set(name, this.recorded.node(tensor));
    this.types.set(name, tensor.dtype);
  }
}

/** Records a head. @param variables the state, by name. @throws CannotRecord. */
export function recordHead(variables: ReadonlyMap<string, Variable>, program: (collector: Collector) => void): Head {
  return record(variables, (recorded) => {
    const collector = new Collector(recorded);
    program(collector);
    return collector;
  });
}

/** Numbers of an array as a short text that changes when they do (FNV-1a over its bytes). */
function fingerprint(data: Float32Array): string {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(data.buffer, data.byteOffset, data.byteLength)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
}

/** What tells heads apart: two with the same text compute the same. */
export function textOf({ outputs }: Head): string {
  const place = new Map<Node, number>();
  const lines = reachable(outputs).map((node, index) => {
    place.set(node, index);
    const { operation } = node;
    const what =
      operation.kind === 'constant'
        ? `constant ${fingerprint(operation.data)}`
        : JSON.stringify(operation, (_, value: unknown) => (typeof value === 'number' ? String(value) : value));
    return `${what} ${node.inputs.map((input) => place.get(input)).join()} ${node.shape.join()}`;
  });
  return [...lines, ...[...outputs].map(([name, node]) => `${name} ${place.get(node)}`)].join('\n');
}

/** Compiles heads over one state. */
export function compileHeads(variables: ReadonlyMap<string, Variable>, heads: Readonly<Record<string, Head>>): Compiled {
  const state = new Map<string, Shape>([...variables].map(([name, { shape }]) => [name, shape]));
  return new Compiled(state, Object.fromEntries(Object.entries(heads).map(([name, { outputs }]) => [name, outputs])));
}
