/** A look at one step from beside it, for breakpoints: what has to be looked at, and what is known then. */
import type { Trainer } from '../run/trainer';
import type { Wanted } from '../compiled/compiled-look';
import type { Flat, FlatUnits } from './flat-units';

/** What has to be looked at for what is asked: names of weights and nodes. */
export interface LookPlan {
  /** Weights whose gradients are measured. */
  readonly graded: readonly string[];
  /** Weights whose updates are measured. */
  readonly updated: readonly string[];
  /** Weights that are measured themselves. */
  readonly weighed: readonly string[];
  /** Nodes whose outputs are measured. */
  readonly outputs: readonly string[];
  readonly flatUnits: FlatUnits;
  /** The same as a wish to a compiled run: one object for as long as nothing else is asked. */
  readonly wanted: Wanted;
}

/** What is known of a step. */
export interface Sizes {
  /** By `gradNorm/<weight>`, `updateRatio/<weight>` (the norm of the update), `weightNorm/<weight>`, `largest/<node>`. */
  readonly sizes: ReadonlyMap<string, number>;
  /** By the activation's id. */
  readonly units: ReadonlyMap<string, Flat>;
}

/** A step that is being looked at: begun before it is trained. */
export interface StepMeasurement {
  /** It has been trained: what has changed is known now. */
  trained(trainer: Trainer): void;
  read(): Promise<Sizes>;
  /** Frees what has not been read. */
  dispose(): void;
}
