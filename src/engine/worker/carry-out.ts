/** What a command does to the run that it is about. */
import { PaceClock } from '../pace';
import type { Command, Report } from '../protocol';
import { answer } from './answers';
import { definitionOf, type Making } from './run/create-run';
import type { Run } from './run/run';
import type { StillWanted } from './still-wanted';

/** Commands about a run that is there. */
export type RunCommand = Exclude<Command, { type: 'create' | 'ack' | 'ping' }>;

/** Commands that are carried out one after the other, and answered by their number. */
export type Numbered = RunCommand | Extract<Command, { type: 'create' }>;

/** What the host gives to carry a command out. */
export interface CarryingOut {
  readonly loadDefinition: Making['loadDefinition'];
  readonly stillWanted: StillWanted;
  /** Sends what was computed by the run's backend. */
  readonly deliver: (report: Report) => void;
  /** Sends anything else. */
  readonly send: (report: Report) => void;
  readonly fault: (fault: 'lose-context' | 'crash') => void | Promise<void>;
  /** The run is over. */
  readonly end: () => void;
}

/**
 * Carries a command out. Throws where that cannot be.
 * @returns true where the run has something to do from now on.
 */
export async function carryOut(command: RunCommand, run: Run, host: CarryingOut): Promise<boolean> {
  const { trainer } = run;
  switch (command.type) {
    case 'play':
      trainer.forgetLater();
      run.begin(command);
      run.arm(command.breakpoints);
      run.job = {
        kind: 'play',
        clock: new PaceClock(command.pace, trainer.step, performance.now()),
        until: command.until ?? Infinity,
      };
      return true;
    case 'step': {
      const from = run.job?.kind === 'step' ? run.job.until : trainer.step;
      trainer.forgetLater();
      run.begin(command);
      run.arm(command.breakpoints);
      run.job = { kind: 'step', until: from + command.count };
      return true;
    }
    case 'seek':
      run.begin(command);
      run.forget();
      if (command.snapshot !== undefined) trainer.restore(command.snapshot);
      run.job = { kind: 'seek', until: command.step, from: trainer.step };
      return true;
    case 'undo':
      run.begin(command);
      await run.undo(command);
      return false;
    case 'pause':
      await run.stand(command);
      return false;
    case 'set':
      await run.turnKnobs(command);
      return false;
    case 'edit':
      await run.intervene(
        command,
        command.edits.map((edit) => ({ kind: 'edit', ...edit })),
      );
      return false;
    case 'intervene':
      await run.intervene(command, command.actions);
      return false;
    case 'probe':
    case 'measure':
    case 'export':
    case 'ask': {
      const { send, stillWanted } = host;
      const definition = (): ReturnType<typeof definitionOf> => definitionOf(trainer.recipe.demo, host.loadDefinition);
      const report = await answer(command, { run, definition, stillWanted, send });
      // What was timed on other backends says nothing about the run's own.
      if (report.type === 'measured') send(report);
      else host.deliver(report);
      return false;
    }
    case 'load':
      await run.load(command.arrays, command.check);
      host.send({ type: 'loaded', run: run.id, number: command.number });
      return false;
    case 'fault':
      await host.fault(command.fault);
      return false;
    case 'dispose':
      trainer.dispose();
      host.end();
      return false;
    case 'cancel':
      return false;
  }
}
