/** What a kernel is to the plan: which arrays it reads and writes, and its code over their addresses. */
import { sizeOfShape, type Node, type Shape } from '../graph/node';
import type { FunctionBuilder } from '../wasm/function-builder';

/** Parameters of a kernel's function. */
export interface Addresses {
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  /** Of the distances that are told at each call. */
  readonly distances: readonly number[];
  /** Of the scratch memory; only where some was asked for. */
  readonly scratch: number;
}

export interface Kernel {
  /** The same key, the same code. */
  readonly key: string;
  readonly reads: readonly Node[];
  readonly writes: readonly Node[];
  /** Of `reads`, those of which each element is needed only for the same element of the results: they may lie in the same place. */
  readonly inPlace: ReadonlySet<Node>;
  /** Bytes that its code is told at each call, so that kernels which differ in these alone share it. */
  readonly distances?: readonly number[];
  /** Bytes needed only while it runs. */
  readonly scratch: number;
  write(f: FunctionBuilder, at: Addresses): void;
}

/** Bytes of a float. */
export const FLOAT = 4;
/** Lanes of a vector. */
export const LANES = 4;
export const VECTOR = FLOAT * LANES;

/** Bytes of an array, with room up to the next whole vector. */
export function roomFor(shape: Shape): number {
  return Math.max(VECTOR, Math.ceil((sizeOfShape(shape) * FLOAT) / VECTOR) * VECTOR);
}
