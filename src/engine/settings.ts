/** What a run is set to: the one place from which values are read, by knobs, by the run and by links. */
import type { Value, Values } from '../demos/declaration';
import type { Intervention } from './protocol';

/** Values on their way to the run. */
export interface Pending {
  readonly values: Values;
  /** The number of the command that carries them; undefined where they wait to be sent. */
  readonly number?: number;
}

export interface Settings {
  /** All values at step 0. */
  readonly values: Values;
  /** What was done to the run since, in its order: values that were turned among it. */
  readonly interventions: readonly Intervention[];
  /** Values that were turned and of which the run has not said yet from which step on they hold, in their order. */
  readonly pending: readonly Pending[];
}

/** The values in force when a step begins, those on their way among them: they hold from the next step on. */
export function valuesAt({ values, interventions, pending }: Settings, step: number): Values {
  const now: Record<string, Value> = { ...values };
  for (const one of interventions) if (one.kind === 'set' && one.step <= step) Object.assign(now, one.values);
  for (const one of pending) Object.assign(now, one.values);
  return now;
}

/** The same settings with what was done after a step taken out: the run goes on from there another way. */
export function settingsUntil(settings: Settings, step: number): Settings {
  return { ...settings, interventions: settings.interventions.filter((one) => one.step <= step) };
}
