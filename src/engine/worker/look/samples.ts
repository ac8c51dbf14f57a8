/** On how many samples the units of a network are looked at, the same wherever that is done. */
import { tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { ForwardResult, HostArray, Model } from '../../../ml/model';
import { toTensor } from '../model/tensors';

/** Activations are those of the batches of the next steps, until there are so many samples: whether a unit is dead shows on few of them. */
const SAMPLES = 128;
const MOST_BATCHES = 16;
/** A batch with more numbers than this is enough by itself. */
const MOST_NUMBERS = 300_000;

type Arrays = Readonly<Record<string, HostArray>>;

/** Inputs that are a row a sample: masks and scalars of a step are not. */
export function rowsAmong(model: Model, inputs: Arrays): Record<string, HostArray> {
  const names = [...Object.keys(model.spec?.inputs ?? {}), 't', 'weights'];
  return Object.fromEntries(Object.entries(inputs).filter(([name, { shape }]) => shape.length > 0 && names.includes(name)));
}

/** What nodes give, and the values inside them that have a name. Call where the pass was made, in the same `tidy`. */
export function valuesOf({ activations, inner }: ForwardResult): Readonly<Record<string, Tensor>> {
  return { ...activations, ...inner?.() };
}

/** What the nodes give for a step's batch, at the weights as they are; no gradient, no change. The caller disposes of it. */
export function activationsOf(model: Model, inputs: Arrays): Record<string, Tensor> {
  return tidy(() => {
    const tensors = Object.fromEntries(Object.entries(inputs).map(([name, array]) => [name, toTensor(array)]));
    const made: Record<string, Tensor> = {};
    // A clone: what a node gives may be a variable itself.
    for (const [name, value] of Object.entries(valuesOf(model.forward(tensors)))) made[name] = value.clone();
    return made;
  });
}

function sameNumbers(one: HostArray | undefined, other: HostArray | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.data.length === other.data.length &&
    one.data.every((value, i) => value === other.data[i])
  );
}

/**
 * The inputs that units are looked at with: those of the next steps, until there are enough samples; batches that come round again
 * are left out.
 * @param numbers how many numbers all nodes together give for the first batch.
 * @returns the first batch first.
 */
export function batchesFrom(model: Model, step: number, numbers: number): readonly Arrays[] {
  const first = model.inputs(step);
  // A model without a network has its samples under this name, if it has any.
  const names = model.spec === undefined ? ['x'] : Object.keys(model.spec.inputs);
  const rows = Object.values(rowsAmong(model, first))[0]?.shape[0] ?? SAMPLES;
  const wanted = Math.min(MOST_BATCHES, Math.ceil(SAMPLES / Math.max(1, rows)), Math.ceil(MOST_NUMBERS / Math.max(1, numbers)));
  const batches: Arrays[] = [first];
  while (batches.length < wanted) {
    const next = model.inputs(step + batches.length);
    if (batches.some((batch) => names.every((name) => sameNumbers(batch[name], next[name])))) break;
    batches.push(next);
  }
  return batches;
}
