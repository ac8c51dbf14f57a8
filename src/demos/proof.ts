/** `proof.ts` of a demo: its claim as assertions on real runs, the same in Node (cpu, wasm) and in a browser. */
import type { HostArray } from '../ml/model';
import type { Values } from './declaration';

/** A finished run, to be looked into. */
export interface ProofRun {
  /** Loss of steps 1 … n. */
  readonly loss: Float32Array;
  /** Latest held-out metrics. */
  readonly metrics: Readonly<Record<string, number>>;
  /** The frame's arrays at the end, those of the trainer (`weights/…`) included. */
  readonly arrays: Readonly<Record<string, HostArray>>;
  /** What it answered, in the order of what it was asked. */
  readonly answers: readonly Readonly<Record<string, HostArray>>[];
}

/** Where proofs run: a trainer on some backend. Whatever it makes, it frees. */
export interface Lab {
  readonly backend: string;
  /** Those of a proof’s seeds that are to be tried: all; in a check of one demo, which should take a minute, the first alone. */
  seeds(all: readonly number[]): readonly number[];
  /** Trains the demo from its defaults changed by `values`, with `seed`, for `steps` steps. */
  run(options: {
    readonly values?: Values;
    readonly seed?: number;
    readonly steps: number;
    readonly rows?: Float32Array;
    /** Units, or heads (`<node>#weights`), from 0, that are switched off as a reader does it, and the step before which that is done. */
    readonly off?: readonly { readonly layer: string; readonly unit: number; readonly step: number }[];
    /** What the run is asked at its end. */
    readonly asks?: readonly { readonly question: string; readonly values: Values }[];
  }): Promise<ProofRun>;
}

export interface Claim {
  /** A sentence: what is true when this passes. */
  readonly claim: string;
  check(lab: Lab): Promise<void>;
}

/** Fails the proof with a sentence that holds the numbers. */
export function require(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
