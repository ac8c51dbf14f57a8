import { noSigns, type DataKind } from '../data-kind';
import { jsLine, pythonLine } from './code';
import { lineSymbols, type LineData } from './program';

/** One line, learned from and asked for again. */
export const lineKind: DataKind<LineData> = {
  classes: ({ text }) => lineSymbols(text).length,
  trainCount: () => 1,
  target: () => 'symbols',
  signs: noSigns,
  js: jsLine,
  python: pythonLine,
};
