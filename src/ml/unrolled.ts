/** A step that is taken over and over: a cell of a recurrent network at each moment of a sequence. */
import { backend, clone, customGrad, type Tensor } from '@tensorflow/tfjs-core';

/**
 * From what is given at a moment, the state before it and weights to the state behind it, by tfjs ops alone. It depends on its arguments
 * only: every tensor whose gradient is wanted is one of them.
 */
export type Step = (given: Tensor, state: readonly Tensor[], weights: readonly Tensor[]) => readonly Tensor[];

/** What a step is taken over. */
export interface Sequence {
  /** What is given at each moment, in the order of the steps. */
  readonly moments: readonly Tensor[];
  /** The state before the first moment; it may be a shorter one than those that steps make. */
  readonly start: readonly Tensor[];
  readonly weights: readonly Tensor[];
  /** Where the steps are in pieces between which no gradient goes back. */
  readonly pieces?: Pieces | undefined;
}

/** Pieces of a sequence. */
export interface Pieces {
  /** The moments, above 0, with which a piece begins. */
  readonly begin: ReadonlySet<number>;
  /** Whether a piece begins with the numbers in which the one before it ends, or with the start again. */
  readonly carried: boolean;
}

/** The same numbers, from which no gradient goes back to where they come from: an op of no inputs on tfjs's tape. */
function cutOff(tensor: Tensor): Tensor {
  return customGrad(() => ({ value: clone(tensor), gradFunc: () => [] }))();
}

/** A backend that need not run a step again that it has run on tensors of these shapes: the compiler's recorder. */
interface Unrolling {
  unroll(step: Step, sequence: Sequence, wanted: number): Tensor[][];
}

function unrolls(active: object): active is Unrolling {
  return 'unroll' in active && typeof active.unroll === 'function';
}

/**
 * Takes the step at every moment. A compiled run records its ops and their gradients once and not at every moment; elsewhere this is a
 * plain loop. Numbers and gradients are the same, bit for bit, where no step hands on a tensor that it was given, and no weight is used elsewhere.
 * @param wanted how many tensors of each state are handed out, the first ones.
 * @returns by moment.
 */
export function unrolled(step: Step, sequence: Sequence, wanted = 1): Tensor[][] {
  const active = backend();
  if (unrolls(active)) return active.unroll(step, sequence, wanted);
  let state = sequence.start;
  const { pieces } = sequence;
  return sequence.moments.map((given, moment) => {
    if (pieces?.begin.has(moment) === true) state = pieces.carried ? state.map(cutOff) : sequence.start;
    state = step(given, state, sequence.weights);
    return state.slice(0, wanted);
  });
}
