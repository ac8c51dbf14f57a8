/** Which backend runs a model: measured on the model itself, not guessed. */
import { median } from '../../../base/median';
import { atOr } from '../../../base/at';
import { engineText } from '../../../i18n/engine';
import { fill } from '../../../i18n/text';
import { describeNetwork } from '../../../ml/blueprint/describe';
import type { Model } from '../../../ml/model';
import type { BackendName, Measurement, Recipe } from '../../protocol';
import { BACKEND_NAMES, mayBeThere, useBackend } from './backends';
import { buildModel } from '../model/build-model';
import type { AnyDefinition } from '../model/build-model';
import { textOfError } from '../reader-error';
import { webglIsSoftware } from './software-gpu';
import { alwaysWanted, GivenUp, type StillWanted } from '../still-wanted';
import { Trainer } from '../run/trainer';
import { disposeModel } from '../compiled/weights';

/** Rounds timed after one that warms up (compiles shaders, fills caches), and steps a round; fewer rounds where they take long. */
const ROUNDS = 3;
const STEPS_A_ROUND = 2;
/** Milliseconds that a round of fast steps takes at least. */
const SHORTEST_ROUND = 4;
const LONG_ENOUGH = 500;
/** So many times as slow as the fastest: no noise of a machine makes that up. */
const CLEARLY_SLOWER = 5;

/**
 * Milliseconds a step that no tfjs backend goes below, however small the model: dozens of operations of 5 to 100 microseconds each.
 * A compiled step below it is the fastest there is, and nobody waits for others to be loaded and timed.
 */
const EAGER_FLOOR = 0.25;

/**
 * Multiply-adds of one training step below which a GPU cannot win: it spends 20 to 100 microseconds to dispatch each of a step's
 * 80 to 500 operations, in which one CPU core does about 10^8 multiply-adds. So smaller models are not made to wait for shaders
 * to be compiled; `measure` times every backend whatever the size.
 */
const GPU_WORTH_TRYING = 1e8;

/**
 * Multiply-adds of one training step from which the eager backends of the CPU are not timed where a compiled step is there: it does the
 * same arithmetic on the same core, ten times faster and more, and timing LeNet on tfjs's cpu backend alone takes a quarter of a minute.
 */
const TOO_HEAVY_FOR_EAGER = 1e7;

/**
 * Milliseconds a step takes on the active backend: the median of a few rounds, after one to warm up. Losses are read once a round, as in
 * training.
 * @param best milliseconds of the fastest so far: where this one is clearly slower after a step, nobody waits for more.
 */
async function timeSteps(trainer: Trainer, stillWanted: StillWanted, best: number): Promise<number> {
  const times: number[] = [];
  const began = performance.now();
  trainer.advance();
  await trainer.collect();
  for (let round = 0; round < ROUNDS; round++) {
    await stillWanted();
    const start = performance.now();
    let steps = 0;
    while (steps < STEPS_A_ROUND || performance.now() - start < SHORTEST_ROUND) {
      if (steps > 0 && performance.now() - start > steps * CLEARLY_SLOWER * best) break;
      trainer.advance();
      steps++;
    }
    await trainer.collect();
    times.push((performance.now() - start) / steps);
    if (performance.now() - began > LONG_ENOUGH || median(times) > CLEARLY_SLOWER * best) break;
  }
  return median(times);
}

function withoutPast(recipe: Recipe): Recipe {
  return { ...recipe, interventions: [] };
}

/** Times a model on one backend, or says why it cannot run there. Leaves that backend active. @throws GivenUp */
export async function measureOn(
  backend: BackendName,
  recipe: Recipe,
  definition: AnyDefinition,
  stillWanted: StillWanted = alwaysWanted,
  best = Infinity,
): Promise<Measurement> {
  if (!mayBeThere(backend)) return { backend, failure: engineText.backendNotThere };
  await stillWanted();
  const failure = await useBackend(backend);
  if (failure !== undefined) return { backend, failure };
  let trainer: Trainer | undefined;
  try {
    trainer = await Trainer.create(withoutPast(recipe), definition, { compiled: backend === 'compiled', stillWanted });
    return { backend, millisecondsPerStep: await timeSteps(trainer, stillWanted, best) };
  } catch (error) {
    if (error instanceof GivenUp) throw error;
    const cause = textOfError(error);
    const inWords = (lang: 'zh' | 'en'): string => fill(engineText.cannotRun[lang], { cause: cause[lang] });
    return { backend, failure: { zh: inWords('zh'), en: inWords('en') } };
  } finally {
    trainer?.dispose();
  }
}

