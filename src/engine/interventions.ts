/** The list of what was done to a run, the same on both sides of the worker. */
import type { Intervention } from './protocol';

/** True where `later`, done at the same step, leaves nothing of `earlier`. */
function overrides(later: Intervention, earlier: Intervention): boolean {
  if (later.step !== earlier.step) return false;
  if (later.kind === 'edit') return earlier.kind === 'edit' && earlier.variable === later.variable && earlier.index === later.index;
  return earlier.kind === 'set' && Object.keys(earlier.values).every((name) => Object.hasOwn(later.values, name));
}

/**
 * Adds what was done now: what was stamped later belongs to a way left behind, and what it overrides is gone (a weight that is
 * dragged is edited sixty times a second).
 */
export function withIntervention(list: readonly Intervention[], one: Intervention): Intervention[] {
  return [...list.filter((earlier) => earlier.step <= one.step && !overrides(one, earlier)), one];
}
