/** What a worker that trains many networks and its helpers, each with a share of them, say to one another. Types only. */
import type { Share } from '../../../ml/model';
import type { Recipe } from '../../protocol';

/** To a helper. */
export type ToHelper =
  /** Makes the share's model. */
  | { readonly type: 'make'; readonly recipe: Recipe; readonly share: Share }
  /** Trains from this state on, in pieces of so many steps. */
  | {
      readonly type: 'train';
      readonly work: number;
      readonly state: Float32Array;
      readonly from: number;
      readonly pieces: readonly number[];
    }
  /** Gives up the work under way. */
  | { readonly type: 'stop' };

/** What a share has come to. */
export interface Piece {
  /** All of the share's state, one array after the other. */
  readonly state: Float32Array;
  /** Each member's loss at each step, [steps, members]. */
  readonly losses: Float32Array;
}

/** From a helper. */
export type FromHelper =
  | { readonly type: 'made' }
  | ({ readonly type: 'piece'; readonly work: number } & Piece)
  | { readonly type: 'failed'; readonly cause: string };
