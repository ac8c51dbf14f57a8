/** The schedules of `ml/optimisers/schedule` as expressions of `t` = step / steps. */
import type { ScheduleName } from '../schedule-names';

export const JS_SCHEDULES: Readonly<Record<Exclude<ScheduleName, 'constant'>, string>> = {
  step: '0.5 ** Math.min(3, Math.floor(4 * t))',
  exponential: '0.01 ** t',
  cosine: '(1 + Math.cos(Math.PI * t)) / 2',
  warmupCosine: 't < 0.1 ? (t * steps + 1) / (0.1 * steps + 1) : (1 + Math.cos((Math.PI * (t - 0.1)) / 0.9)) / 2',
};

export const PY_SCHEDULES: Readonly<Record<Exclude<ScheduleName, 'constant'>, string>> = {
  step: '0.5 ** min(3, int(4 * t))',
  exponential: '0.01**t',
  cosine: '(1 + math.cos(math.pi * t)) / 2',
  warmupCosine: '(t * steps + 1) / (0.1 * steps + 1) if t < 0.1 else (1 + math.cos(math.pi * (t - 0.1) / 0.9)) / 2',
};
