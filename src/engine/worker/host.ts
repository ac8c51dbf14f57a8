/**
 * The worker's side of the protocol: runs, and a loop that shares the time among them. One slice of training at a time, then the
 * messages that came meanwhile; at most one unread report a run.
 */
import { setBackend } from '@tensorflow/tfjs-core';
import { fill, type Text } from '../../i18n/text';
import { engineText } from '../../i18n/engine';
import type { BackendName, Command, Measurement, Report, RunId } from '../protocol';
import { forgetBackend, useBackend } from './backends';
import { chooseBackend, measureAll, type Definition } from './choose';
import { exportLayersModel } from './export-model';
import { checkWeights } from './load-weights';
import { Run } from './run';
import { advanceRun } from './schedule';
import { Trainer } from './trainer';

const REFUSABLE: ReadonlySet<Command['type']> = new Set(['set', 'edit', 'measure', 'export', 'load'] as const);

export interface HostOptions {
  readonly send: (report: Report) => void;
  readonly loadModel: (demo: string) => Promise<Definition | undefined>;
  /** Breaks something on purpose. */
  readonly fault?: (fault: 'lose-context' | 'crash') => void | Promise<void>;
  /** Lets messages in: resolves after those that wait have been handled. */
  readonly breathe: () => Promise<void>;
}

export class Host {
  private readonly runs = new Map<RunId, Run>();
  private readonly cancelled = new Set<RunId>();
  /** Commands that touch the backend go one after the other. */
  private queue: Promise<void> = Promise.resolve();
  private looping = false;

  constructor(private readonly options: HostOptions) {}

  /** Takes a command. Never throws: what fails is reported with the demo's name and the cause. */
  receive(command: Command): void {
    if (command.type === 'ack') {
      this.runs.get(command.run)?.acknowledge();
      return;
    }
    if (command.type === 'dispose') this.cancelled.add(command.run);
    // A pause must not wait behind a slice, and takes effect before the next step.
    if (command.type === 'pause') this.interrupt(command.run);
    this.queue = this.queue
      .then(() => this.handle(command))
      .catch((error: unknown) => this.refuse(command, error))
      .catch((error: unknown) => this.fail(command.run, this.runs.get(command.run)?.trainer.recipe.demo ?? '', error));
  }

  private interrupt(id: RunId): void {
    const run = this.runs.get(id);
    if (run !== undefined) run.turn++;
  }

  private fail(run: RunId, demo: string, error: unknown): void {
    const cause = error instanceof Error ? error.message : String(error);
    const layer = error instanceof Error && 'node' in error && typeof error.node === 'string' ? error.node : undefined;
    const { [run]: step } = Object.fromEntries([...this.runs].map(([id, one]) => [id, one.trainer.step]));
    const where = (lang: 'zh' | 'en'): string =>
      step === undefined ? engineText.whileBuilding[lang] : fill(engineText.whileTraining[lang], { step: step + 1 });
    const message: Text = {
      zh: fill(engineText.failed.zh, { demo, where: where('zh'), cause }),
      en: fill(engineText.failed.en, { demo, where: where('en'), cause }),
    };
    this.options.send({ type: 'failed', run, demo, message, ...(layer === undefined ? {} : { layer }) });
  }

  /** Commands that only read or set something are refused and leave the run as it is; other failures end it. */
  private refuse(command: Command, error: unknown): void {
    if (!REFUSABLE.has(command.type)) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    this.options.send({ type: 'refused', run: command.run, command: command.type, message: { zh: cause, en: cause } });
  }

  private async handle(command: Command): Promise<void> {
    if (command.type === 'create') return this.create(command);
    const run = this.runs.get(command.run);
    if (run === undefined) return;
    if (command.type !== 'dispose') await setBackend(run.backend);
    switch (command.type) {
      case 'play':
        run.trainer.forgetLater();
        run.turn++;
        run.job = { kind: 'play', pace: command.pace, stop: command.stop, started: performance.now(), startedAt: run.trainer.step };
        return this.loop();
      case 'step':
        run.trainer.forgetLater();
        run.turn++;
        run.job = { kind: 'step', until: run.trainer.step + command.count, stop: command.stop };
        return this.loop();
      case 'seek':
        run.turn++;
        run.forget();
        if (command.snapshot !== undefined) run.trainer.restore(command.snapshot);
        run.job = { kind: 'seek', until: command.step, from: run.trainer.step };
        return this.loop();
      case 'pause':
        return run.pause({ kind: 'command' });
      case 'set':
        this.options.send({
          type: 'intervened',
          run: run.id,
          interventions: [run.trainer.intervene({ kind: 'set', values: command.values })],
        });
        return;
      case 'edit': {
        const interventions = command.edits.map((edit) => run.trainer.intervene({ kind: 'edit', ...edit }));
        this.options.send({ type: 'intervened', run: run.id, interventions });
        return run.report({ wait: true, snapshot: true });
      }
      case 'measure':
        return this.measure(run);
      case 'export': {
        const { topology, weights } = await exportLayersModel(run.trainer.model);
        this.options.send({ type: 'exported', run: run.id, request: command.request, topology, weights });
        return;
      }
      case 'load':
        checkWeights(run.trainer.model, command.arrays);
        run.trainer.load(command.arrays);
        await run.report({ wait: true, snapshot: true });
        this.options.send({ type: 'loaded', run: run.id });
        return;
      case 'fault':
        await this.options.fault?.(command.fault);
        return;
      case 'dispose':
        await setBackend(run.backend);
        run.trainer.dispose();
        this.runs.delete(command.run);
        return;
      case 'ack':
        return;
      default:
        command satisfies never;
    }
  }

