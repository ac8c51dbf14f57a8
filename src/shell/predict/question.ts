/** A prediction as the page's HTML says it: which run, what is read off it, and how the reader answers. */
import type { Values } from '../../demos/declaration';

/** How a reader commits: one of several answers, a place on an axis, a drawn curve. */
export const PREDICTION_KINDS = ['choice', 'value', 'curve'] as const;
export type PredictionKind = (typeof PREDICTION_KINDS)[number];

/** A run up to a step; values that are as declared are left out. */
export interface AskedRun {
  readonly values: Values;
  readonly seed: number;
  readonly step: number;
}

export interface Question {
  readonly kind: PredictionKind;
  readonly demo: string;
  readonly run: AskedRun;
  /** What the number is divided by: the same, read off another run. */
  readonly against?: AskedRun;
  /** As in `:measured`; of a curve, `loss` or a metric of the demo, along the steps. */
  readonly metric: string;
  /** Of a choice, as `readStretches` reads it. */
  readonly answers?: string;
  /** The ends of the axis on which a value is placed, or of a curve's vertical axis. */
  readonly axis?: readonly [number, number];
  readonly log?: true;
  /** Of a curve: whether its steps stand on a logarithmic axis. */
  readonly logSteps?: true;
  /** Of a curve: the step at which its axis begins. */
  readonly from?: number;
  /** Written per cent. */
  readonly percent?: true;
}

function isQuestion(value: unknown): value is Question {
  return typeof value === 'object' && value !== null && ['kind', 'demo', 'run', 'metric'].every((key) => key in value);
}

/** Reads what the build has written; undefined for anything else. */
export function readQuestion(text: string): Question | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isQuestion(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
