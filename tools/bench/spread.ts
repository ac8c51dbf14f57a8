/** The 256 networks of a demo trained by one worker and by one for each core, in alternation. In a browser: the workers are its own. */
import { median } from '../../src/base/median';
import sweep from '../../src/demos/sweep/demo';
import definition from '../../src/demos/sweep/model';
import { defaultsOf } from '../../src/demos/resolve';
import { trainSlice } from '../../src/engine/worker/run/slice';
import { Trainer } from '../../src/engine/worker/run/trainer';
import { workerHelpers } from '../../src/engine/worker/spread/worker-helper';
import { useBackend } from '../../src/engine/worker/backends/backends';

/** The subject's name. */
export const SPREAD = 'sweep';

export interface SpreadGain {
  readonly workers: number;
  /** Steps a second by one worker, evaluations included. */
  readonly alone: number;
  /** Median over the rounds of how many times as fast all of them are. */
  readonly gain: number;
}

const SLICE = 12;

/** Trains for about so many milliseconds of the wall. @returns steps a second. */
async function trainFor(trainer: Trainer, milliseconds: number): Promise<number> {
  const start = performance.now();
  const from = trainer.step;
  while (performance.now() - start < milliseconds) {
    const begun = performance.now();
    await trainSlice(trainer, { steps: Infinity, over: () => performance.now() - begun > SLICE });
  }
  return (1000 * (trainer.step - from)) / (performance.now() - start);
}

/** Measures it. @throws where helpers cannot be had. */
export async function spreadGain({
  rounds,
  milliseconds,
}: {
  readonly rounds: number;
  readonly milliseconds: number;
}): Promise<SpreadGain> {
  await useBackend('compiled');
  const recipe = { demo: SPREAD, values: defaultsOf(sweep), seed: 1, interventions: [] };
  const start = (): Worker =>
    new Worker(new URL('../../src/engine/worker/worker.ts', import.meta.url), { type: 'module', name: 'glassbox-share' });
  const alone = await Trainer.create(recipe, definition, { compiled: true });
  const together = await Trainer.create(recipe, definition, {
    compiled: true,
    helpers: workerHelpers(navigator.hardwareConcurrency, start),
  });
  while (together.helping === 0) {
    await trainFor(together, 20);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await trainFor(alone, milliseconds);
  const pairs: { readonly alone: number; readonly together: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    pairs.push({ alone: await trainFor(alone, milliseconds), together: await trainFor(together, milliseconds) });
  }
  const workers = together.helping;
  alone.dispose();
  together.dispose();
  return { workers, alone: median(pairs.map((one) => one.alone)), gain: median(pairs.map((one) => one.together / one.alone)) };
}

/** It in a sentence. */
export function spreadWords({ workers, alone, gain }: SpreadGain): string {
  return `sweep, 256 networks with their evaluations: ${Math.round(alone).toLocaleString('en')} steps/s by one worker, ${gain.toFixed(2)}x by ${workers}`;
}
