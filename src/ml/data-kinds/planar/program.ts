/** Points of the plane with labels, as a program describes them. */

/** Data sets of the plane, after TensorFlow Playground and more. */
export const CLASS_DATASETS = ['circle', 'xor', 'corners', 'gauss', 'spiral', 'moons', 'rings', 'checkerboard', 'multiGauss'] as const;
export const REGRESSION_DATASETS = ['plane', 'gaussRegression'] as const;
export type PlanarDataset = (typeof CLASS_DATASETS)[number] | (typeof REGRESSION_DATASETS)[number];

export const FEATURE_NAMES = ['x1', 'x2', 'x1Squared', 'x2Squared', 'x1x2', 'sinX1', 'sinX2'] as const;
export type FeatureName = (typeof FEATURE_NAMES)[number];

export interface PlanarData {
  readonly kind: 'planar';
  readonly dataset: PlanarDataset;
  readonly samples: number;
  /** 0 to 0.5, as in TensorFlow Playground. */
  readonly noise: number;
  readonly trainShare: number;
  readonly features: readonly FeatureName[];
  /** Classes of the labels: 1 = one signed score (labels -1 and +1) or a value, k > 1 = class indices. */
  readonly classes: number;
  /** The reader's own points (x1, x2, label) in place of the data set: printed in full. */
  readonly rows?: readonly (readonly number[])[];
  /** The labels of the reader's own points are values, and no classes. */
  readonly values?: boolean;
}
