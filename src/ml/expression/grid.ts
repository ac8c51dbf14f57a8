/** Rows of numbers, as a reader writes a picture or a kernel: `1 0 -1 / 2 0 -2 / 1 0 -1`. */
import { gridText } from '../../i18n/expression';
import { filled, type Problem } from './mistake';

export type ParsedGrid = { readonly grid: readonly (readonly number[])[] } | Problem;

/** Longer or more rows than this are not taken. */
const MOST = 32;
const LARGEST = 100;

/**
 * Reads rows separated by `/` (or `;`, or line ends), numbers separated by spaces or commas. All rows are as long as the first.
 * @returns the rows, or what is wrong, at which column; never throws.
 */
export function parseGrid(text: string): ParsedGrid {
  let column = 1;
  const wrong = (key: keyof typeof gridText, words: Readonly<Record<string, string | number>> = {}): Problem => ({
    problem: filled(gridText[key], { column, ...words }),
    column,
  });
  if (text.trim() === '') return wrong('empty');
  const rows = text.split(/[/;；\n]/);
  if (rows.length > MOST) return wrong('tooMany', { most: MOST });
  const grid: number[][] = [];
  for (const row of rows) {
    const cells = row.split(/[\s,，]+/).filter((cell) => cell !== '');
    const numbers = cells.map((cell) => Number(cell.replace('−', '-')));
    const bad = cells.find((_, i) => !(Math.abs(numbers[i] ?? NaN) <= LARGEST));
    if (bad !== undefined) {
      column += row.indexOf(bad);
      return wrong('notANumber', { text: bad, largest: LARGEST });
    }
    if (numbers.length > MOST) return wrong('tooMany', { most: MOST });
    if (numbers.length === 0 || numbers.length !== (grid[0] ?? numbers).length) {
      return wrong('uneven', { count: numbers.length, expected: grid[0]?.length ?? 1 });
    }
    grid.push(numbers);
    column += row.length + 1;
  }
  return { grid };
}

/** Rows as text that `parseGrid` reads back; numbers keep three decimals. */
export function printGrid(grid: readonly (readonly number[])[]): string {
  return grid.map((row) => row.map((value) => String(Number(value.toFixed(3)) + 0)).join(' ')).join(' / ');
}

/** The grid cut or filled up with zeros to `rows` times `columns`, its middle staying in the middle; all zeros for a text that is none. */
export function gridOf(text: string, rows: number, columns: number): readonly (readonly number[])[] {
  const parsed = parseGrid(text);
  const grid = 'grid' in parsed ? parsed.grid : [];
  const down = Math.floor((rows - grid.length) / 2);
  const across = Math.floor((columns - (grid[0]?.length ?? 0)) / 2);
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => grid[row - down]?.[column - across] ?? 0));
}
