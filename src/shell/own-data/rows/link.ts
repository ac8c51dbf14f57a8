/** Points of the reader's own as text and back, where they are few enough for a link. */
import { LARGEST_NUMBER, type Rows } from './own-rows';

const MOST_ROWS = 150;
/** The reader's points where there are none: an empty plane, to be painted on. */
const EMPTY = 'none';

/** The shortest number that is the same in 32 bits, in which points are computed. */
function shortest(value: number): number {
  const exact = Math.fround(value);
  for (let digits = 1; digits < 9; digits++)
    if (Math.fround(Number(value.toPrecision(digits))) === exact) return Number(value.toPrecision(digits));
  return Number(exact.toPrecision(9));
}

/** Points as a link says them; undefined where they are too many. */
export function formatRows(rows: Rows): string | undefined {
  if (rows.length > MOST_ROWS) return undefined;
  return rows.length === 0 ? EMPTY : rows.map((row) => row.map(shortest).join(',')).join(';');
}

/** What `formatRows` wrote. @param columns numbers in a row; 0 where the demo takes no points. */
export function parseRows(text: string, columns: number): Rows | undefined {
  if (columns === 0) return undefined;
  if (text === EMPTY) return [];
  const lines = text.split(';');
  if (lines.length > MOST_ROWS) return undefined;
  const rows = lines.map((row) => row.split(',').map((cell) => (cell === '' ? NaN : Number(cell))));
  return rows.every((row) => row.length === columns && row.every((value) => Number.isFinite(value) && Math.abs(value) <= LARGEST_NUMBER))
    ? rows
    : undefined;
}
