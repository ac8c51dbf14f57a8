/** Inputs and outputs of a compiled head: where they lie in its memory, and how they get there and back. */
import type { Variable } from '@tensorflow/tfjs-core';
import type { HostArray } from '../../../ml/model';
import type { Head } from '../../compile/heads';
import type { Compiled } from '../../compile/plan/compiled';

/** A model's state, by name. */
export type Variables = ReadonlyMap<string, Variable>;

/** Something that fills an input before the head is run. */
export interface Feed {
  readonly name: string;
  readonly target: Float32Array;
}

/** The feeds of a head for those of the names that it uses; in its memory they carry the prefix. */
export function feedsOf(compiled: Compiled, head: string, names: readonly string[], prefix = ''): readonly Feed[] {
  return names.flatMap((name) => {
    const place = `${head}/input/${prefix}${name}`;
    return compiled.has(place) ? [{ name, target: compiled.array(place) }] : [];
  });
}

/** Puts a step's arrays in. Throws where one is missing or has another shape than when the head was recorded. */
export function feed(feeds: readonly Feed[], inputs: Readonly<Record<string, HostArray>>, step: number): void {
  for (const { name, target } of feeds) {
    const data = inputs[name]?.data;
    if (data === undefined || data.length !== target.length) throw new Error(`step ${step} has no input "${name}" of the shape it had`);
    target.set(data);
  }
}

/** Copies of all that a head has computed, by name. */
export function readHead(compiled: Compiled, name: string, head: Head): Record<string, HostArray> {
  return Object.fromEntries(
    [...head.types].map(([id, dtype]) => {
      const data = compiled.array(`${name}/${id}`);
      return [id, { shape: compiled.shape(`${name}/${id}`), data: dtype === 'float32' ? data.slice() : Int32Array.from(data) }];
    }),
  );
}
