/** Steps a second of the bare training step, compiled and on every backend of tfjs, in Node or a browser. */
import type { Model } from '../../src/ml/model';
import type { BackendName } from '../../src/engine/protocol';
import { useBackend } from '../../src/engine/worker/backends/backends';
import { CompiledRun } from '../../src/engine/worker/compiled/compiled-run';
import { trainingStep } from '../../src/engine/worker/run/training-step';
import { median } from '../../src/base/median';
import type { Subject } from './subjects';

export interface Speed {
  readonly name: string;
  readonly batch: number;
  readonly backend: BackendName;
  /** Median of the rounds; undefined where the backend is not there or cannot run it. */
  readonly stepsPerSecond?: number;
  /** Of the compiled step. */
  readonly multiplyAdds?: number;
  /** Milliseconds from the model to the first compiled step's end. */
  readonly firstStep?: number;
  readonly failure?: string;
}

/** Milliseconds: of the wall, or of the processor, where others want it as well. */
export type Clock = () => number;

/** Milliseconds for shaders, caches, and the browser's better translation of WebAssembly, which comes while it runs. */
const WARM_UP = { compiled: 100, eager: 1 } as const;
/** Milliseconds between two looks at the clock: of compiled steps there may be a million a second. */
const LOOK = 0.5;

interface Contender {
  readonly backend: BackendName;
  readonly model: Model;
  readonly rates: number[];
  readonly facts: Pick<Speed, 'multiplyAdds' | 'firstStep'>;
  /** Trains a step; `last` waits for the loss, as the engine does once a slice. */
  readonly advance: (step: number, last: boolean) => Promise<void> | undefined;
  /** Steps between two looks at the clock. */
  lookEvery: number;
  step: number;
}

function eagerly(model: Model): Contender['advance'] {
  return (step, last) => {
    const loss = trainingStep(model, step);
    if (!last) return void loss.dispose();
    return loss.data().then(() => loss.dispose());
  };
}

async function contender(subject: Subject, backend: BackendName): Promise<Contender> {
  const model = await subject.build();
  const common = { backend, model, rates: [], step: 0, lookEvery: 1 };
  if (backend !== 'compiled') return { ...common, facts: {}, advance: eagerly(model) };
  const start = performance.now();
  const run = await CompiledRun.create(model);
  run.take();
  run.step(0);
  const facts = { multiplyAdds: run.facts.multiplyAdds['step'] ?? 0, firstStep: performance.now() - start };
  return { ...common, facts, advance: (step) => void run.step(step) };
}

/** Trains for about so many milliseconds. @returns steps a second. */
async function trainFor(one: Contender, milliseconds: number, clock: Clock): Promise<number> {
  const start = clock();
  const from = one.step;
  let over = false;
  while (!over) {
    for (let i = 1; i < one.lookEvery; i++) void one.advance(one.step++, false);
    over = clock() - start >= milliseconds;
    await one.advance(one.step++, over);
  }
  return (1000 * (one.step - from)) / (clock() - start);
}

function free({ model }: Contender): void {
  for (const { variable } of model.variables) variable.dispose();
  model.optimiser.dispose();
  model.dispose();
}

async function prepare(
  subject: Subject,
  backends: readonly BackendName[],
  clock: Clock,
): Promise<{ contenders: Contender[]; failures: Speed[] }> {
  const { name, batch } = subject;
  const contenders: Contender[] = [];
  const failures: Speed[] = [];
  for (const backend of backends) {
    const failure = await useBackend(backend);
    if (failure !== undefined) {
      failures.push({ name, batch, backend, failure: failure.en });
      continue;
    }
    const one = await contender(subject, backend);
    const rate = await trainFor(one, WARM_UP[backend === 'compiled' ? 'compiled' : 'eager'], clock);
    one.lookEvery = Math.max(1, Math.round((rate * LOOK) / 1000));
    contenders.push(one);
  }
  return { contenders, failures };
}

/** Times all subjects, the backends in alternation, so that a busy moment of the machine hits all of them. */
export async function stepSpeeds(
  subjects: readonly Subject[],
  backends: readonly BackendName[],
  options: { readonly rounds: number; readonly milliseconds: number; readonly clock?: Clock },
  onSpeed: (speed: Speed) => void,
): Promise<void> {
  const clock = options.clock ?? (() => performance.now());
  for (const subject of subjects) {
    const { name, batch } = subject;
    const { contenders, failures } = await prepare(subject, backends, clock);
    for (let round = 0; round < options.rounds; round++) {
      for (const one of contenders) {
        await useBackend(one.backend);
        one.rates.push(await trainFor(one, options.milliseconds, clock));
      }
    }
    for (const one of contenders) {
      free(one);
      onSpeed({ name, batch, backend: one.backend, stepsPerSecond: median(one.rates), ...one.facts });
    }
    for (const failure of failures) onSpeed(failure);
  }
}
