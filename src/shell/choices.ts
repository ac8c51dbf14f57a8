/** What the reader has chosen, whether there is a run yet or not: all that a session is made from. */
import type { LoadedDemo } from '../demos/load';
import type { Recording } from '../demos/recording';
import { recordingName } from '../demos/recording-name';
import { defaultsOf } from '../demos/resolve';
import type { Demo, Values } from '../demos/declaration';
import type { BackendName, Intervention } from '../engine/protocol';
import type { Session, SessionOptions } from '../engine/session-api';
import type { Settings } from '../engine/settings';
import { ownDataOf, type Own } from './own-data';

export interface Choices {
  readonly values: Values;
  readonly seed: number;
  readonly backend: BackendName | 'auto';
  readonly interventions: readonly Intervention[];
  /** The reader's own data; undefined for the built-in ones. */
  readonly own: Own | undefined;
  /** A step that the run is brought to: a link asks for it, or it is shown of the recorded run. */
  readonly seekTo: number | undefined;
}

/** What a run is made from as the page says it. */
export function untouchedChoices(demo: Demo, values: Values, seed: number): Choices {
  return { values: { ...defaultsOf(demo), ...values }, seed, backend: 'auto', interventions: [], own: undefined, seekTo: undefined };
}

/**
 * The settings as knobs show them: the run's, or, before there is one, those that it will be made from.
 * @param turning values on their way that have not been sent.
 */
export function settingsOf(choices: Choices, session: Session | undefined, turning: Values | undefined): Settings {
  const { values, interventions } = choices;
  const settings = session?.settings ?? { values, interventions, pending: [] };
  return turning === undefined ? settings : { ...settings, pending: [...settings.pending, { values: turning }] };
}

/** The recorded run, while it is one of these settings: a picture of others would be a wrong one. */
export function recordingOf(
  { demo, recording }: LoadedDemo,
  run: Pick<Choices, 'values' | 'seed' | 'own' | 'interventions'>,
): Recording | undefined {
  if (recording === undefined || run.own !== undefined || run.interventions.length > 0) return undefined;
  const recorded = recordingName(demo, recording.values, recording.seed);
  return recorded === recordingName(demo, run.values, run.seed) ? recording : undefined;
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
