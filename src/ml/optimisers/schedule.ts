import type { ScheduleName } from '../blueprint/schedule-names';

/** Steps of the linear start of `warmupCosine`, as a share of the run. */
export const WARMUP_SHARE = 0.1;

/**
 * The rate at a step.
 * - step: halved at each quarter of the run; exponential: down to a hundredth at the end;
 * - cosine: base * (1 + cos(pi t)) / 2 (Loshchilov & Hutter 2017); warmupCosine: rising linearly first.
 * @param step 0-based; @param total length of the schedule in steps; beyond it the last rate stays.
 */
export function scheduledRate(schedule: ScheduleName, base: number, step: number, total: number): number {
  const t = Math.min(1, total > 0 ? step / total : 1);
  switch (schedule) {
    case 'constant':
      return base;
    case 'step':
      return base * 0.5 ** Math.min(3, Math.floor(t * 4));
    case 'exponential':
      return base * 0.01 ** t;
    case 'cosine':
      return (base * (1 + Math.cos(Math.PI * t))) / 2;
    case 'warmupCosine':
      if (t < WARMUP_SHARE) return (base * (step + 1)) / (WARMUP_SHARE * total + 1);
      return (base * (1 + Math.cos((Math.PI * (t - WARMUP_SHARE)) / (1 - WARMUP_SHARE)))) / 2;
  }
}
