/** A stretch of training with an exact end: however many steps were taken at once, the run stops at the step where it should. */
import type { MetricsBlock, PauseReason } from '../../protocol';
import type { Breakpoints } from './breakpoints';
import { explainNonFinite } from './non-finite';
import { firstNonFinite, upTo } from './metrics-blocks';
import type { Trainer } from './trainer';

export interface SliceResult {
  readonly block: MetricsBlock;
  /** Why the run must pause here, if it must. */
  readonly pause?: PauseReason;
}

/** How far one slice may go. */
export interface SliceLimits {
  readonly steps: number;
  /** Asked after each step, or after each stretch of fast ones: true ends the slice (time is up). */
  readonly over: () => boolean;
  readonly breakpoints?: Breakpoints | undefined;
}

/** Milliseconds of a stretch within which nobody asks whether time is up: far less than a slice, and far more than the asking takes. */
const STRETCH = 0.2;

/** Trains without looking into the steps; the longer the stretches, the faster the steps prove to be. */
function trainStretches(trainer: Trainer, limits: SliceLimits): void {
  const end = trainer.step + limits.steps;
  let most = 1;
  let before = performance.now();
  while (trainer.step < end) {
    const trained = trainer.advanceUpTo(Math.min(most, end - trainer.step));
    const now = performance.now();
    // Where something was due, the stretch was short for another reason.
    if (trained === most && now - before < STRETCH / 2) most *= 2;
    else if (now - before > 2 * STRETCH) most = Math.max(1, most / 2);
    before = now;
    if (limits.over()) return;
  }
}

/**
 * Trains at least one step and at most `limits.steps`, reads all losses back at once, and undoes what went past the step at which a
 * breakpoint's condition came true, or past the step that broke the run.
 */
export async function trainSlice(trainer: Trainer, limits: SliceLimits): Promise<SliceResult> {
  const { breakpoints } = limits;
  trainer.remember();
  if (breakpoints === undefined) {
    if (!(await trainer.advanceSpread(limits.steps))) trainStretches(trainer, limits);
  } else {
    for (let count = 0; count < limits.steps; count++) {
      breakpoints.look(trainer);
      trainer.advance();
      breakpoints.trained(trainer);
      if (limits.over()) break;
    }
  }
  const block = await trainer.collect();
  const broken = firstNonFinite(block);
  const hit = await breakpoints?.firstHits(block);
  if (hit !== undefined && hit.step <= (broken ?? Infinity)) {
    if (hit.step < trainer.step) trainer.goBackTo(hit.step);
    return { block: upTo(block, hit.step), pause: { kind: 'breakpoint', ...hit } };
  }
  if (broken === undefined) return { block };
  const finding = await explainNonFinite(trainer, broken);
  breakpoints?.forget();
  // The run stands before the step that breaks it: there it can be looked into, and mended.
  trainer.goBackTo(finding.step);
  return { block: upTo(block, finding.step), pause: { kind: 'non-finite', finding, hits: hit?.step === broken + 1 ? hit.hits : [] } };
}
