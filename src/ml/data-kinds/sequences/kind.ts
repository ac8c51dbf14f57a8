import { noSigns, type DataKind } from '../data-kind';
import { jsSequences, pythonSequences } from './code';
import { asksLast, marksOf, type SequencesData } from './program';

/** Small tasks on sequences of symbols: one answer a sequence, or one a place. */
export const sequencesKind: DataKind<SequencesData> = {
  classes: ({ symbols }) => symbols,
  trainCount: ({ train }) => train,
  target: (data) => (asksLast(data) ? 'label' : 'symbols'),
  signs: noSigns,
  mark: (data) => marksOf(data).question,
  js: jsSequences,
  python: pythonSequences,
};
