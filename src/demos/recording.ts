/** `run.json`: a recorded run of a demo. It is the picture before and without JavaScript and in print, and holds golden numbers. */
import type { Values } from './declaration';
import type { NetworkSpec } from '../ml/blueprint/network-spec';

export interface RecordedArray {
  readonly shape: readonly number[];
  /** Rounded to a few significant digits: enough for a picture. */
  readonly data: readonly number[];
}

export interface Recording {
  readonly values: Values;
  readonly seed: number;
  readonly steps: number;
  readonly spec?: NetworkSpec;
  /** The loss, thinned to what a curve needs. */
  readonly lossAt: readonly number[];
  readonly loss: readonly number[];
  readonly evaluatedAt: readonly number[];
  readonly evaluated: Readonly<Record<string, readonly number[]>>;
  readonly frame: { readonly step: number; readonly arrays: Readonly<Record<string, RecordedArray>> };
  /** What the run answers at that frame to the questions that the pictures ask, with these values of theirs. */
  readonly answers?: Readonly<Record<string, { readonly values: Values; readonly arrays: Readonly<Record<string, RecordedArray>> }>>;
  /** What the run answered on its way to the questions that are asked at fixed steps, by question, in the order of the steps. */
  readonly along?: Readonly<Record<string, readonly { readonly step: number; readonly arrays: Readonly<Record<string, RecordedArray>> }[]>>;
  /** Losses at a few steps in full precision, on the demo's reference backend: the contract test replays them. */
  readonly golden: { readonly steps: readonly number[]; readonly loss: readonly number[] };
}
