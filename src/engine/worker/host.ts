/**
 * The worker's side of the protocol: runs, and a loop that shares the time among them. One slice of training at a time, then the
 * messages that came meanwhile; at most one unread report a run.
 */
import { getBackend, setBackend } from '@tensorflow/tfjs-core';
import type { Text } from '../../i18n/text';
import { engineText } from '../../i18n/engine';
import type { BackendName, Command, Report, RunId } from '../protocol';
import { forgetBackend, isBackendLost, lossBehind, tfjsBackend } from './backends/backends';
import { carryOut, type Numbered } from './carry-out';
import { Chooser } from './backends/choose';
import { createRun, type Making } from './run/create-run';
import { Queue } from './queue';
import { failureText, ReaderError, textOfError } from './reader-error';
import type { Run } from './run/run';
import { advanceRun } from './run/schedule';
import type { Helpers } from './spread/spread';
import { GivenUp, type StillWanted } from './still-wanted';

type Ask = Extract<Command, { type: 'ask' }>;
type Create = Extract<Command, { type: 'create' }>;

/** Commands that only read or set something: refused where they cannot be carried out, and the run goes on. */
const REFUSABLE: ReadonlySet<Command['type']> = new Set(['set', 'edit', 'intervene', 'probe', 'measure', 'export', 'load', 'ask'] as const);
/** Milliseconds to wait where the pace of every run asks to. */
const IDLE = 4;

export interface HostOptions {
  readonly send: (report: Report) => void;
  readonly loadDefinition: Making['loadDefinition'];
  /** Other workers, for steps that can be spread; absent = all is done here. */
  readonly helpers?: Helpers;
  /** Breaks something on purpose. */
  readonly fault?: (fault: 'lose-context' | 'crash') => void | Promise<void>;
  /** Lets messages in: resolves after those that wait have been handled. */
  readonly yieldToMessages: () => Promise<void>;
}

export class Host {
  private readonly runs = new Map<RunId, Run>();
  private readonly cancelled = new Set<RunId>();
  private readonly chooser = new Chooser();
  private readonly queue = new Queue();
  private creating: { readonly run: RunId; readonly backend: BackendName } | undefined;
  private looping = false;

  constructor(private readonly options: HostOptions) {}

  /** Takes a command. Never throws: what fails is reported with the demo's name and the cause. */
  receive(command: Command): void {
    const run = this.runs.get(command.run);
    if (command.type === 'ack') return run?.acknowledge();
    if (command.type === 'ping') return this.options.send({ type: 'pong', run: command.run });
    if (command.type === 'dispose' || command.type === 'cancel') this.cancelled.add(command.run);
    if (command.type === 'dispose') run?.abandon();
    if (command.type === 'ask') run?.asked.set(command.question, command.number);
    // A pause must not wait behind a slice: it takes effect before the next step.
    if (command.type === 'pause' && run !== undefined) run.turn++;
    void this.queue.add(() => this.handle(command).catch((error: unknown) => this.refuse(command, error)), command);
  }

  private fail(run: RunId, demo: string, error: unknown): void {
    const layer = error instanceof Error && 'node' in error && typeof error.node === 'string' ? error.node : undefined;
    const message = failureText(demo, this.runs.get(run)?.trainer.step, error);
    this.options.send({ type: 'failed', run, demo, message, ...(layer === undefined ? {} : { layer }) });
  }

  private refuse(command: Numbered, error: unknown): void {
    const run = this.runs.get(command.run);
    const loss = run === undefined ? undefined : lossBehind(error, run.backend);
    if (run !== undefined && loss !== undefined) return this.lost(run.backend, loss);
    if (!REFUSABLE.has(command.type)) return this.fail(command.run, run?.trainer.recipe.demo ?? '', error);
    const { number, run: id, type } = command;
    this.options.send({ type: 'refused', run: id, number, command: type, message: textOfError(error) });
  }

  private async handle(command: Numbered): Promise<void> {
    if (command.type === 'create') return this.create(command);
    const run = this.runs.get(command.run);
    if (run === undefined) return void this.cancelled.delete(command.run);
    await setBackend(tfjsBackend(run.backend));
    const { loadDefinition, send, fault = () => undefined } = this.options;
    const goesOn = await carryOut(command, run, {
      loadDefinition,
      send,
      fault,
      stillWanted: command.type === 'ask' ? this.stillAsked(command, run) : this.stillWanted(run.id),
      deliver: (report) => this.deliver(report),
      end: () => this.runs.delete(run.id),
    });
    if (command.type === 'dispose' || command.type === 'cancel') this.cancelled.delete(run.id);
    if (goesOn) this.loop();
  }

