/** Every demo compiled computes what it computes eagerly. A new folder in src/demos is tested by being there. */
import { describe, expect, it } from 'vitest';
import { demos } from '../../src/demos/registry';
import type { Demo, Values } from '../../src/demos/declaration';
import type { Snapshot } from '../../src/engine/protocol';
import { stepWork } from '../../src/engine/worker/backends/choose';
import { defaultsOf } from '../../src/demos/resolve';
import { labTrainer } from '../../src/engine/worker/lab';
import type { Trainer } from '../../src/engine/worker/run/trainer';

/** More than an epoch of most demos, and enough for moments, decays and schedules to have moved away from where they begin. */
const STEPS = 60;
/** Multiply-adds of all eager steps of one comparison: a second of tfjs's plain backend. Larger models take fewer steps. */
const AFFORDABLE = 3e7;
/** Multiply-adds a step from which the plain backend, ten times slower than WASM where images are multiplied, takes minutes for its held-out metrics alone. */
const LARGE = 1e6;
/** Relative, in losses and weights. */
const TOLERANCE = 1e-4;
/** Some runs part from any other rounding: where they are shown because they are unstable, or a unit is just about to fire. These may not part within so many steps from the same state. */
const STRETCH = 5;
/** Relative, over such a stretch: the slope of a sigmoid that is one rounding away from 1 is known to three digits (the saturated preset of `sigmoid-chain`: 2.1e-4). */
const STRETCH_TOLERANCE = 5e-4;
/**
 * Adam divides a gradient by its own size, so one as small as a rounding of the largest moves its weight by as much as any. In
 * `block-race` that is one weight of 2,520, whose gradient is 1.4e-8 compiled and 1.2e-8 eagerly where the largest is 2.9e-2: after a
 * step it is 2e-4 apart, and all others agree to 1e-6. So few weights, and no further:
 */
const ROUNDED_SHARE = 1e-3;
const ROUNDED_TOLERANCE = 5e-3;

/** Relative, in held-out metrics: one example of 500 that lies on the border between two classes may fall on either side. */
const METRIC_TOLERANCE = 2e-3;
/** Smaller metrics are held to the tolerance of this one: `linear-collapse` shows how far two ways of rounding are apart. */
const LEAST_METRIC = 1e-3;

/**
 * Weights that are all smaller are held to the tolerance of this one: the gradient of a bias before batch norm is 0, and what little
 * it moves is rounding (`batch-norm`: 5e-7 after 500 steps).
 */
const LEAST_WEIGHT = 1e-3;

interface Trained {
  readonly loss: Float32Array;
  readonly snapshot: Snapshot;
}

async function train(trainer: Trainer, steps: number): Promise<Trained> {
  await trainer.collect();
  for (const end = trainer.step + steps; trainer.step < end;) trainer.advanceUpTo(end - trainer.step);
  const { loss } = await trainer.collect();
  return { loss, snapshot: await trainer.snapshot() };
}

/** The run in stretches: what each gave, and the state before the first. */
async function stretches(trainer: Trainer): Promise<readonly [Snapshot, readonly Trained[]]> {
  const steps = Math.max(2, Math.min(STEPS, Math.floor(AFFORDABLE / Math.max(1, stepWork(trainer.model)))));
  const start = await trainer.snapshot();
  const parts: Trained[] = [];
  for (let done = 0; done < steps; done += STRETCH) parts.push(await train(trainer, Math.min(STRETCH, steps - done)));
  return [start, parts];
}

/** The largest distance of two arrays, relative to the largest number of the second, or to `least`; Infinity where one alone is not finite. */
function distance(given: ArrayLike<number>, wanted: ArrayLike<number>, least = 1e-6): number {
  if (given.length !== wanted.length) return Infinity;
  let [apart, largest] = [0, least];
  for (let i = 0; i < wanted.length; i++) {
    const [one = NaN, value = NaN] = [given[i], wanted[i]];
    if (Number.isFinite(one) !== Number.isFinite(value)) return Infinity;
    // What overflows does so on both sides.
    if (!Number.isFinite(value)) continue;
    largest = Math.max(largest, Math.abs(value));
    apart = Math.max(apart, Math.abs(one - value));
  }
  return apart / largest;
}

/** The same for losses and every weight; an optimiser's moments may all but cancel out. */
function apart(weights: readonly string[], given: Trained, wanted: Trained): number {
  const arrays = weights.map((name) =>
    distance(given.snapshot.arrays[name]?.data ?? [], wanted.snapshot.arrays[name]?.data ?? [], LEAST_WEIGHT),
  );
  return Math.max(distance(given.loss, wanted.loss), ...arrays);
}

