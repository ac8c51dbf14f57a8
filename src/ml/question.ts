/** What a model can be asked besides being trained: read this drawing, go on with this text. */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { HostArray } from './arrays';
import { createRandom, type Random } from './random';

type Arrays = Readonly<Record<string, HostArray>>;

/** What is asked: the same gives the same answer at the same weights. */
export interface Asked {
  /** Of the demo's parameters those whose effect is `ask`; a text in a link may have given them. */
  readonly values: Readonly<Record<string, unknown>>;
  /** For answers that are drawn by lot. */
  readonly random: Random;
}

/** What is asked, with its own random numbers: those of a question, whatever else a run's seed decides. */
export function askedWith(values: Asked['values'], seed: number): Asked {
  return { values, random: createRandom(seed).fork('ask') };
}

/**
 * A question, answered at the present weights and without changing them. One of many steps is answered in pieces, between which it may be
 * taken back: what a piece answers goes into the inputs of the next.
 */
export interface Question {
  /** What the first piece is computed from. The shapes may depend on what is asked; where they are the same, it is compiled once. */
  inputs(asked: Asked): Arrays;
  /** One piece, as tfjs ops on those inputs and the variables. Runs inside `tidy`. */
  answer(inputs: Readonly<Record<string, Tensor>>): Readonly<Record<string, Tensor>>;
  /** What the next piece is computed from; undefined where the last one has answered it all. @param pieces how many were answered. */
  next?(asked: Asked, answer: Arrays, pieces: number): Arrays | undefined;
}
