/** Steps a second of the bare training step, on any backend, in Node or a browser. */
import type { Model } from '../../src/ml/model';
import type { BackendName } from '../../src/engine/protocol';
import { useBackend } from '../../src/engine/worker/backends';
import { trainingStep } from '../../src/engine/worker/training-step';
import { BATCHES, buildNet, NETS } from './nets';
import { median } from './statistics';

export interface Speed {
  readonly net: string;
  readonly batch: number;
  readonly backend: BackendName;
  /** Median of the rounds; undefined where the backend is not there or cannot run it. */
  readonly stepsPerSecond?: number;
  readonly failure?: string;
}

/** Steps for about `milliseconds`, losses read back once at the end, as the engine reads them once a slice. */
export async function stepsFor(
  model: Model,
  milliseconds: number,
  from: number,
): Promise<{ readonly steps: number; readonly perSecond: number }> {
  const start = performance.now();
  let steps = 0;
  let last;
  do {
    last?.dispose();
    last = trainingStep(model, from + steps);
    steps++;
  } while (performance.now() - start < milliseconds);
  await last.data();
  last.dispose();
  return { steps, perSecond: (1000 * steps) / (performance.now() - start) };
}

interface Contender {
  readonly backend: BackendName;
  readonly model: Model;
  readonly rates: number[];
  step: number;
}

async function prepare(
  net: string,
  batch: number,
  backends: readonly BackendName[],
): Promise<{ contenders: Contender[]; failures: Speed[] }> {
  const contenders: Contender[] = [];
  const failures: Speed[] = [];
  for (const backend of backends) {
    const failure = await useBackend(backend);
    if (failure !== undefined) {
      failures.push({ net, batch, backend, failure: failure.en });
      continue;
    }
    const model = await buildNet({ hidden: NETS[net] ?? [], batch });
    // Compiles shaders and fills caches.
    await stepsFor(model, 1, 0);
    contenders.push({ backend, model, rates: [], step: 0 });
  }
  return { contenders, failures };
}

/** Times all networks at all batch sizes, the backends in alternation, so that a busy moment of the machine hits all of them. */
export async function stepSpeeds(
  backends: readonly BackendName[],
  options: { readonly rounds: number; readonly milliseconds: number },
  onSpeed: (speed: Speed) => void,
): Promise<void> {
  for (const net of Object.keys(NETS)) {
    for (const batch of BATCHES) {
      const { contenders, failures } = await prepare(net, batch, backends);
      for (let round = 0; round < options.rounds; round++) {
        for (const one of contenders) {
          await useBackend(one.backend);
          const { steps, perSecond } = await stepsFor(one.model, options.milliseconds, one.step);
          one.step += steps;
          one.rates.push(perSecond);
        }
      }
      for (const { backend, model, rates } of contenders) {
        for (const { variable } of model.variables) variable.dispose();
        model.optimiser.dispose();
        model.dispose();
        onSpeed({ net, batch, backend, stepsPerSecond: median(rates) });
      }
      for (const failure of failures) onSpeed(failure);
    }
  }
}
