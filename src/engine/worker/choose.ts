/** Which backend runs a model: measured on the model itself, not guessed. */
import { engineText } from '../../i18n/engine';
import type { BackendName, Measurement, Recipe } from '../protocol';
import { BACKEND_NAMES, mayBeThere, useBackend } from './backends';
import type { loadModel } from './models';
import { Trainer } from './trainer';

export type Definition = NonNullable<Awaited<ReturnType<typeof loadModel>>>;

/** Steps timed after one that warms up (compiles shaders, fills caches). */
const TIMED_STEPS = 3;

/**
 * Multiply-adds of one training step below which a GPU cannot win: it spends 20 to 100 microseconds to dispatch each of a step's
 * 80 to 500 operations, in which one CPU core does about 10^8 multiply-adds. So smaller models are not made to wait for shaders
 * to be compiled; `measure` times every backend whatever the size.
 */
export const GPU_WORTH_TRYING = 1e8;

/** Milliseconds a step takes on the active backend: the median of a few, after one to warm up. */
async function timeSteps(trainer: Trainer): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= TIMED_STEPS; i++) {
    const start = performance.now();
    trainer.advance();
    await trainer.collect();
    if (i > 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Infinity;
}

/** Times a model on one backend, or says why it cannot run there. Leaves that backend active. */
export async function measureOn(backend: BackendName, recipe: Recipe, definition: Definition): Promise<Measurement> {
  const failure = await useBackend(backend);
  if (failure !== undefined) return { backend, failure };
  let trainer: Trainer | undefined;
  try {
    trainer = await Trainer.create({ ...recipe, interventions: [] }, definition);
    return { backend, millisecondsPerStep: await timeSteps(trainer) };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return {
      backend,
      failure: { zh: engineText.cannotRun.zh.replace('{cause}', cause), en: engineText.cannotRun.en.replace('{cause}', cause) },
    };
  } finally {
    trainer?.dispose();
  }
}

/** Times a model on every backend that may be there. */
export async function measureAll(recipe: Recipe, definition: Definition): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const backend of BACKEND_NAMES) {
    measured.push(mayBeThere(backend) ? await measureOn(backend, recipe, definition) : { backend, failure: engineText.backendNotThere });
  }
  return measured;
}

/** The fastest of what was measured. */
export function fastest(measured: readonly Measurement[]): BackendName | undefined {
  const able = measured.filter((one) => one.millisecondsPerStep !== undefined);
  return able.sort((a, b) => (a.millisecondsPerStep ?? Infinity) - (b.millisecondsPerStep ?? Infinity))[0]?.backend;
}

/** Multiply-adds of a training step: forwards once, backwards about twice that. */
export function stepWork(trainer: Trainer): number {
  const batch = Math.max(1, ...Object.values(trainer.model.inputs(0)).map(({ shape }) => shape[0] ?? 1));
  return 3 * batch * trainer.multiplyAdds;
}

/** Measures the backends that start fast (and the GPU ones when the model is large enough for them) and names the fastest. */
export async function chooseBackend(
  recipe: Recipe,
  definition: Definition,
): Promise<{ readonly backend: BackendName | undefined; readonly measured: readonly Measurement[] }> {
  const measured = [await measureOn('wasm', recipe, definition), await measureOn('cpu', recipe, definition)];
  const trainer = await Trainer.create({ ...recipe, interventions: [] }, definition);
  const large = stepWork(trainer) >= GPU_WORTH_TRYING;
  trainer.dispose();
  for (const backend of ['webgl', 'webgpu'] as const) {
    if (large && mayBeThere(backend)) measured.push(await measureOn(backend, recipe, definition));
  }
  return { backend: fastest(measured), measured };
}