/**
 * Times a model on every backend that may be there.
 * @param onMeasuring told before each which part of all is done, 0 to 1.
 * @returns what was measured until it was given up.
 */
export async function measureAll(
  recipe: Recipe,
  definition: AnyDefinition,
  stillWanted: StillWanted,
  onMeasuring: (fraction: number) => void,
): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  try {
    for (const backend of BACKEND_NAMES) {
      onMeasuring(measured.length / BACKEND_NAMES.length);
      measured.push(await measureOn(backend, recipe, definition, stillWanted));
    }
  } catch (error) {
    if (!(error instanceof GivenUp)) throw error;
  }
  return measured;
}

/** The fastest of what was measured. */
function fastest(measured: readonly Measurement[]): BackendName | undefined {
  const able = measured.filter((one) => one.millisecondsPerStep !== undefined);
  return able.sort((a, b) => (a.millisecondsPerStep ?? Infinity) - (b.millisecondsPerStep ?? Infinity))[0]?.backend;
}

/** Multiply-adds of a training step: forwards once, backwards about twice that. */
export function stepWork(model: Model): number {
  const batch = Math.max(1, ...Object.values(model.inputs(0)).map(({ shape }) => atOr(shape, 0, 1)));
  const { spec } = model;
  return spec === undefined ? 0 : 3 * batch * describeNetwork(spec).multiplyAdds;
}

export interface Choice {
  readonly backend: BackendName | undefined;
  /** What was measured for it; empty where it was remembered. */
  readonly measured: readonly Measurement[];
}

/**
 * Chooses backends, and remembers what was fastest for a demo's model of about the same size (the same power of two of
 * multiply-adds a step), so that turning a knob does not measure again.
 */
export class Chooser {
  private readonly remembered = new Map<string, BackendName>();
  private readonly lost = new Set<BackendName>();

  /** Never chooses this backend again by itself: its driver broke once. */
  avoid(backend: BackendName): void {
    this.lost.add(backend);
    for (const [key, one] of this.remembered) if (one === backend) this.remembered.delete(key);
  }

  /** Measures the backends that start fast (and the GPU ones when the model is large enough for them) and names the fastest. @throws GivenUp */
  async choose(
    recipe: Recipe,
    definition: AnyDefinition,
    stillWanted: StillWanted,
    onMeasuring: (fraction: number) => void,
  ): Promise<Choice> {
    const fast = (['compiled', 'cpu', 'wasm'] as const).filter((backend) => !this.lost.has(backend));
    await this.firstThatStarts(fast);
    await stillWanted();
    // The model alone: a trainer would evaluate it, which takes eager backends seconds where images are read.
    const { model } = await buildModel(recipe, definition);
    const work = stepWork(model);
    disposeModel(model);
    const key = `${recipe.demo} ${Math.round(Math.log2(work + 1))}`;
    const known = this.remembered.get(key);
    if (known !== undefined) return { backend: known, measured: [] };
    onMeasuring(0);
    const slow = (['webgl', 'webgpu'] as const).filter(
      (one) => work >= GPU_WORTH_TRYING && mayBeThere(one) && !this.lost.has(one) && !(one === 'webgl' && webglIsSoftware()),
    );
    const measured: Measurement[] = [];
    const candidates = [...fast, ...slow];
    for (const [i, backend] of candidates.entries()) {
      const compiles = measured.some((before) => before.backend === 'compiled' && before.millisecondsPerStep !== undefined);
      if (compiles && work >= TOO_HEAVY_FOR_EAGER && (backend === 'cpu' || backend === 'wasm')) continue;
      onMeasuring(i / candidates.length);
      const best = Math.min(Infinity, ...measured.map(({ millisecondsPerStep = Infinity }) => millisecondsPerStep));
      const one = await measureOn(backend, recipe, definition, stillWanted, best);
      measured.push(one);
      if (backend === 'compiled' && (one.millisecondsPerStep ?? Infinity) < EAGER_FLOOR) break;
    }
    const backend = fastest(measured);
    if (backend !== undefined) this.remembered.set(key, backend);
    return { backend, measured };
  }

  private async firstThatStarts(backends: readonly BackendName[]): Promise<void> {
    for (const backend of backends) if ((await useBackend(backend)) === undefined) return;
    await useBackend('cpu');
  }
}
