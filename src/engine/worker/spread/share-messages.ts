/** What a worker that trains many networks and its helpers, each with a share of them, say to one another. Types only. */
import type { Share } from '../../../ml/model';
import type { Recipe } from '../../protocol';

/** To a helper. */
export type ToHelper =
  /** Makes the share's model. */
  | { readonly type: 'make'; readonly recipe: Recipe; readonly share: Share }
  /** Trains from this state on, from one step up to another; evaluates at the steps in `due`, which are among those after the first. */
  | ({ readonly type: 'train'; readonly work: number; readonly state: Float32Array } & Work);

/** Steps that are trained at a stretch. */
export interface Work {
  readonly from: number;
  readonly to: number;
  readonly due: readonly number[];
}

/** What a share has come to. */
export interface Trained {
  /** All of the share's state, one array after the other. */
  readonly state: Float32Array;
  /** Each member's loss at each step, [steps, members]. */
  readonly losses: Float32Array;
  /** What each gives for what is held out, [due, members]. */
  readonly heldOut: Float32Array;
}

/** From a helper. */
export type FromHelper =
  | { readonly type: 'made' }
  | ({ readonly type: 'trained'; readonly work: number } & Trained)
  | { readonly type: 'failed'; readonly cause: string };