/** The share of all weights that are further apart than `tolerance`, relative to the largest of their array. */
function shareBeyond(weights: readonly string[], given: Trained, wanted: Trained, tolerance: number): number {
  let [beyond, count] = [0, 0];
  for (const name of weights) {
    const [some, others] = [given.snapshot.arrays[name]?.data ?? [], wanted.snapshot.arrays[name]?.data ?? []];
    const largest = Array.from(others).reduce(
      (most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
      LEAST_WEIGHT,
    );
    count += others.length;
    for (let i = 0; i < others.length; i++) if (Math.abs((some[i] ?? NaN) - (others[i] ?? NaN)) > tolerance * largest) beyond++;
  }
  return beyond / Math.max(1, count);
}

/** Values under which a demo is compared: with each optimiser it offers, and each preset; those that come to the same once. */
function variants(demo: Demo): [string, Values][] {
  const { optimiser } = demo.parameters;
  const optimisers = optimiser?.kind === 'choice' ? Object.keys(optimiser.options) : [];
  const all = [
    ...(optimisers.length === 0 ? [['as it is', {}] as [string, Values]] : []),
    ...optimisers.map((name): [string, Values] => [`with ${name}`, { optimiser: name }]),
    ...Object.entries(demo.presets ?? {}).map(([name, preset]): [string, Values] => [`preset ${name}`, preset.values]),
  ];
  const whole = (values: Values): string =>
    JSON.stringify(
      Object.entries({ ...defaultsOf(demo), ...values })
        .filter(([name]) => !['view', 'ask'].includes(demo.parameters[name]?.effect ?? ''))
        .sort(),
    );
  return [...new Map(all.toReversed().map((one) => [whole(one[1]), one])).values()].toReversed();
}

describe.each([...demos].map(([id, demo]) => ({ id, demo })))('$id, compiled,', ({ id, demo }) => {
  it.each(variants(demo))('trains as it does eagerly, %s', async (_, values) => {
    const compiled = await labTrainer('compiled', id, demo, { values });
    const eager = await labTrainer(stepWork(compiled.model) > LARGE ? 'wasm' : 'cpu', id, demo, { values });
    const [some, others] = [await compiled.collect(), await eager.collect()];
    expect(Object.keys(some.evaluated).sort()).toEqual(Object.keys(others.evaluated).sort());
    for (const [name, [value = NaN]] of Object.entries(others.evaluated)) {
      const apart = Math.abs((some.evaluated[name]?.[0] ?? NaN) - value);
      expect(apart, `${name} before the first step`).toBeLessThanOrEqual(METRIC_TOLERANCE * Math.max(LEAST_METRIC, Math.abs(value)));
    }
    // Metrics on the way would take the plain backend longer than its steps.
    for (const trainer of [compiled, eager]) trainer.evaluateOnlyFor(STEPS);
    const [start, parts] = await stretches(eager);
    const weights = eager.model.variables.map(({ name }) => name);
    let straight = 0;
    for (const part of parts) straight = Math.max(straight, apart(weights, await train(compiled, part.loss.length), part));
    if (straight > TOLERANCE) {
      const states = [start, ...parts.map(({ snapshot }) => snapshot)];
      for (const [index, part] of parts.entries()) {
        compiled.restore(states[index] ?? start);
        const again = await train(compiled, part.loss.length);
        const from = `from step ${states[index]?.step}`;
        expect(distance(again.loss, part.loss), `losses ${from}`).toBeLessThanOrEqual(STRETCH_TOLERANCE);
        expect(apart(weights, again, part), `weights ${from}`).toBeLessThanOrEqual(ROUNDED_TOLERANCE);
        expect(shareBeyond(weights, again, part, STRETCH_TOLERANCE), `share of weights ${from}`).toBeLessThanOrEqual(ROUNDED_SHARE);
      }
    }
    eager.dispose();
    compiled.dispose();
  });

  it('gives the same losses bit for bit from the same seed, and goes on alike from a snapshot', async () => {
    const [first, second] = [await labTrainer('compiled', id, demo), await labTrainer('compiled', id, demo)];
    const curve = await train(first, 50);
    const half = await train(second, 25);
    expect(half.loss).toEqual(curve.loss.slice(0, 25));
    await train(second, 10);
    second.restore(half.snapshot);
    const rest = await train(second, 25);
    expect(rest.loss).toEqual(curve.loss.slice(25));
    expect(rest.snapshot).toEqual(curve.snapshot);
    first.dispose();
    second.dispose();
  });
});
