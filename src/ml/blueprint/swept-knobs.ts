/** The knobs that a map of runs turns along its columns and its rows. */

/** A knob that a map can turn. */
export type SweptKnob = 'learningRate' | 'initialScale' | 'weightDecay';

/** The knobs of the columns and of the rows, by the name that a parameter has for the pair. */
export const SWEPT_PAIRS = {
  'rate-scale': ['learningRate', 'initialScale'],
  'rate-decay': ['learningRate', 'weightDecay'],
  'scale-decay': ['initialScale', 'weightDecay'],
} as const satisfies Readonly<Record<string, readonly [columns: SweptKnob, rows: SweptKnob]>>;
