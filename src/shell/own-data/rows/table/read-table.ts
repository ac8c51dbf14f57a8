/** A reader's table of points: what has one meaning is read, what has none or two is refused with its line and a way out. */
import type { Text } from '../../../../i18n/text';
import { MOST_CLASSES } from '../../../../ml/data-kinds/rows/own-labels';
import { LARGEST_NUMBER } from '../own-rows';
import { faultOf, standsForNumber } from './cell-fault';
import { cleaned, controlIn } from './clean';
import { Marks, type Place } from './decimal';
import { Reservoir } from '../../fair';
import { headOf, type Head } from './head';
import { Labels } from './labels';
import { namedSeparator, tableLines, type TableLine } from './lines';
import { unwrapped, valueOf, writtenNumber, type Mark } from './numbers';
import { quoted, refuse, refuseCell, Refusal, sayTable } from './refusal';
import { separatorOf } from './separator';
import { MOST_CELLS, type Separator } from './split';

/** Larger tables are refused before they are read. */
export const MOST_BYTES = 10e6;
/** Lines between two words on how far the reading is. */
const TELL_EVERY = 4096;

/** What a table should be. */
export interface Wanted {
  /** How many numbers a point has. */
  readonly columns: number;
  /** The last of them is a label, which may be a word. */
  readonly labelled: boolean;
  /** Points that are used at most. */
  readonly most: number;
}

export type Table =
  | {
      readonly rows: readonly (readonly number[])[];
      /** Whatever was left out or taken for something else. */
      readonly notices: readonly Text[];
      /** The words that were labels, by class; empty where labels are numbers. */
      readonly classNames: readonly string[];
    }
  | { readonly problem: Text };

interface Layout {
  readonly text: string;
  readonly separator: Separator;
  readonly from: number;
  readonly head: Head;
}

/** How the table is laid out. */
function layoutOf(text: string, { columns, labelled }: Wanted): Layout {
  const said = namedSeparator(text);
  const chosen = said ?? separatorOf(text, columns, labelled ? columns - 1 : columns);
  if ('twoAt' in chosen) refuse('twoSeparators', { line: chosen.twoAt });
  const { separator } = chosen;
  const from = said?.from ?? 0;
  const head = headOf(tableLines(text, separator, from), columns);
  if (head === 'empty') refuse('empty');
  if ('data' in head)
    refuse('names', {
      line: head.names.line,
      count: head.names.cells.filter((cell) => cell !== '').length,
      other: head.data.line,
      wanted: head.data.cells.length,
    });
  return { text, separator, from, head };
}

function wrongColumns({ line, cells, width }: TableLine, separator: Separator, wanted: number): never {
  const count = cells.length > wanted ? cells.length : width;
  if (count === MOST_CELLS) refuse('columnsMany', { line, count, wanted });
  refuse(separator === ',' && count > wanted && count <= 2 * wanted ? 'columnsCommas' : 'columns', { line, count, wanted });
}

/** The data lines, each with just the columns that are wanted. */
function* dataLines({ text, separator, from, head }: Layout, columns: number, tell: (fraction: number) => void): Generator<TableLine> {
  let seen = 0;
  for (const one of tableLines(text, separator, from)) {
    if (++seen % TELL_EVERY === 0) tell(one.end / text.length);
    if (one.open) refuse('quote', { line: one.line });
    if (one.line < head.first.line) continue;
    const cells = one.cells.slice(head.skipped);
    if (cells.length > columns || one.width - head.skipped < columns) wrongColumns(one, separator, columns + head.skipped);
    yield { ...one, cells };
  }
}

interface Gathered {
  readonly decimal: Mark;
  readonly classes: ReadonlyMap<string, number>;
  readonly count: number;
}

