/** How much a run trains before others have their turn, and when it tells the page. */
import type { Report } from '../../protocol';
import type { Job, Run } from './run';
import { trainSlice } from './slice';

/** Milliseconds of one slice: short enough that a pause is felt at once, long enough that reading losses back costs little. */
const SLICE = 12;

/** Why a run pauses that has come to the end of what it was to do. */
const endOfJob = ({ kind }: Job): 'length' | 'command' => (kind === 'play' ? 'length' : 'command');

/** Steps that the pace allows now; 0 = wait. */
function allowance(run: Run): number {
  const { job, trainer } = run;
  if (job === undefined) return 0;
  const left = job.until - trainer.step;
  return job.kind === 'play' ? Math.min(left, job.clock.due(trainer.step, performance.now())) : left;
}

/**
 * One turn of a run: a slice of training, then a report when one may be sent, then a pause when one is due.
 * @returns false where the pace asks it to wait: nothing was done.
 */
export async function advanceRun(run: Run, send: (report: Report) => void): Promise<boolean> {
  const { job, turn, trainer } = run;
  if (job === undefined) return false;
  const steps = allowance(run);
  if (steps <= 0) {
    if (trainer.step < job.until) return false;
    await run.pause({ kind: endOfJob(job) });
    return true;
  }
  const start = performance.now();
  const before = trainer.step;
  const over = (): boolean => run.turn !== turn || performance.now() - start > SLICE;
  const breakpoints = job.kind === 'seek' ? undefined : run.breakpoints;
  const { block, pause } = await trainSlice(trainer, { steps, over, breakpoints });
  run.clocked(trainer.step - before, performance.now() - start);
  run.note(block);
  // A command that came meanwhile has the word.
  if (run.turn !== turn) return true;
  if (pause !== undefined) await run.pause(pause);
  else if (trainer.step >= job.until) await run.pause({ kind: endOfJob(job) });
  else await tell(run, send);
  return true;
}

async function tell(run: Run, send: (report: Report) => void): Promise<void> {
  const { job, trainer } = run;
  if (job?.kind === 'seek') {
    const left = job.until - trainer.step;
    send({ type: 'progress', run: run.id, phase: 'replaying', fraction: 1 - left / Math.max(1, job.until - job.from), left });
  }
  if (run.mayReport) await run.report({ wait: false, snapshot: false });
}
