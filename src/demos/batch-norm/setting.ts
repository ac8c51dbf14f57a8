/** Hidden layers, and units of each. */
const LAYERS = 4;
export const UNITS = 8;

/** Training points, and as many held out: a multiple of every batch size, so that nothing is left over. */
export const POINTS = 320;

/** Batches whose statistics are shown at once. */
export const SHOWN_BATCHES = 12;

/** The nodes of a hidden layer, counted from 1. */
export interface LayerNames {
  /** Its weighted sums. */
  readonly sums: string;
  /** Its norm, where it has one. */
  readonly norm: string;
  readonly activation: string;
}

/** What the nodes of each hidden layer are called, from the input on. */
export const HIDDEN: readonly LayerNames[] = Array.from({ length: LAYERS }, (_, i) => {
  const sums = `hidden${i + 1}`;
  return { sums, norm: `${sums}-norm`, activation: `${sums}-activation` };
});
