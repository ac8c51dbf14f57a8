/** The state of some of the members: out of a compiled run of all of them, and back into it. */
import type { NamedVariable, Share } from '../../../ml/model';
import type { CompiledRun } from '../compiled/compiled-run';

/** Numbers that one member has in each array of the state, [count, …]. */
export function sizesOf(named: readonly NamedVariable[], count: number): readonly (readonly [name: string, size: number])[] {
  return named.map(({ name, variable }) => {
    if (variable.shape[0] !== count) {
      throw new RangeError(`"${name}" has the shape [${variable.shape.join(', ')}]; stacked for ${count} members, it begins with ${count}`);
    }
    return [name, variable.size / count] as const;
  });
}

type Sizes = ReturnType<typeof sizesOf>;

/** Places of a share in an array of all members. */
function within(run: CompiledRun, name: string, size: number, { from, to }: Share): Float32Array {
  return run.array(name).subarray(from * size, to * size);
}

/** A copy of a share's state, one array after the other. @param share the members meant, by their numbers in the run. */
export function takeState(run: CompiledRun, sizes: Sizes, share: Share): Float32Array<ArrayBuffer> {
  const parts = sizes.map(([name, size]) => within(run, name, size, share));
  const state = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    state.set(part, at);
    at += part.length;
  }
  return state;
}

/** Puts such a copy in its place. */
export function putState(run: CompiledRun, sizes: Sizes, share: Share, state: Float32Array): void {
  let at = 0;
  for (const [name, size] of sizes) {
    const part = within(run, name, size, share);
    part.set(state.subarray(at, at + part.length));
    at += part.length;
  }
}
