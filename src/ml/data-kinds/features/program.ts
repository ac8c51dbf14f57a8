/** Values that depend linearly on inputs, learned from features of these, as a program describes them. */

/** `relu`: random ReLUs of twenty inputs, all of which matter; `sparse`: the inputs themselves, of which the first four matter. */
export const FEATURE_KINDS = ['relu', 'sparse'] as const;
export type FeatureKind = (typeof FEATURE_KINDS)[number];

export interface FeaturesData {
  readonly kind: 'features';
  readonly features: FeatureKind;
  /** How many features there are. */
  readonly count: number;
  /** Samples learned from. */
  readonly samples: number;
  /** Samples held out; their values have no noise. */
  readonly heldOut: number;
  /** Standard deviation of what is added to every value that is learned from. */
  readonly noise: number;
}

/** Inputs under random ReLUs. */
export const INPUTS = 20;
/** What the inputs that matter are multiplied by where the others do not: values have variance 1, as they have under the ReLUs. */
export const SPARSE_TEACHER: readonly number[] = [0.5, -0.5, 0.5, -0.5];

/**
 * What features are multiplied by, so that their squares sum to about as much however many there are: a rate, or a strength of decay,
 * then means the same for few features and for many.
 */
export function featureScale(count: number): number {
  return Math.sqrt(2 / count);
}
