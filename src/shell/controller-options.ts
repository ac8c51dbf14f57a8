/** What a controller is made from, and what it takes. */
import type { LoadedDemo } from '../demos/load';
import type { Demo, Values } from '../demos/declaration';
import type { Pace } from '../engine/pace';
import type { createSession } from '../engine/session/session';
import type { Lang } from '../i18n/text';

/** How fast a run is played: at a pace that can be watched, or at so many steps a second. */
export type Speed = 'eyes' | number;

/** The pace of a run that is played so fast. */
export function paceOf(speed: Speed, { steps }: Pick<Demo, 'steps'>): Pace {
  return speed === 'eyes' ? { steps } : speed;
}

/** Speeds on offer. */
export const SPEEDS: readonly Speed[] = ['eyes', 1, 5, 20, 100, Infinity];

export interface WeightEdit {
  readonly variable: string;
  readonly index: number;
  readonly value: number;
}

/** Edits one after the other as one: of the same weight the later one counts. */
export function mergedEdits(earlier: readonly WeightEdit[], later: readonly WeightEdit[]): readonly WeightEdit[] {
  const again = (one: WeightEdit): boolean => later.some(({ variable, index }) => variable === one.variable && index === one.index);
  return [...earlier.filter((one) => !again(one)), ...later];
}

export interface ControllerOptions {
  readonly loaded: LoadedDemo;
  readonly lang: Lang;
  /** What the page says besides the declaration: values by name. */
  readonly values: Values;
  readonly seed: number;
  readonly makeSession?: typeof createSession;
}
