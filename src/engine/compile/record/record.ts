/** Runs something under the recording backend and hands out the graph of what it computed. */
import {
  getBackend,
  registerBackend,
  registerKernel,
  reshape,
  setBackend,
  tidy,
  type DataType,
  type NamedTensorInfoMap,
  type Rank,
  type Scalar,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { Node, Shape } from '../graph/node';
import { Call, type Recording } from './call';
import { convolutions } from './kernels/convolutions';
import { creation } from './kernels/creation';
import { elementwise } from './kernels/elementwise';
import { moves } from './kernels/moves';
import { products } from './kernels/products';
import { reductions } from './kernels/reductions';
import { CannotRecord } from './recorder';
import { UnrollingRecorder } from './unrolling';

const NAME = 'recorder';
const recordings: Readonly<Record<string, Recording>> = {
  ...convolutions,
  ...creation,
  ...elementwise,
  ...moves,
  ...products,
  ...reductions,
};

let recorder: UnrollingRecorder | undefined;

function theRecorder(): UnrollingRecorder {
  if (recorder !== undefined) return recorder;
  const made = new UnrollingRecorder();
  recorder = made;
  registerBackend(NAME, () => made, 0);
  made.register(NAME);
  for (const [kernelName, recording] of Object.entries(recordings)) {
    registerKernel({
      kernelName,
      backendName: NAME,
      kernelFunc: ({ inputs, attrs }) => {
        const attributes: Readonly<Record<string, unknown>> = attrs ?? {};
        const map: NamedTensorInfoMap = inputs;
        return recording(new Call(made, kernelName, map, attributes));
      },
    });
  }
  return made;
}

/** Gives what is recorded its inputs, and takes what it makes. */
export interface Recorded {
  /** A tensor that stands for numbers given at each run. */
  input(name: string, shape: Shape, dtype?: DataType): Tensor;
  /** One number given at each run. */
  scalar(name: string): Scalar;
  /** The node that a tensor stands for. */
  node(tensor: Tensor): Node;
}

/** A kernel that the recorder does not know, as tfjs reports it. */
function reason(error: unknown): unknown {
  const missing = /Cannot find registered kernel '(\w+)'|Kernel '(\w+)' not registered/.exec(error instanceof Error ? error.message : '');
  return missing === null ? error : new CannotRecord(`the kernel ${missing[1] ?? missing[2] ?? ''}`);
}

/**
 * Records what `program` does.
 * @param variables by the names of the state; they have their values back afterwards.
 * @throws CannotRecord where a kernel is not known, or numbers are read.
 */
export function record<T>(variables: ReadonlyMap<string, Variable>, program: (recording: Recorded) => T): T {
  const made = theRecorder();
  const before = getBackend();
  const kept = [...variables.values()].map((variable) => ({ variable, value: variable.clone() }));
  made.begin();
  // At once: setBackend waits for backends that start late, this one does not.
  void setBackend(NAME);
  try {
    const tensorOf = (node: Node, dtype: DataType): Tensor => made.tensorOf(node, dtype);
    // Each variable stands for its own node, even where two hold the same numbers.
    for (const [name, variable] of variables) {
      const start = tensorOf(made.graph.make({ kind: 'state', name }, [], variable.shape), variable.dtype);
      variable.assign(start);
      start.dispose();
    }
    let result: { readonly value: T } | undefined;
    tidy(() => {
      const value = program({
        input: (name, shape, dtype = 'float32') => tensorOf(made.graph.make({ kind: 'input', name }, [], shape), dtype),
        scalar: (name) => reshape<Rank.R0>(tensorOf(made.graph.make({ kind: 'input', name }, [], []), 'float32'), []),
        node: (tensor) => made.nodeOf(tensor),
      });
      result = { value };
    });
    if (result === undefined) throw new CannotRecord('nothing');
    return result.value;
  } catch (error) {
    throw reason(error);
  } finally {
    void setBackend(before);
    for (const { variable, value } of kept) {
      variable.assign(value);
      value.dispose();
    }
    made.end();
  }
}
