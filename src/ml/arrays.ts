/** Numbers by name: outside tfjs, and as weights in it. */
import type { Variable } from '@tensorflow/tfjs-core';

/** An array outside tfjs. */
export interface HostArray {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array;
}

/** A weight with a stable name: `<node id>/<role>`, e.g. `hidden1/kernel`, `hidden1/bias`. */
export interface NamedVariable {
  readonly name: string;
  readonly variable: Variable;
}