/** The first way through: every cell is judged, and what only the whole table can tell is gathered. */
function gathered(layout: Layout, { columns, labelled }: Wanted, tell: (fraction: number) => void): Gathered {
  const marks = new Marks();
  const labels = new Labels();
  let count = 0;
  for (const { line, cells } of dataLines(layout, columns, tell)) {
    count++;
    for (let i = 0; i < columns; i++) {
      const cell = unwrapped(cells[i] ?? '');
      const place: Place = { line, column: i + 1 + layout.head.skipped, text: cell };
      if (cell === '') refuse('missing', { line, column: place.column });
      const written = writtenNumber(cell);
      if (written !== undefined) marks.add(written, place);
      if (labelled && i === columns - 1) {
        if (written === undefined && standsForNumber(cell) && !/^[-−–—]$/.test(cell)) refuseCell(faultOf(cell), place);
        const fault = labels.add(cell, written !== undefined, place);
        if (fault === undefined) continue;
        if ('many' in fault) refuseCell('manyLabels', fault.many, { count: MOST_CLASSES + 1, most: MOST_CLASSES });
        refuseCell('mixedLabels', fault.mixed, { other: fault.with.line, otherText: fault.with.text });
      } else if (written === undefined) refuseCell(faultOf(cell), place);
    }
  }
  const decision = marks.decide();
  if ('twofold' in decision) {
    const { text } = decision.twofold;
    refuseCell('twoValues', decision.twofold, { whole: text.replace(/[.,]/, ''), part: text.replace(',', '.') });
  }
  if ('one' in decision) {
    const { one, other } = decision;
    refuse('twoMarks', { line: one.line, text: one.text, other: other.line, otherText: other.text });
  }
  return { decimal: decision.decimal, classes: labels.classes(), count };
}

/** The second way through: the numbers, fairly drawn where there are too many. */
function numbers(
  layout: Layout,
  { columns, most }: Wanted,
  { decimal, classes }: Gathered,
  tell: (fraction: number) => void,
): readonly (readonly number[])[] {
  const rows = new Reservoir<readonly number[]>(most);
  for (const { line, cells } of dataLines(layout, columns, tell)) {
    const row = Array.from({ length: columns }, (_, i) => {
      const cell = unwrapped(cells[i] ?? '');
      const written = writtenNumber(cell);
      const value = written === undefined ? (classes.get(cell) ?? NaN) : valueOf(written, decimal);
      if (Math.abs(value) > LARGEST_NUMBER) refuseCell('beyond', { line, column: i + 1 + layout.head.skipped, text: cell });
      return value;
    });
    rows.add(row);
  }
  return rows.things;
}

/** What the reader should know of what was read. */
function noticesOf({ head }: Layout, { most, columns }: Wanted, { count }: Gathered): readonly Text[] {
  const { names, first } = head;
  const list = (cells: readonly string[]): string =>
    quoted(
      cells
        .filter((cell) => cell !== '')
        .join(', ')
        .replace(/\s+/g, ' '),
    );
  const begin = names ?? first;
  const numbered = names === undefined && first.cells.length === columns && first.cells.every((cell, i) => cell === String(i));
  return [
    ...(head.titled ? [sayTable('titles', { line: begin.line })] : []),
    ...(names === undefined ? [] : [sayTable('namedBy', { line: names.line, names: list(names.cells) })]),
    ...(numbered ? [sayTable('numberedNames', { line: first.line, names: list(first.cells) })] : []),
    ...(head.skipped === 1 && first.cells[0] !== '' ? [sayTable('rowNumbers')] : []),
    ...(count > most ? [sayTable('sampled', { count, most })] : []),
  ];
}

/** The words by their class; a class that has no word keeps its number. */
function namesOf(classes: ReadonlyMap<string, number>): readonly string[] {
  const words = new Map([...classes].map(([word, index]) => [index, word]));
  return Array.from({ length: Math.max(-1, ...words.keys()) + 1 }, (_, i) => words.get(i) ?? String(i));
}

/** No-break spaces divide columns where nothing else does, as in what is copied from a web page; else they stand in numbers. */
function divided(text: string): string {
  return /[,;\t| ]/.test(text) ? text : text.replace(/\u00A0/g, ' ');
}

/** What a text is that begins as no table does. */
function otherKind(text: string): 'markup' | 'json' | undefined {
  if (/^\s*<(?:[!?]|html|head|body|table|svg|workbook)/i.test(text)) return 'markup';
  return /^\s*(?:\{|\[\s*[[{\d"'+-])/.test(text) ? 'json' : undefined;
}

/**
 * Reads a table.
 * @param tell is told now and then how much of it has been read, 0 to 1.
 */
export function readTable(given: string, wanted: Wanted, tell: (fraction: number) => void = () => undefined): Table {
  if (given.length > MOST_BYTES) return { problem: sayTable('large', { size: (given.length / 1e6).toFixed(1), most: MOST_BYTES / 1e6 }) };
  try {
    const text = divided(cleaned(given));
    const control = controlIn(text);
    if (control !== undefined) refuse('control', control);
    const other = otherKind(text);
    if (other !== undefined) refuse(other);
    const layout = layoutOf(text, wanted);
    const found = gathered(layout, wanted, (fraction) => tell(fraction / 2));
    const rows = numbers(layout, wanted, found, (fraction) => tell((1 + fraction) / 2));
    return { rows, notices: noticesOf(layout, wanted, found), classNames: namesOf(found.classes) };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}
