import { noSigns, type DataKind } from '../data-kind';
import { jsCopied, pythonCopied } from './code';
import type { CopiedData } from './program';

/** Random pictures, and pixels of their own. */
export const copiedKind: DataKind<CopiedData> = {
  classes: () => 1,
  trainCount: ({ samples }) => samples,
  target: () => 'pixels',
  signs: noSigns,
  js: jsCopied,
  python: pythonCopied,
};
