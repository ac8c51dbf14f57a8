/** How the tests of tables read them. */
import { readTable, type Table } from '../../../../src/shell/own-data/rows/table/read-table';

export const PLANE = { columns: 3, labelled: true, most: 100 };
export const CURVE = { columns: 2, labelled: false, most: 100 };

export const read = (text: string, wanted = PLANE): Table => readTable(text, wanted);

export function rowsOf(table: Table): readonly (readonly number[])[] {
  if ('problem' in table) throw new Error(table.problem.en);
  return table.rows;
}

export function problemOf(table: Table): { readonly en: string; readonly zh: string } {
  if (!('problem' in table)) throw new Error(`it was read: ${JSON.stringify(table)}`);
  return table.problem;
}
