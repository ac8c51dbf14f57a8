/** The list of what was done to a run, the same on both sides of the worker. */
import type { Intervention } from './protocol';

/** True where `later`, done at the same step, leaves nothing of `earlier`. */
function overrides(later: Intervention, earlier: Intervention): boolean {
  if (later.step !== earlier.step) return false;
  switch (later.kind) {
    case 'edit':
      return earlier.kind === 'edit' && earlier.variable === later.variable && earlier.index === later.index;
    case 'set':
      return earlier.kind === 'set' && Object.keys(earlier.values).every((name) => Object.hasOwn(later.values, name));
    case 'freeze':
      return earlier.kind === 'freeze' && earlier.layer === later.layer;
    case 'unit':
      return earlier.kind === 'unit' && earlier.layer === later.layer && earlier.unit === later.unit;
    case 'reinitialise':
      if (earlier.kind === 'edit') return earlier.variable.startsWith(`${later.layer}/`);
      return earlier.kind === 'reinitialise' && earlier.layer === later.layer;
  }
}

/**
 * Adds what was done now: what was stamped later belongs to a way left behind, and what it overrides is gone (a weight that is
 * dragged is edited sixty times a second).
 */
export function withIntervention(list: readonly Intervention[], one: Intervention): Intervention[] {
  return [...list.filter((earlier) => earlier.step <= one.step && !overrides(one, earlier)), one];
}

/** Layers that are frozen when a step begins. */
export function frozenAt(list: readonly Intervention[], step: number): ReadonlySet<string> {
  const frozen = new Set<string>();
  for (const one of list) {
    if (one.kind !== 'freeze' || one.step > step) continue;
    if (one.on) frozen.add(one.layer);
    else frozen.delete(one.layer);
  }
  return frozen;
}

/** A unit of a layer, counted from 0. */
export interface UnitName {
  readonly layer: string;
  readonly unit: number;
}

/** Units that are off when a step begins. */
export function unitsOffAt(list: readonly Intervention[], step: number): readonly UnitName[] {
  const off = new Map<string, UnitName>();
  for (const one of list) {
    if (one.kind !== 'unit' || one.step > step) continue;
    const { layer, unit } = one;
    if (one.on) off.delete(`${layer}/${unit}`);
    else off.set(`${layer}/${unit}`, { layer, unit });
  }
  return [...off.values()];
}
