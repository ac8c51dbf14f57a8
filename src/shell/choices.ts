/** What the reader has chosen, whether there is a run yet or not: all that a session is made from. */
import type { LoadedDemo } from '../demos/load';
import { defaultsOf } from '../demos/resolve';
import type { Demo, Values } from '../demos/spec';
import type { BackendName, Intervention } from '../engine/protocol';
import type { SessionOptions } from '../engine/session-api';
import { ownDataOf, type Own } from './own-data';

export interface Choices {
  readonly values: Values;
  readonly seed: number;
  readonly backend: BackendName | 'auto';
  readonly interventions: readonly Intervention[];
  /** The reader's own data; undefined for the built-in ones. */
  readonly own: Own | undefined;
  /** A step that a link asks for. */
  readonly seekTo: number | undefined;
}

/** What a session is made from. */
export function sessionOptionsOf({ id, demo }: LoadedDemo, choices: Choices): SessionOptions {
  const { values, seed, backend, interventions, own, seekTo } = choices;
  const ownData = ownDataOf(own);
  return {
    recipe: { demo: id, values, seed, interventions, ...(ownData === undefined ? {} : { ownData }) },
    parameters: demo.parameters,
    backend,
    ...(seekTo === undefined ? {} : { seekTo }),
  };
}

/**
 * The values that a preset stands for: its own, and the declared ones of whatever the other presets set, so that going from one
 * to another leaves nothing of the first behind. Knobs that no preset turns stay as they are.
 */
export function presetValues(demo: Demo, name: string): Values {
  const presets = Object.values(demo.presets ?? {});
  const touched = new Set(presets.flatMap(({ values }) => Object.keys(values)));
  const declared = Object.entries(defaultsOf(demo)).filter(([key]) => touched.has(key));
  return { ...Object.fromEntries(declared), ...demo.presets?.[name]?.values };
}
