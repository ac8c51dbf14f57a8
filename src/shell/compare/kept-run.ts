/** A run that is kept after it is gone: its curves, and all that it takes to have it again. */
import type { Demo } from '../../demos/declaration';
import type { Session } from '../../engine/session-api';
import type { Lang } from '../../i18n/text';
import type { LinkState } from '../link/link';
import type { Own } from '../own-data';
import type { Recorded } from '../pictures/source';
import { settingWords } from './settings';

/** So many runs are kept at once: their dashes must be told apart. */
export const MOST_KEPT = 12;
/** Points of a kept curve, at most: more than a picture is wide would not be seen. */
const MOST_POINTS = 4000;
const LONGEST_NAME = 40;

/** What a link says of a run itself, without how it is looked at. */
export type RunState = Pick<LinkState, 'values' | 'seed' | 'step' | 'backend' | 'interventions' | 'own'>;

export interface KeptRun {
  /** Tells it from the others; which dashes it has follows from it. */
  readonly slot: number;
  readonly name: string;
  readonly state: RunState;
  readonly steps: number;
  readonly curves: Recorded;
  /** The metrics at its last step. */
  readonly metrics: Readonly<Record<string, number>>;
  /** Drawn in the curves. */
  readonly shown: boolean;
}

/** The loss with each stretch's least and greatest value kept, so that no peak is lost. */
function thinned(loss: Float32Array): Pick<Recorded, 'lossAt' | 'loss'> {
  const stride = Math.max(1, Math.ceil((2 * loss.length) / MOST_POINTS));
  const kept: number[] = [];
  for (let start = 0; start < loss.length; start += stride) {
    const end = Math.min(loss.length, start + stride);
    let [low, high] = [start, start];
    for (let i = start + 1; i < end; i++) {
      if ((loss[i] ?? 0) < (loss[low] ?? 0)) low = i;
      if ((loss[i] ?? 0) > (loss[high] ?? 0)) high = i;
    }
    kept.push(...(low === high ? [low] : [Math.min(low, high), Math.max(low, high)]));
  }
  return { lossAt: Float64Array.from(kept, (i) => i + 1), loss: Float32Array.from(kept, (i) => loss[i] ?? NaN) };
}

/** The curves of a session, which goes on, as they are now. @param whole keeps the loss of every step. */
export function curvesOf({ record }: Session, whole = false): Recorded {
  const { evaluatedAt, evaluated, loss, latest } = record;
  return {
    ...(whole ? { lossAt: Float64Array.from({ length: latest }, (_, i) => i + 1), loss: loss.slice() } : thinned(loss)),
    evaluatedAt: [...evaluatedAt],
    evaluated: Object.fromEntries(Object.entries(evaluated).map(([name, values]) => [name, [...values]])),
  };
}

/** What it takes to have a session's run again, at its last step. */
function stateOf({ recipe, record, status }: Session, own: Own | undefined): RunState {
  const { values, seed } = recipe;
  return { values, seed, step: record.latest, backend: status?.backend, interventions: record.interventions, own };
}

/** Keeps a run. @param values those in force at its end. */
export function keepRun(demo: Demo, session: Session, own: Own | undefined, slot: number, lang: Lang): KeptRun {
  const letter = String.fromCharCode(65 + slot);
  const { record } = session;
  const words = settingWords(demo, session.values, lang);
  return {
    slot,
    name: cleanName(words === '' ? letter : `${letter} · ${words}`),
    state: stateOf(session, own),
    steps: record.latest,
    curves: curvesOf(session),
    metrics: record.metricsAt(record.latest),
    shown: true,
  };
}

/** A name of one line, not too long for a legend. */
export function cleanName(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1)}…` : line;
}
