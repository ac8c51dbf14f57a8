/** Weights that a step must not change, whatever computes it: kept before it, put back after it. */
import { dispose, tensor, tidy, where } from '@tensorflow/tfjs-core';
import type { HostArray, NamedVariable } from '../../../ml/model';

/** Elements of a weight that are held at zero, and what they will be again. Replaced as a whole, never changed in place. */
export interface Masked {
  /** 1 where an element is held. */
  readonly mask: Uint8Array;
  /** The element's value while it is held; elsewhere without meaning. */
  readonly behind: Float32Array;
}

/** By the weight's name. */
export type MaskedWeights = ReadonlyMap<string, Masked>;

/** A variable that is held: all of it, or the elements of a mask. */
export interface HeldVariable extends NamedVariable {
  readonly mask?: Uint8Array;
}

/** Takes a step, and puts back what is held: bit for bit as it was, optimiser slots among it if they are listed. */
export function keepingHeld<T>(held: readonly HeldVariable[], step: () => T): T {
  const before = held.map(({ variable }) => variable.clone());
  const result = step();
  held.forEach(({ variable, mask }, i) => {
    const was = before[i];
    if (was === undefined) return;
    if (mask === undefined) variable.assign(was);
    else tidy(() => variable.assign(where(tensor(mask, variable.shape, 'bool'), was, variable)));
  });
  dispose(before);
  return result;
}

const PREFIX = 'off/';

/** Masks as arrays of a snapshot. */
export function arraysOfMasks(masked: MaskedWeights): Record<string, HostArray> {
  return Object.fromEntries(
    [...masked].map(([name, { mask, behind }]) => {
      const data = new Float32Array(2 * mask.length);
      data.set(mask);
      data.set(behind, mask.length);
      return [`${PREFIX}${name}`, { shape: [2, mask.length], data }];
    }),
  );
}

/** Masks from a snapshot's arrays. */
export function masksOf(arrays: Readonly<Record<string, HostArray>>): MaskedWeights {
  return new Map(
    Object.entries(arrays).flatMap(([name, { data }]) => {
      if (!name.startsWith(PREFIX)) return [];
      const size = data.length / 2;
      const masked: Masked = { mask: Uint8Array.from(data.subarray(0, size)), behind: Float32Array.from(data.subarray(size)) };
      return [[name.slice(PREFIX.length), masked] as const];
    }),
  );
}
