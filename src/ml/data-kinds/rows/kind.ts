import { noSigns, type DataKind } from '../data-kind';
import { jsRows, pythonRows } from './code';
import type { RowsData } from './program';

/** Rows brought by the reader: labels or values, none held out. */
export const rowsKind: DataKind<RowsData> = {
  classes: ({ classes }) => classes,
  trainCount: ({ rows }) => rows.length,
  target: () => 'label',
  signs: noSigns,
  js: jsRows,
  python: pythonRows,
};
