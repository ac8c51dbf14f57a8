/** What a controller is made from, and what it takes. */
import type { LoadedDemo } from '../demos/load';
import type { Values } from '../demos/spec';
import type { createSession } from '../engine/session';
import type { Lang } from '../i18n/text';

/** Speeds on offer, in steps a second. */
export const SPEEDS: readonly number[] = [1, 5, 20, 100, Infinity];

export interface WeightEdit {
  readonly variable: string;
  readonly index: number;
  readonly value: number;
}

export interface ControllerOptions {
  readonly loaded: LoadedDemo;
  readonly lang: Lang;
  /** What the page says besides the declaration: values by name. */
  readonly values: Values;
  readonly seed: number;
  readonly makeSession?: typeof createSession;
}