  private async definition(demo: string): Promise<Definition> {
    const definition = await this.options.loadModel(demo);
    if (definition === undefined) throw new Error(fill(engineText.noModel.en, { demo }));
    return definition;
  }

  private async create(command: Extract<Command, { type: 'create' }>): Promise<void> {
    const { run: id, recipe } = command;
    try {
      const progress = (phase: 'loading' | 'measuring' | 'data'): void => this.options.send({ type: 'progress', run: id, phase });
      progress('loading');
      const definition = await this.definition(recipe.demo);
      const { backend, measured } = await this.pickBackend(command, definition, () => progress('measuring'));
      if (this.cancelled.has(id)) return;
      progress('data');
      const trainer = await Trainer.create(recipe, definition);
      const run = new Run(id, trainer, backend, this.options.send);
      this.runs.set(id, run);
      if (command.snapshot !== undefined) trainer.restore(command.snapshot);
      await run.ready(measured);
      if (command.seekTo !== undefined && command.seekTo > trainer.step) {
        run.job = { kind: 'seek', until: command.seekTo, from: trainer.step };
        this.loop();
      }
    } catch (error) {
      this.fail(id, recipe.demo, error);
    }
  }

  /** The backend asked for, else the next best that can run the model. */
  private async pickBackend(
    { backend, recipe }: Extract<Command, { type: 'create' }>,
    definition: Definition,
    onMeasuring: () => void,
  ): Promise<{ readonly backend: BackendName; readonly measured: readonly Measurement[] }> {
    const measured: Measurement[] = [];
    if (backend !== 'auto') {
      const failure = await useBackend(backend);
      if (failure === undefined) return { backend, measured };
      measured.push({ backend, failure });
    }
    onMeasuring();
    const choice = await chooseBackend(recipe, definition);
    measured.push(...choice.measured);
    if (choice.backend === undefined) {
      const causes = measured.map((one) => `${one.backend}: ${one.failure?.en ?? ''}`).join('; ');
      throw new Error(fill(engineText.noBackend.en, { causes }));
    }
    await useBackend(choice.backend);
    return { backend: choice.backend, measured };
  }

  private async measure(run: Run): Promise<void> {
    const definition = await this.definition(run.trainer.recipe.demo);
    const measured = await measureAll(run.trainer.recipe, definition);
    await setBackend(run.backend);
    this.options.send({ type: 'measured', run: run.id, measured });
  }

  /** Runs slices in turn until no run has a job; started when there is one, never twice. */
  private loop(): void {
    if (this.looping) return;
    this.looping = true;
    void (async () => {
      try {
        while ([...this.runs.values()].some(({ job }) => job !== undefined)) {
          for (const run of [...this.runs.values()]) {
            if (run.job === undefined) continue;
            // Slices stand in the same queue as commands: nothing touches a trainer while it trains.
            const turn = this.queue.then(() => this.slice(run));
            this.queue = turn;
            await turn;
          }
          await this.options.breathe();
          await this.queue;
        }
      } finally {
        this.looping = false;
      }
    })();
  }

  private async slice(run: Run): Promise<void> {
    if (run.job === undefined || !this.runs.has(run.id)) return;
    try {
      await setBackend(run.backend);
      await advanceRun(run, this.options.send);
    } catch (error) {
      run.job = undefined;
      this.fail(run.id, run.trainer.recipe.demo, error);
    }
  }

  /** The context of a backend is gone: its runs are given up and the page told, which starts them again from their snapshots. */
  lost(backend: BackendName, cause: Text): void {
    for (const run of this.runs.values()) {
      if (run.backend !== backend) continue;
      run.job = undefined;
      run.turn++;
      this.runs.delete(run.id);
      run.acknowledge();
      run.trainer.dispose();
      this.options.send({ type: 'backend-lost', run: run.id, backend, cause });
    }
    forgetBackend(backend);
  }

  /** Resolves when the commands received so far have been handled. */
  settled(): Promise<void> {
    return this.queue;
  }
}