  private async create(command: Create): Promise<void> {
    const { run: id, recipe, seekTo } = command;
    try {
      const run = await createRun({
        command,
        chooser: this.chooser,
        loadDefinition: this.options.loadDefinition,
        send: (report) => this.deliver(report),
        stillWanted: this.stillWanted(id),
        helpers: this.options.helpers,
        onBackend: (backend) => (this.creating = { run: id, backend }),
      });
      if (this.creating === undefined) return;
      this.runs.set(id, run);
      if (seekTo !== undefined && seekTo > run.trainer.step) {
        run.job = { kind: 'seek', until: seekTo, from: run.trainer.step };
        this.loop();
      }
    } catch (error) {
      if (error instanceof GivenUp) return;
      const loss = this.creating === undefined ? undefined : lossBehind(error, this.creating.backend);
      if (this.creating !== undefined && loss !== undefined) this.lost(this.creating.backend, loss);
      else this.fail(id, recipe.demo, error);
    } finally {
      if (this.creating?.run === id) this.creating = undefined;
    }
  }

  private stillWanted(run: RunId): StillWanted {
    return async () => {
      await this.options.yieldToMessages();
      if (this.cancelled.has(run)) throw new GivenUp();
    };
  }

  /** A question is wanted until another of its name is asked of the run, and while there is the run. */
  private stillAsked({ question, number }: Ask, run: Run): StillWanted {
    const stillWanted = this.stillWanted(run.id);
    return async () => {
      await stillWanted();
      if (this.runs.get(run.id) !== run || run.asked.get(question) !== number) throw new GivenUp();
    };
  }

  /** Runs slices in turn until no run has a job; started when there is one, never twice. */
  private loop(): void {
    if (this.looping) return;
    this.looping = true;
    void (async () => {
      while ([...this.runs.values()].some(({ job }) => job !== undefined)) {
        let worked = false;
        for (const run of [...this.runs.values()]) {
          if (run.job === undefined) continue;
          await this.queue.add(async () => void ((await this.slice(run)) && (worked = true)));
        }
        if (!worked) await new Promise((resolve) => setTimeout(resolve, IDLE));
        await this.options.yieldToMessages();
        await this.queue.settled();
      }
      this.looping = false;
    })();
  }

  private async slice(run: Run): Promise<boolean> {
    if (run.job === undefined || !this.runs.has(run.id)) return false;
    try {
      await setBackend(tfjsBackend(run.backend));
      return await advanceRun(run, (report) => this.deliver(report));
    } catch (error) {
      run.job = undefined;
      const loss = lossBehind(error, run.backend);
      if (!this.runs.has(run.id)) return true;
      if (loss === undefined) this.fail(run.id, run.trainer.recipe.demo, error);
      else this.lost(run.backend, loss);
      return true;
    }
  }

  /** Sends what was computed, unless it was computed by a backend that is gone. */
  private deliver(report: Report): void {
    const backend = this.runs.get(report.run)?.backend ?? (this.creating?.run === report.run ? this.creating.backend : undefined);
    if (backend !== undefined && isBackendLost(backend)) this.lost(backend, engineText.contextLost);
    else this.options.send(report);
  }

  /** A backend is gone: its runs are given up and the page told, which starts them again from their snapshots. */
  lost(backend: BackendName, cause: Text): void {
    this.chooser.avoid(backend);
    const gone = [...this.runs.values()].filter((run) => run.backend === backend);
    for (const run of gone) {
      this.runs.delete(run.id);
      run.abandon();
      this.options.send({ type: 'backend-lost', run: run.id, backend, cause });
    }
    if (this.creating?.backend === backend) {
      this.options.send({ type: 'backend-lost', run: this.creating.run, backend, cause });
      this.creating = undefined;
    }
    // What was being done on it (reading a number back, say) may never come to an end.
    if (getBackend() === tfjsBackend(backend)) {
      const command = this.queue.abandon();
      if (command !== undefined && this.runs.has(command.run)) this.refuse(command, new ReaderError(cause));
    }
    for (const run of gone) run.discard();
    forgetBackend(backend);
  }

  /** Resolves when the commands received so far have been handled. */
  settled = (): Promise<void> => this.queue.settled();
}
