import { noSigns, type DataKind } from '../data-kind';
import { jsFeatures, pythonFeatures } from './code';
import type { FeaturesData } from './program';

/** Features and values that depend linearly on what they are of. */
export const featuresKind: DataKind<FeaturesData> = {
  classes: () => 1,
  trainCount: ({ samples }) => samples,
  target: () => 'label',
  signs: noSigns,
  js: jsFeatures,
  python: pythonFeatures,
};
