/** States kept on the backend, to go back to a little way without reading anything. */
import { dispose, type Tensor } from '@tensorflow/tfjs-core';
import type { NamedVariable } from '../../../ml/model';
import type { MaskedWeights } from './frozen-weights';

/** Where slices are single steps: a gradient breaks one step before the loss, and is compared with the step before that. */
const KEPT = 3;

interface Checkpoint {
  readonly step: number;
  readonly tensors: ReadonlyMap<string, Tensor>;
  /** The memory of a compiled run, where that was what counted; there are no tensors then. */
  readonly block?: Float32Array;
  readonly masked: MaskedWeights;
}

function release(checkpoint: Checkpoint | undefined): void {
  if (checkpoint !== undefined) dispose([...checkpoint.tensors.values()]);
}

export class Checkpoints {
  private checkpoints: Checkpoint[] = [];

  /** Tensors held. */
  get tensors(): number {
    return this.checkpoints.reduce((sum, checkpoint) => sum + checkpoint.tensors.size, 0);
  }

  /** Keeps a state. Costs no copy, since weights are replaced, never overwritten. */
  keep(step: number, all: readonly NamedVariable[], masked: MaskedWeights): void {
    this.push({ step, tensors: new Map(all.map(({ name, variable }) => [name, variable.clone()])), masked });
  }

  /** Keeps the state of a compiled run. */
  keepBlock(step: number, block: Float32Array, masked: MaskedWeights): void {
    this.push({ step, tensors: new Map(), block, masked });
  }

  private push(checkpoint: Checkpoint): void {
    this.forget(checkpoint.step - 1);
    this.checkpoints.push(checkpoint);
    while (this.checkpoints.length > KEPT) release(this.checkpoints.shift());
  }

  /** Puts the latest state at or before a step back into the variables, unless it is a block, for the caller to put back; undefined where there is none. */
  restore(step: number, all: () => readonly NamedVariable[]): Omit<Checkpoint, 'tensors'> | undefined {
    const checkpoint = this.checkpoints.findLast((one) => one.step <= step);
    for (const { name, variable } of checkpoint === undefined || checkpoint.block !== undefined ? [] : all()) {
      const kept = checkpoint?.tensors.get(name);
      // The variable gets a handle of its own; the checkpoint stays as it is.
      if (kept !== undefined) variable.assign(kept);
    }
    return checkpoint;
  }

  /** Forgets the states after a step; all of them without one. */
  forget(after = -1): void {
    for (const checkpoint of this.checkpoints) if (checkpoint.step > after) release(checkpoint);
    this.checkpoints = this.checkpoints.filter(({ step }) => step <= after);
  }
}
