/** What the reader has chosen, whether there is a run yet or not: all that a session is made from. */
import type { LoadedDemo } from '../demos/load';
import { defaultsOf } from '../demos/resolve';
import type { Demo, Values } from '../demos/spec';
import type { BackendName, Intervention } from '../engine/protocol';
import type { SessionOptions } from '../engine/session';
import type { OwnData, OwnImages } from '../ml/model';

export type Rows = readonly (readonly number[])[];

export interface Choices {
  readonly values: Values;
  readonly seed: number;
  readonly backend: BackendName | 'auto';
  readonly interventions: readonly Intervention[];
  /** The reader's own data; undefined for the built-in ones. None at all: an empty plane, on which nothing can be trained. */
  readonly rows: Rows | undefined;
  /** The words that were labels of the reader's points, by class. */
  readonly classNames?: readonly string[] | undefined;
  /** The reader's own images, where the demo takes images. */
  readonly images?: OwnImages | undefined;
  /** A step that a link asks for. */
  readonly seekTo: number | undefined;
}

/** How many numbers a row of the reader's own points has; 0 where none can be brought. */
export function columnsOf({ ownData }: Pick<Demo, 'ownData'>): number {
  return ownData?.kind === 'points' ? ownData.columns.length : 0;
}

/** The reader's rows or images as the engine takes them; undefined where the built-in data are in use. */
export function ownDataOf(demo: Demo, { rows, images }: Pick<Choices, 'rows' | 'images'>): OwnData | undefined {
  if (images !== undefined) return { columns: 0, rows: new Float32Array(0), images };
  if (rows === undefined || rows.length === 0) return undefined;
  return { columns: columnsOf(demo), rows: Float32Array.from(rows.flat()) };
}

/** What a session is made from. */
export function sessionOptionsOf({ id, demo }: LoadedDemo, choices: Choices): SessionOptions {
  const { values, seed, backend, interventions, seekTo } = choices;
  const ownData = ownDataOf(demo, choices);
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
