/** A whole training program as data: what a demo builds and what is printed as code are the same thing. */
import type { InitialiserName } from './initialiser-names';
import type { NetworkSpec } from './network-spec';
import type { StrokesData } from './strokes';
import type { PictureData } from './picture-data';

export type LossName = 'meanSquaredError' | 'crossEntropy' | 'binaryCrossEntropy' | 'hinge';
export const LOSS_NAMES: readonly LossName[] = ['meanSquaredError', 'crossEntropy', 'binaryCrossEntropy', 'hinge'];

export const OPTIMISER_NAMES = ['sgd', 'momentum', 'rmsprop', 'adam'] as const;
export type OptimiserName = (typeof OPTIMISER_NAMES)[number];

export const SCHEDULE_NAMES = ['constant', 'step', 'exponential', 'cosine', 'warmupCosine'] as const;
export type ScheduleName = (typeof SCHEDULE_NAMES)[number];

export interface OptimiserSettings {
  readonly name: OptimiserName;
  /** Momentum's factor (default 0.9). */
  readonly momentum?: number;
  /** Momentum looks ahead along its velocity (Nesterov 1983, as Sutskever et al. 2013 put it); default false. */
  readonly nesterov?: boolean;
  /** RMSProp's factor of the running square (default 0.9). */
  readonly decay?: number;
  /** Adam's factors (defaults 0.9 and 0.999). */
  readonly beta1?: number;
  readonly beta2?: number;
  /** Added to the root in RMSProp and Adam (default 1e-8 … always passed on, since libraries' defaults differ). */
  readonly epsilon?: number;
}

/** Data sets of the plane, after TensorFlow Playground and more. */
export const CLASS_DATASETS = ['circle', 'xor', 'gauss', 'spiral', 'moons', 'rings', 'checkerboard', 'multiGauss'] as const;
export const REGRESSION_DATASETS = ['plane', 'gaussRegression'] as const;
export type PlanarDataset = (typeof CLASS_DATASETS)[number] | (typeof REGRESSION_DATASETS)[number];

export const FEATURE_NAMES = ['x1', 'x2', 'x1Squared', 'x2Squared', 'x1x2', 'sinX1', 'sinX2'] as const;
export type FeatureName = (typeof FEATURE_NAMES)[number];

export const FUNCTION_NAMES = ['sine', 'step', 'sawtooth', 'bump', 'abs'] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];

/** Image data made by the page itself (`ml/data`), and the shape of their images. */
export const IMAGE_SHAPES = {
  /** Handwritten-like digits, in the format of MNIST. */
  digits: { height: 28, width: 28, channels: 1, classes: 10 },
  /** Coloured shapes and textures. */
  shapes: { height: 16, width: 16, channels: 3, classes: 10 },
} as const satisfies Readonly<Record<string, ImageShape>>;
export type ImageDataset = keyof typeof IMAGE_SHAPES;

export interface ImageShape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly classes: number;
}

export type DataProgram =
  | {
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
  | { readonly kind: 'function'; readonly name: FunctionName; readonly samples: number; readonly noise: number }
  | {
      readonly kind: 'images';
      readonly dataset: ImageDataset;
      /** Images to learn from, and images held out. */
      readonly train: number;
      readonly test: number;
      /** The classes of the labels. */
      readonly classes: number;
      /** The shape of the reader's own images, where they take the data set's place. */
      readonly own?: ImageShape;
    }
  | StrokesData
  | PictureData
  /** Rows brought by the reader: printed in full. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly number[])[]; readonly classes: number };

export interface Program {
  readonly network: NetworkSpec;
  readonly loss: LossName;
  readonly optimiser: OptimiserSettings;
  readonly learningRate: number;
  readonly schedule: ScheduleName;
  readonly l1: number;
  readonly l2: number;
  readonly weightDecay: number;
  /** Largest global norm of the gradient; Infinity for none. */
  readonly clipNorm: number;
  readonly batchSize: number;
  readonly steps: number;
  readonly data: DataProgram;
}

/** True where outputs are judged as right or wrong; values of a regression are not. */
export function isClassified({ loss, data }: Pick<Program, 'loss' | 'data'>): boolean {
  if (loss !== 'meanSquaredError') return true;
  if (data.kind !== 'planar') return false;
  return data.rows === undefined ? !REGRESSION_DATASETS.some((name) => name === data.dataset) : data.values !== true;
}

/** A program with the usual settings, changed by `settings`. */
export function program(settings: Pick<Program, 'network' | 'loss' | 'data'> & Partial<Program>): Program {
  return {
    optimiser: { name: 'sgd' },
    learningRate: 0.1,
    schedule: 'constant',
    l1: 0,
    l2: 0,
    weightDecay: 0,
    clipNorm: Infinity,
    batchSize: 10,
    steps: 500,
    ...settings,
  };
}

/** The chain that most programs of the MLP chapter train: dense layers, each with norm, activation and dropout as asked. */
export interface MlpSettings {
  readonly name: string;
  readonly inputs: number;
  readonly hidden: readonly number[];
  readonly outputs: number;
  /** One a hidden layer; a shorter list repeats its last. */
  readonly activations: readonly string[];
  readonly initialiser?: InitialiserName;
  readonly initialScale?: number;
  readonly dropout?: number;
  readonly batchNorm?: boolean;
}
