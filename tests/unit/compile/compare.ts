/** Runs the same tfjs ops eagerly on the cpu backend and compiled, and compares the numbers. */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { setBackend, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import '../../../src/ml/gradients';
import { expect } from 'vitest';
import type { HostArray } from '../../../src/ml/model';
import { createRandom } from '../../../src/ml/random';
import { compileNow } from '../../../src/engine/compile/heads';
import type { Compiled } from '../../../src/engine/compile/plan/compiled';
import { sourceOfGraphs } from '../../../src/engine/compile/programs';
import { record } from '../../../src/engine/compile/record/record';

export type Program = (inputs: Record<string, Tensor>) => Tensor | readonly Tensor[];

const listed = (made: Tensor | readonly Tensor[]): readonly Tensor[] => (made instanceof tf.Tensor ? [made] : made);

/** Compiles a program over inputs of known shapes; its results are `result0`, `result1`, ... */
export function compile(inputs: Readonly<Record<string, HostArray>>, program: Program): Compiled {
  const outputs = record(new Map(), (recorded) => {
    const given = Object.fromEntries(
      Object.entries(inputs).map(([name, { shape, data }]) => [
        name,
        recorded.input(name, shape, data instanceof Int32Array ? 'int32' : 'float32'),
      ]),
    );
    return new Map(listed(program(given)).map((result, index) => [`result${index}`, recorded.node(result)]));
  });
  return compileNow(sourceOfGraphs(new Map(), { run: outputs }));
}

/** What the program gives, compiled: several runs, so that nothing depends on what lay in memory before. */
export function compiledResults(inputs: Readonly<Record<string, HostArray>>, program: Program): number[][] {
  const compiled = compile(inputs, program);
  let results: number[][] = [];
  for (let run = 0; run < 2; run++) {
    for (const [name, { data }] of Object.entries(inputs)) {
      if (compiled.has(`run/input/${name}`)) compiled.array(`run/input/${name}`).set(data);
    }
    compiled.run('run');
    const next: number[][] = [];
    for (let index = 0; compiled.has(`run/result${index}`); index++) next.push([...compiled.array(`run/result${index}`)]);
    if (run > 0) expect(next).toEqual(results);
    results = next;
  }
  return results;
}

/** What it gives eagerly. */
export async function eagerResults(inputs: Readonly<Record<string, HostArray>>, program: Program): Promise<number[][]> {
  await setBackend('cpu');
  return tidy(() => {
    const given = Object.fromEntries(
      Object.entries(inputs).map(([name, { shape, data }]) => [
        name,
        tensor(data, [...shape], data instanceof Int32Array ? 'int32' : 'float32'),
      ]),
    );
    return listed(program(given)).map((result) => Array.from(result.dataSync()));
  });
}

/** Inputs are about 1, and what their sums leave once they cancel carries their rounding, 1.2e-7 each, however small itself. */
const ROUNDING = 1e-6;

/** Fails where compiled and eager results differ by more than `tolerance` of the largest number of that result, and rounding. */
export async function expectSame(inputs: Readonly<Record<string, HostArray>>, program: Program, tolerance = 2e-6): Promise<void> {
  const eager = await eagerResults(inputs, program);
  const compiled = compiledResults(inputs, program);
  expect(compiled.length).toBe(eager.length);
  eager.forEach((wanted, index) => {
    const given = compiled[index] ?? [];
    expect(given.length).toBe(wanted.length);
    const scale = wanted.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
    wanted.forEach((value, place) => {
      const one = given[place] ?? NaN;
      const close = Object.is(one, value) || one === value || Math.abs(one - value) <= tolerance * scale + ROUNDING;
      if (!close) expect.fail(`result ${index} at ${place}: compiled ${one}, eager ${value}`);
    });
  });
}

/** Random numbers of a shape, normal with the deviation given. */
export function numbers(shape: readonly number[], seed: number, deviation = 1): HostArray {
  const random = createRandom(seed).fork('numbers');
  const size = shape.reduce((product, length) => product * length, 1);
  return { shape, data: Float32Array.from({ length: size }, () => deviation * random.normal()) };
}

/** Random whole numbers in [0, below). */
export function wholes(shape: readonly number[], seed: number, below: number): HostArray {
  const random = createRandom(seed).fork('wholes');
  const size = shape.reduce((product, length) => product * length, 1);
  return { shape, data: Int32Array.from({ length: size }, () => Math.floor(random.uniform() * below)) };
}

/** An input by name. */
export function of(inputs: Readonly<Record<string, tf.Tensor>>, name: string): tf.Tensor {
  const tensor = inputs[name];
  if (tensor === undefined) throw new Error(`no input "${name}"`);
  return tensor;
}

/** A program together with the gradients of its weighted sum with respect to the inputs named. */
export function withGradients(program: (inputs: Record<string, tf.Tensor>) => tf.Tensor, names: readonly string[]): Program {
  return (inputs) => {
    const gradients = tf.grads((...given: tf.Tensor[]) => {
      const all = { ...inputs, ...Object.fromEntries(names.map((name, i) => [name, given[i] ?? tf.scalar(0)])) };
      const made = program(all);
      return tf.sum(tf.mul(made, tf.sin(tf.reshape(tf.range(0, made.size), made.shape))));
    });
    return [program(inputs), ...gradients(names.map((name) => of(inputs, name)))];
  };
}
