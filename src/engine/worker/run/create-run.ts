/** Making a run: which backend, the model, its first state. */
import { fill, type Text } from '../../../i18n/text';
import { engineText } from '../../../i18n/engine';
import type { BackendName, Command, Measurement, Report } from '../../protocol';
import { useBackend } from '../backends/backends';
import { measureOn, type Chooser } from '../backends/choose';
import type { AnyDefinition } from '../model/build-model';
import { ReaderError } from '../reader-error';
import type { Helpers } from '../spread/spread';
import type { StillWanted } from '../still-wanted';
import { Run } from './run';
import { Trainer } from './trainer';

type Create = Extract<Command, { type: 'create' }>;

export interface Making {
  readonly command: Create;
  readonly chooser: Chooser;
  readonly loadDefinition: (demo: string) => Promise<AnyDefinition | undefined>;
  readonly send: (report: Report) => void;
  readonly stillWanted: StillWanted;
  readonly helpers: Helpers | undefined;
  /** The backend is settled; what is built from here on is built on it. */
  readonly onBackend: (backend: BackendName) => void;
}

/** The model of a demo. Throws where there is none. */
export async function definitionOf(demo: string, loadDefinition: Making['loadDefinition']): Promise<AnyDefinition> {
  const definition = await loadDefinition(demo);
  if (definition === undefined) throw new ReaderError(engineText.noModel, { demo });
  return definition;
}

/** The backend asked for, else the next best that can run the model. */
async function pickBackend(
  { command: { backend, recipe }, chooser, stillWanted }: Making,
  definition: AnyDefinition,
  onMeasuring: (fraction: number) => void,
): Promise<{ readonly backend: BackendName; readonly measured: readonly Measurement[] }> {
  const measured: Measurement[] = [];
  if (backend !== 'auto') {
    // Whether a model can be compiled shows when it is.
    const failure =
      backend === 'compiled' ? (await measureOn(backend, recipe, definition, stillWanted)).failure : await useBackend(backend);
    if (failure === undefined) return { backend, measured };
    measured.push({ backend, failure });
  }
  const choice = await chooser.choose(recipe, definition, stillWanted, onMeasuring);
  measured.push(...choice.measured);
  if (choice.backend === undefined) {
    const inWords = (lang: 'zh' | 'en'): string => measured.map((one) => `${one.backend}: ${one.failure?.[lang] ?? ''}`).join('; ');
    const causes: Text = { zh: inWords('zh'), en: inWords('en') };
    throw new ReaderError({
      zh: fill(engineText.noBackend.zh, { causes: causes.zh }),
      en: fill(engineText.noBackend.en, { causes: causes.en }),
    });
  }
  await useBackend(choice.backend);
  return { backend: choice.backend, measured };
}

/** Takes a step and takes it back, so that a GPU's programs are compiled before the reader is told that all is ready. */
async function warmUp(trainer: Trainer): Promise<void> {
  const { step } = trainer;
  trainer.remember();
  trainer.advance();
  await trainer.collect();
  trainer.goBackTo(step);
}

/** Builds a run and reports it ready. What fails is thrown. @throws GivenUp where it was taken back meanwhile */
export async function createRun(making: Making): Promise<Run> {
  const { command, send, stillWanted } = making;
  const { run: id, recipe } = command;
  const progress = (phase: 'loading' | 'measuring' | 'data' | 'compiling', fraction?: number): void =>
    send({ type: 'progress', run: id, phase, ...(fraction === undefined ? {} : { fraction }) });
  await stillWanted();
  progress('loading');
  const definition = await definitionOf(recipe.demo, making.loadDefinition);
  const { backend, measured } = await pickBackend(making, definition, (fraction) => progress('measuring', fraction));
  await stillWanted();
  making.onBackend(backend);
  progress('data');
  const trainer = await Trainer.create(recipe, definition, { compiled: backend === 'compiled', stillWanted, helpers: making.helpers });
  try {
    if (command.snapshot !== undefined) trainer.restore(command.snapshot);
    const metrics = await trainer.collect();
    if (backend === 'webgl' || backend === 'webgpu') {
      progress('compiling');
      await warmUp(trainer);
    }
    await stillWanted();
    const run = new Run(id, command.number, trainer, backend, send);
    await run.ready(measured, metrics);
    reportMisfits(trainer, command, send);
    return run;
  } catch (error) {
    trainer.dispose();
    throw error;
  }
}

function reportMisfits({ misfits: [first, ...more] }: Trainer, { run, number }: Create, send: Making['send']): void {
  if (first === undefined) return;
  const inWords = (lang: 'zh' | 'en'): string => fill(engineText.skipped[lang], { count: 1 + more.length, cause: first.text[lang] });
  send({ type: 'refused', run, number, command: 'create', message: { zh: inWords('zh'), en: inWords('en') } });
}
