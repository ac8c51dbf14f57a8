import { noSigns, type DataKind } from '../data-kind';
import { jsFiltered, pythonFiltered } from './code';
import type { FilteredData } from './program';

/** Random pictures, or one that is given, and what a fixed kernel makes of them. */
export const filteredKind: DataKind<FilteredData> = {
  classes: () => 1,
  trainCount: ({ picture, samples }) => (picture === undefined ? samples : 1),
  target: () => 'pixels',
  signs: noSigns,
  js: jsFiltered,
  python: pythonFiltered,
};
