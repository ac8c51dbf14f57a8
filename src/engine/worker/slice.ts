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

/**
 * Trains at least one step and at most `limits.steps`, reads all losses back at once, and undoes what went past a stop condition or
 * past the step that broke the run.
 */
export async function trainSlice(trainer: Trainer, limits: SliceLimits): Promise<SliceResult> {
  trainer.remember();
  for (let count = 0; count < limits.steps; count++) {
    trainer.advance();
    if (limits.over()) break;
  }
  const block = await trainer.collect();
  const broken = firstNonFinite(block);
  const stop = limits.stop === undefined ? undefined : firstHolding(block, limits.stop);
  if (stop !== undefined && (broken === undefined || stop.step <= broken) && limits.stop !== undefined) {
    if (stop.step < trainer.step) trainer.goBackTo(stop.step);
    return { block: upTo(block, stop.step), pause: { kind: 'stop', condition: limits.stop, value: stop.value } };
  }
  if (broken === undefined) return { block };
  const finding = await explainNonFinite(trainer, broken);
  // The run stands before the step that breaks it: there it can be looked into, and mended.
  trainer.goBackTo(finding.step);
  return { block: upTo(block, finding.step), pause: { kind: 'non-finite', finding } };
}
