/** A table's beginning: titles, names of columns, and whether its first column holds the names of rows. */
import { standsForNumber } from './cell-fault';
import type { TableLine } from './lines';
import { unwrapped, writtenNumber } from './numbers';

/** Lines without numbers that may stand before the data. */
const MOST_BEFORE = 20;

/** Names that programs give to a column of row numbers; pandas and R also leave it without one. */
const ROW_NAMES = /^(?:|#|index|id|nr\.?|no\.?|n°|row(?:[ _.]?(?:names?|id|num(?:ber)?))?|unnamed: 0|x\.1|序号|编号|行号)$/i;

export interface Head {
  /** The line of names, if there is one. */
  readonly names: TableLine | undefined;
  /** True where lines stand before it. */
  readonly titled: boolean;
  /** Columns before those that are wanted: 0, or 1 with the names of rows. */
  readonly skipped: number;
  readonly first: TableLine;
}

export type HeadResult =
  | Head
  | 'empty'
  /** Names and data do not go together. */
  | { readonly names: TableLine; readonly data: TableLine };

/** True where a cell holds a number, or what stands for one that is missing. */
function isData(cell: string): boolean {
  const bare = unwrapped(cell);
  return bare !== '' && (writtenNumber(bare) !== undefined || standsForNumber(bare));
}

/** pandas numbers its columns where they have no names: an empty cell, then 0, 1, ... */
function isNumbered({ cells }: TableLine, columns: number): boolean {
  return cells.length === columns + 1 && cells.every((cell, i) => cell === (i === 0 ? '' : String(i - 1)));
}

/** Looks at a table's beginning. */
export function headOf(lines: Iterable<TableLine>, columns: number): HeadResult {
  const before: TableLine[] = [];
  let first: TableLine | undefined;
  for (const one of lines) {
    if (!(before.length === 0 && isNumbered(one, columns)) && (one.open || one.cells.some(isData) || before.length === MOST_BEFORE)) {
      first = one;
      break;
    }
    before.push(one);
  }
  if (first === undefined) return 'empty';
  const last = before.at(-1);
  // A title is a single cell; names are as many as the columns, or one fewer where rows have names.
  const names = last !== undefined && (last.cells.length > 1 || columns === 2) ? last : undefined;
  const titled = before.length > (names === undefined ? 0 : 1);
  const width = first.cells.length;
  const blank = width === columns + 1 && first.cells[0] === '';
  if (names === undefined) return { names, titled, skipped: blank ? 1 : 0, first };
  const named = names.cells.length;
  const firstName = names.cells[0] ?? '';
  const wide = named === columns + 1 && Math.max(width, first.width) > columns;
  if ((wide && (blank || ROW_NAMES.test(firstName))) || (named === columns && width === columns + 1))
    return { names, titled, skipped: 1, first };
  // Without row names each column has its own: else it cannot be told which is missing.
  if (width === columns && (named !== columns || firstName === '')) return { names, data: first };
  return { names, titled, skipped: 0, first };
}
