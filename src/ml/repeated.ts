/** Functions of tensors that are called over and over: a cell at each moment of a sequence, equal blocks on top of each other. */
import { backend, type Tensor } from '@tensorflow/tfjs-core';

/** From tensors to tensors by tfjs ops alone, with nothing else told from call to call. */
export type Repeatable = (...given: Tensor[]) => Tensor[];

/** A backend that need not run a function again that it has run on tensors of these shapes: the compiler's recorder. */
interface Repeating {
  repeat(repeatable: Repeatable, given: readonly Tensor[]): Tensor[];
}

function repeats(active: object): active is Repeating {
  return 'repeat' in active && typeof active.repeat === 'function';
}

/**
 * The same function, for which a compiled step records its ops and their gradients once, and not at every call; elsewhere it is the function
 * itself. Numbers and gradients are the same, bit for bit.
 * @param repeatable depends on its arguments alone: every tensor whose gradient is wanted is one of them.
 */
export function repeated(repeatable: Repeatable): Repeatable {
  return (...given) => {
    const active = backend();
    return repeats(active) ? active.repeat(repeatable, given) : repeatable(...given);
  };
}
