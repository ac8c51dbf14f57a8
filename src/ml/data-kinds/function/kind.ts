import { noSigns, type DataKind } from '../data-kind';
import { jsSamples, pythonSamples } from './code';
import type { FunctionData } from './program';

/** Samples of a function of one variable: values. */
export const functionKind: DataKind<FunctionData> = {
  classes: () => 1,
  trainCount: ({ samples }) => samples,
  target: () => 'label',
  signs: noSigns,
  js: jsSamples,
  python: pythonSamples,
};
