/** States kept on the backend, to go back to a little way without reading anything. */
import { dispose, type Tensor } from '@tensorflow/tfjs-core';
import type { NamedVariable } from '../../ml/model';
import type { MaskedWeights } from './holding';

/** Where slices are single steps: a gradient breaks one step before the loss, and is compared with the step before that. */
const KEPT = 3;

interface Mark {
  readonly step: number;
  readonly tensors: ReadonlyMap<string, Tensor>;
  /** The memory of a compiled run, where that was what counted; there are no tensors then. */
  readonly block?: Float32Array;
  readonly masked: MaskedWeights;
}

function release(mark: Mark | undefined): void {
  if (mark !== undefined) dispose([...mark.tensors.values()]);
}

export class Marks {
  private marks: Mark[] = [];

  /** Tensors held. */
  get tensors(): number {
    return this.marks.reduce((sum, mark) => sum + mark.tensors.size, 0);
  }

  /** Keeps a state. Costs no copy, since weights are replaced, never overwritten. */
  keep(step: number, all: readonly NamedVariable[], masked: MaskedWeights): void {
    this.push({ step, tensors: new Map(all.map(({ name, variable }) => [name, variable.clone()])), masked });
  }

  /** Keeps the state of a compiled run. */
  keepBlock(step: number, block: Float32Array, masked: MaskedWeights): void {
    this.push({ step, tensors: new Map(), block, masked });
  }

  private push(mark: Mark): void {
    this.forget(mark.step - 1);
    this.marks.push(mark);
    while (this.marks.length > KEPT) release(this.marks.shift());
  }

  /** Puts the latest state at or before a step back into the variables, unless it is a block, for the caller to put back; undefined where there is none. */
  restore(step: number, all: () => readonly NamedVariable[]): Omit<Mark, 'tensors'> | undefined {
    const mark = this.marks.findLast((one) => one.step <= step);
    for (const { name, variable } of mark === undefined || mark.block !== undefined ? [] : all()) {
      const kept = mark?.tensors.get(name);
      // The variable gets a handle of its own; the mark stays as it is.
      if (kept !== undefined) variable.assign(kept);
    }
    return mark;
  }

  /** Forgets the states after a step; all of them without one. */
  forget(after = -1): void {
    for (const mark of this.marks) if (mark.step > after) release(mark);
    this.marks = this.marks.filter(({ step }) => step <= after);
  }
}
