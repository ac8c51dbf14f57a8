/** Runs in a bare loop, without worker, pace or pictures: for proofs, tests and the command line. */
import type { Lab, ProofRun } from '../../demos/proof';
import { defaultsOf } from '../../demos/resolve';
import type { Demo, Values } from '../../demos/declaration';
import type { OwnData } from '../../ml/data-kinds/own-data';
import type { BackendName, MetricsBlock, Recipe, Snapshot } from '../protocol';
import { ask } from './run/ask';
import { useBackend } from './backends/backends';
import { loadDefinition } from './model/load-definition';
import { alwaysWanted } from './still-wanted';
import { Trainer } from './run/trainer';

/** Losses are read back every so many steps. */
const READ_EVERY = 200;

export interface LabRun {
  readonly values?: Values;
  readonly seed?: number;
  readonly ownData?: OwnData;
  readonly interventions?: Recipe['interventions'];
}

/**
 * A trainer of a demo on the backend named, which becomes the active one.
 * @throws Error with the reason where the backend or the demo is not there.
 */
export async function labTrainer(backend: BackendName, id: string, demo: Demo, run: LabRun = {}): Promise<Trainer> {
  const failure = await useBackend(backend);
  if (failure !== undefined) throw new Error(`${backend}: ${failure.en}`);
  const definition = await loadDefinition(id);
  if (definition === undefined) throw new Error(`there is no demo "${id}"`);
  const recipe = {
    demo: id,
    values: { ...defaultsOf(demo), ...run.values },
    seed: run.seed ?? demo.seed,
    interventions: run.interventions ?? [],
  };
  const whole = run.ownData === undefined ? recipe : { ...recipe, ownData: run.ownData };
  return Trainer.create(whole, definition, { compiled: backend === 'compiled' });
}

/** Trains `steps` steps, giving every block of metrics to `onBlock` as it is read. */
export async function trainFor(trainer: Trainer, steps: number, onBlock: (block: MetricsBlock) => void): Promise<void> {
  const end = trainer.step + steps;
  onBlock(await trainer.collect());
  while (trainer.step < end) {
    const next = Math.min(end, trainer.step + READ_EVERY);
    while (trainer.step < next) trainer.advanceUpTo(next - trainer.step);
    onBlock(await trainer.collect());
  }
}

/** The end of a run that nothing was done to. Those that differ from it by what is switched off then go on from there, with the same bits. */
interface Ended {
  /** Values and seed of the run. */
  readonly of: string;
  readonly loss: Float32Array;
  readonly metrics: Readonly<Record<string, number>>;
  readonly snapshot: Snapshot;
}

/** A lab for one demo on one backend. @param seeds which of a proof's seeds are tried: all of them, or the first, for a look while one writes. */
export function createLab(backend: BackendName, id: string, demo: Demo, seeds: 'all' | 'first' = 'all'): Lab {
  let ended: Ended | undefined;
  return {
    backend,
    seeds: (all) => (seeds === 'first' ? all.slice(0, 1) : all),
    async run({ values, seed, steps, rows, off = [], asks = [] }): Promise<ProofRun> {
      const trainer = await labTrainer(backend, id, demo, {
        ...(values === undefined ? {} : { values }),
        ...(seed === undefined ? {} : { seed }),
        interventions: off.map((one) => ({ kind: 'unit', ...one, on: false })),
        ...(rows === undefined ? {} : { ownData: { kind: 'rows', columns: 3, rows } as const }),
      });
      try {
        const loss = new Float32Array(steps);
        const metrics: Record<string, number> = {};
        trainer.evaluateOnlyFor(steps);
        const of = JSON.stringify([values, seed]);
        const offFrom = Math.min(...off.map(({ step }) => step));
        if (rows === undefined && ended?.of === of && ended.snapshot.step === offFrom && offFrom <= steps) {
          loss.set(ended.loss);
          Object.assign(metrics, ended.metrics);
          trainer.undo(ended.snapshot, trainer.recipe.interventions);
        }
        await trainFor(trainer, steps - trainer.step, (block) => {
          loss.set(block.loss, block.from);
          for (const [name, series] of Object.entries(block.evaluated)) metrics[name] = series.at(-1) ?? metrics[name] ?? NaN;
        });
        if (rows === undefined && off.length === 0) ended = { of, loss, metrics, snapshot: await trainer.snapshot() };
        const answers: ProofRun['answers'][number][] = [];
        for (const one of asks) answers.push(await ask(trainer, { ...one, seed: trainer.recipe.seed }, alwaysWanted));
        return { loss, metrics, arrays: (await trainer.frame()).arrays, answers };
      } finally {
        trainer.dispose();
      }
    },
  };
}
