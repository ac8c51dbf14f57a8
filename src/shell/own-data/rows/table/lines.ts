/** The lines of a table that hold data or names: without comments, rules and the remarks that database programs print around them. */
import { isPlain } from './numbers';
import { linesOf, type Line, type Separator } from './split';

/** Errors that Excel writes, which begin as a comment does. */
const ERROR_CELL = /^#(?:[\p{Lu}\d_]+(?:\/[\p{Lu}\d]+)?[!?]?|#+)$/u;

/** What psql, MySQL and SQL Server print below a table. */
const FOOTER = /^(?:\(\d+ (?:rows?|lines?|行|Zeilen?|lignes?|filas?)[^)]*\)|\d+ rows? (?:in set|selected|affected).*)$/i;

/** Rules between names and data: `----+----`, `|---|:--|`, `=====`; cells that hold a single dash are missing values. */
function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => /^[\s|+:=-]*$/.test(cell)) && cells.some((cell) => /-{3}|={3}|\+-|-\+/.test(cell));
}

/** A comment, or a name, or an error that Excel writes. */
function isComment(cells: readonly string[], separator: Separator): boolean {
  const [first = ''] = cells;
  if (!first.startsWith('#')) return false;
  if (cells.length === 1 || (first === '#' && separator === ' ')) return true;
  return first !== '#' && !ERROR_CELL.test(first);
}

/** Excel's line that names the separator. */
const NAMED_SEPARATOR = /^\s*"?sep=(.|\\t)"?\s*(?:\r\n|\r|\n|$)/i;

export interface NamedSeparator {
  readonly separator: Separator;
  /** Where the table begins behind it. */
  readonly from: number;
}

/** The separator that the first line names, where there is such a line. */
export function namedSeparator(text: string): NamedSeparator | undefined {
  const [whole, sign] = NAMED_SEPARATOR.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const separator = sign === '\\t' ? '\t' : sign;
  return separator === ',' || separator === ';' || separator === '\t' || separator === '|' || separator === ' '
    ? { separator, from: whole.length }
    : undefined;
}

/** The cells trimmed, without those that are empty at the end. */
function trimmed(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && (cells[end - 1] ?? '').trim() === '') end--;
  return cells.slice(0, end).map((cell) => cell.trim());
}

export interface TableLine extends Line {
  /** How many cells there were, empty ones at the end among them. */
  readonly width: number;
}

/** A table's lines: cells trimmed, empty ones at the end left out. */
export function* tableLines(text: string, separator: Separator, from: number): Generator<TableLine> {
  for (const one of linesOf(text, separator, from, from === 0 ? 1 : 2)) {
    const cells = trimmed(one.cells);
    if (cells.length === 0 && !one.open) continue;
    // Most lines begin and end with a number: nothing else is looked for in them.
    if (isPlain(cells[0] ?? '') && isPlain(cells.at(-1) ?? '')) {
      yield { ...one, cells, width: one.cells.length };
      continue;
    }
    if (isComment(cells, separator) || isRule(cells)) continue;
    // No more than a few cells: the remark of a database is not looked for in every long line.
    if (cells.length < 8 && FOOTER.test(cells.join(' '))) continue;
    yield { ...one, cells, width: one.cells.length };
  }
}
