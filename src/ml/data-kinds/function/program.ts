/** Samples of a function of one variable, as a program describes them. */
export const FUNCTION_NAMES = ['sine', 'step', 'sawtooth', 'bump', 'abs'] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];

export interface FunctionData {
  readonly kind: 'function';
  readonly name: FunctionName;
  readonly samples: number;
  /** Standard deviation of what is added to every value. */
  readonly noise: number;
}
