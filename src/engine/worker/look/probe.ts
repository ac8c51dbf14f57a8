/** A look inside a run: what each layer holds, gives and is about to change, in a few numbers; in full for the layers asked for. */
import { tidy } from '@tensorflow/tfjs-core';
import { at, atOr } from '../../../base/at';
import type { HostArray } from '../../../ml/model';
import { placeOfValue } from '../../../ml/blueprint/inner-values';
import { activationNameOf } from '../../../ml/blueprint/layers';
import { flatness, summarise, type Summary } from '../../../ml/blueprint/statistics';
import type { Probe, Snapshot } from '../../protocol';
import { activationsOf, batchesFrom, rowsAmong } from './samples';
import { readAll, toHost } from '../model/tensors';
import { inspectStep } from '../run/training-step';
import type { Trainer } from '../run/trainer';

type Arrays = Record<string, HostArray>;

function joined(parts: readonly HostArray[]): HostArray {
  const [first] = parts;
  const data = new Float32Array(parts.reduce((sum, part) => sum + part.data.length, 0));
  let from = 0;
  for (const part of parts) {
    data.set(part.data, from);
    from += part.data.length;
  }
  return { shape: [parts.reduce((sum, { shape }) => sum + atOr(shape, 0, 1), 0), ...(first?.shape.slice(1) ?? [])], data };
}

/** Activations and inputs of as many samples as it takes. */
async function manyActivations(trainer: Trainer): Promise<{ readonly given: Arrays; readonly inputs: Arrays }> {
  const { model, step } = trainer;
  const look = (inputs: Readonly<Record<string, HostArray>>): Promise<Arrays> => readAll(activationsOf(model, inputs));
  const first = await look(model.inputs(step));
  const numbers = Object.values(first).reduce((sum, { data }) => sum + data.length, 0);
  const batches = batchesFrom(model, step, numbers);
  const given = [first];
  for (const batch of batches.slice(1)) given.push(await look(batch));
  const all = (parts: readonly Arrays[]): Arrays =>
    Object.fromEntries(Object.keys(at(parts, 0)).map((name) => [name, joined(parts.flatMap((part) => part[name] ?? []))]));
  return { given: all(given), inputs: all(batches.map((batch) => rowsAmong(model, batch))) };
}

/** Summary of a node's outputs; where it is an activation, also where it is flat. */
function nodeSummary(trainer: Trainer, id: string, array: HostArray, given: Arrays): Summary {
  const summary = summarise(array.data, array.shape);
  const node = trainer.model.spec?.nodes.find((one) => one.id === id);
  const before = given[node?.from[0] ?? ''];
  const name = activationNameOf(node);
  if (name === undefined || before === undefined) return summary;
  const { saturated, dead } = flatness(before.data, at(before.shape, -1), name);
  return { ...summary, saturated, dead: dead.filter(Boolean).length / Math.max(1, dead.length) };
}

/** What the step would add to each weight, frozen layers and units that are off taken into account. */
async function updatesOf(trainer: Trainer, weights: Arrays): Promise<Arrays> {
  trainer.advance();
  const after = await Promise.all(trainer.model.variables.map(async ({ name, variable }) => [name, await toHost(variable)] as const));
  return Object.fromEntries(
    after.map(([name, { shape, data }]) => {
      const before = weights[name]?.data ?? data;
      return [name, { shape, data: Float32Array.from(data, (value, i) => value - (before[i] ?? 0)) }];
    }),
  );
}

const prefixed = (kind: string, arrays: Arrays): [string, HostArray][] =>
  Object.entries(arrays).map(([name, array]) => [`${kind}/${name}`, array]);

async function metricsNow(trainer: Trainer): Promise<Record<string, number>> {
  const evaluated = tidy(() => trainer.model.evaluate());
  const entries = Object.entries(evaluated).map(async ([name, value]) => {
    if (typeof value === 'number') return [name, value] as const;
    const [number = NaN] = await value.data();
    value.dispose();
    return [name, number] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function look(trainer: Trainer, layers: readonly string[]): Promise<Omit<Probe, 'milliseconds'>> {
  const { model, step } = trainer;
  const reads = model.variables.map(async ({ name, variable }) => [name, await toHost(variable)] as const);
  const weights = Object.fromEntries(await Promise.all(reads));
  const { activations, gradients: slopes, loss: lossTensor } = inspectStep(model, step);
  for (const one of Object.values(activations)) one.dispose();
  const { loss } = await readAll({ loss: lossTensor });
  const gradients = await readAll(slopes);
  const { given, inputs } = await manyActivations(trainer);
  const metrics = await metricsNow(trainer);
  const updates = await updatesOf(trainer, weights);
  const numbers = [...prefixed('weights', weights), ...prefixed('gradients', gradients), ...prefixed('updates', updates)];
  const wanted = (name: string): boolean => layers.some((layer) => placeOfValue(name).id === layer || name.startsWith(`${layer}/`));
  return {
    step,
    loss: loss?.data[0] ?? NaN,
    metrics,
    summaries: Object.fromEntries([
      ...numbers.map(([name, { data, shape }]) => [name, summarise(data, shape)] as const),
      ...Object.entries(given).map(([id, array]) => [`activations/${id}`, nodeSummary(trainer, id, array, given)] as const),
    ]),
    arrays: Object.fromEntries([
      ...[...numbers, ...prefixed('activations', given)].filter(([name]) => wanted(name.slice(name.indexOf('/') + 1))),
      ...(layers.length > 0 ? prefixed('inputs', inputs) : []),
    ]),
  };
}

/**
 * Looks inside a run where it stands, or at the state of a snapshot; the run is left as it was, bit for bit.
 * @param layers nodes (or beginnings of weights' names) whose numbers are wanted in full.
 */
export async function probe(trainer: Trainer, layers: readonly string[], snapshot?: Snapshot): Promise<Probe> {
  const start = performance.now();
  const seen = await trainer.aside(snapshot, () => look(trainer, layers));
  return { ...seen, milliseconds: performance.now() - start };
}
