/** A stretch of training with an exact end: however many steps were taken at once, the run stops at the step where it should. */
import type { MetricsBlock, PauseReason, StopCondition } from '../protocol';
import { explainNonFinite } from './non-finite';
import { firstHolding, firstNonFinite, upTo } from './stop';
import type { Trainer } from './trainer';

export interface SliceResult {
  readonly block: MetricsBlock;
  /** Why the run must pause here, if it must. */
  readonly pause?: PauseReason;
}

/** How far one slice may go. */
export interface SliceLimits {
  readonly steps: number;
  /** Asked after each step: true ends the slice (time is up). */
  readonly over: () => boolean;
  readonly stop?: StopCondition | undefined;
}

/** Brings the trainer back to `step`, replaying from the mark; the mark's own block is dropped. */
async function rollBack(trainer: Trainer, mark: ReturnType<Trainer['mark']>, step: number): Promise<void> {
  trainer.backTo(mark);
  while (trainer.step < step) trainer.advance();
  await trainer.collect();
}

/**
 * Trains at least one step and at most `limits.steps`, reads all losses back at once, and undoes what went past a stop condition or
 * past the first loss that is not finite.
 */
export async function trainSlice(trainer: Trainer, limits: SliceLimits): Promise<SliceResult> {
  const mark = trainer.mark();
  try {
    for (let count = 0; count < limits.steps; count++) {
      trainer.advance();
      if (limits.over()) break;
    }
    const block = await trainer.collect();
    const broken = firstNonFinite(block);
    const stop = limits.stop === undefined ? undefined : firstHolding(block, limits.stop);
    if (stop !== undefined && (broken === undefined || stop.step <= broken) && limits.stop !== undefined) {
      if (stop.step < trainer.step) await rollBack(trainer, mark, stop.step);
      return { block: upTo(block, stop.step), pause: { kind: 'stop', condition: limits.stop, value: stop.value } };
    }
    if (broken !== undefined) {
      // The run stands before the step whose loss is not finite: there it can be looked into, and mended.
      await rollBack(trainer, mark, broken);
      const rewind = broken > mark.step ? () => replayTo(trainer, mark, broken - 1) : undefined;
      const finding = await explainNonFinite(trainer, rewind);
      await rollBack(trainer, mark, broken);
      return { block: upTo(block, broken), pause: { kind: 'non-finite', finding } };
    }
    return { block };
  } finally {
    trainer.release(mark);
  }
}

function replayTo(trainer: Trainer, mark: ReturnType<Trainer['mark']>, step: number): void {
  trainer.backTo(mark);
  while (trainer.step < step) trainer.advance();
}
