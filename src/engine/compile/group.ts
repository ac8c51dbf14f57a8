/** What the passes hand to the kernels: the operations that are done together. */
import type { Node } from './graph/node';

/** One kernel to be: an operation, maps in one loop, or both: maps applied to a product's result before it is stored. */
export interface Group {
  /** The operation that is no map, if there is one. */
  readonly head?: Node;
  /** Maps, inputs before what is made of them. */
  readonly maps: readonly Node[];
  /** What others need of it. */
  readonly results: readonly Node[];
  readonly stage: number;
}
