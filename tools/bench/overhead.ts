/** What the engine costs over the same steps in a bare loop, as a ratio: slices, reading losses, snapshots, the record. */
import type { BackendName, Command, Recipe, Report } from '../../src/engine/protocol';
import { Timeline } from '../../src/engine/timeline';
import { useBackend } from '../../src/engine/worker/backends/backends';
import type { AnyDefinition } from '../../src/engine/worker/model/build-model';
import { CompiledRun } from '../../src/engine/worker/compiled/compiled-run';
import { Host } from '../../src/engine/worker/host';
import { Trainer } from '../../src/engine/worker/run/trainer';
import { trainingStep } from '../../src/engine/worker/run/training-step';
import { median } from '../../src/base/median';
import type { Clock } from './step-speed';

interface EngineRun {
  /** Trains so many steps through host, messages and record; milliseconds. */
  train(steps: number): Promise<number>;
  dispose(): void;
}

/** What is trained. */
export interface Timed {
  readonly definition: AnyDefinition;
  readonly recipe: Recipe;
}

/** A host with a page that reads every report at once and records it. */
async function engineRun({ definition, recipe }: Timed, backend: BackendName, clock: Clock): Promise<EngineRun> {
  const timeline = new Timeline();
  let onPause: () => void = () => undefined;
  let onReady: () => void = () => undefined;
  const take = (report: Report): void => {
    if (report.type === 'failed') throw new Error(report.message.en);
    if (report.type === 'ready') onReady();
    if (report.type === 'paused') onPause();
    if (report.type !== 'frame') return;
    timeline.addMetrics(report.metrics);
    timeline.addFrame(report.frame);
    if (report.snapshot !== undefined) timeline.addSnapshot(report.snapshot);
    setTimeout(() => tell({ type: 'ack', run: 1 }), 16);
  };
  const host = new Host({
    send: take,
    loadDefinition: () => Promise.resolve(definition),
    yieldToMessages: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const tell = (command: Command): void => host.receive(command);
  const ready = new Promise<void>((resolve) => (onReady = resolve));
  tell({ type: 'create', run: 1, number: 0, recipe, backend });
  let number = 0;
  await ready;
  return {
    async train(steps) {
      const paused = new Promise<void>((resolve) => (onPause = resolve));
      const start = clock();
      tell({ type: 'step', run: 1, number: ++number, count: steps });
      await paused;
      return clock() - start;
    },
    dispose: () => tell({ type: 'dispose', run: 1, number: ++number }),
  };
}

/** The steps of a loop, and nothing else. */
async function bareRun({ definition, recipe }: Timed, backend: BackendName, clock: Clock): Promise<EngineRun> {
  const trainer = await Trainer.create(recipe, definition);
  const { model } = trainer;
  let step = 0;
  if (backend === 'compiled') {
    const run = await CompiledRun.create(model);
    run.take();
    return {
      train(steps) {
        const start = clock();
        for (const end = step + steps; step < end; step++) run.step(step);
        return Promise.resolve(clock() - start);
      },
      dispose: () => trainer.dispose(),
    };
  }
  return {
    async train(steps) {
      const start = clock();
      for (const end = step + steps; step < end; step++) {
        const loss = trainingStep(model, step);
        if (step === end - 1) await loss.data();
        loss.dispose();
      }
      return clock() - start;
    },
    dispose: () => trainer.dispose(),
  };
}

/**
 * Time of the engine over time of a bare loop for the same steps, in alternation: 1.05 = five percent more.
 * @returns the median of the rounds' ratios.
 */
export async function engineOverhead(
  timed: Timed,
  backend: BackendName,
  { rounds, steps, clock = () => performance.now() }: { readonly rounds: number; readonly steps: number; readonly clock?: Clock },
): Promise<number> {
  const failure = await useBackend(backend);
  if (failure !== undefined) throw new Error(`${backend}: ${failure.en}`);
  const bare = await bareRun(timed, backend, clock);
  const engine = await engineRun(timed, backend, clock);
  const ratios: number[] = [];
  // The first round warms both up.
  for (let round = 0; round <= rounds; round++) {
    const alone = await bare.train(steps);
    const run = await engine.train(steps);
    if (round > 0) ratios.push(run / alone);
  }
  bare.dispose();
  engine.dispose();
  return median(ratios);
}
