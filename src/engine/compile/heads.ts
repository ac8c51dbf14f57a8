/** A tfjs program over variables, recorded under several heads and compiled: what a model's step, evaluation and pictures need. */
import type { DataType, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { Node } from './graph/node';
import type { Pause } from './pieces';
import { Compiled } from './plan/compiled';
import { programInPieces, programOf, sourceOfGraphs, type Source } from './programs';
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

/** Heads over one state, ready to be compiled, or to be compared with others. */
export function sourceOfHeads(variables: ReadonlyMap<string, Variable>, heads: Readonly<Record<string, Head>>): Source {
  const graphs = Object.fromEntries(Object.entries(heads).map(([name, { outputs }]) => [name, outputs]));
  return sourceOfGraphs(new Map([...variables].map(([name, { shape }]) => [name, shape])), graphs);
}

/** Compiles them at once. */
export function compileNow(source: Source): Compiled {
  return new Compiled(programOf(source), source.structure.constants);
}

/** The same in pieces, with a pause between two. @throws what a pause throws. */
export async function compileInPieces(source: Source, pause: Pause): Promise<Compiled> {
  return new Compiled(await programInPieces(source, pause), source.structure.constants);
}
