import type { DataKind } from '../data-kind';
import { jsMarks, pythonMarks } from './code';
import type { MarksData } from './program';

/** Noise with one of two marks in it: two signs. */
export const marksKind: DataKind<MarksData> = {
  classes: () => 1,
  trainCount: ({ train }) => train,
  target: () => 'label',
  signs: () => true,
  js: jsMarks,
  python: pythonMarks,
};
