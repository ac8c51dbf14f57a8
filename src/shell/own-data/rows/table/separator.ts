/** What stands between the columns, where the file does not say: whatever divides its lines into as many numbers as are wanted. */
import { standsForNumber } from './cell-fault';
import { tableLines } from './lines';
import { unwrapped, writtenNumber } from './numbers';
import { SEPARATORS, type Separator } from './split';

/** Lines that are looked at. */
const LOOKED = 200;

interface Score {
  readonly separator: Separator;
  /** Lines with a number wherever there should be one, those with just as many cells as are wanted counted twice. */
  readonly readable: number;
  /** Lines with more than one cell. */
  readonly divided: number;
  /** The first line that is readable. */
  readonly line: number;
}

const holdsNumber = (cell: string): boolean => {
  const bare = unwrapped(cell);
  return writtenNumber(bare) !== undefined || (bare !== '' && standsForNumber(bare));
};

function scoreOf(text: string, separator: Separator, columns: number, numbers: number): Score {
  let [readable, divided, looked, line] = [0, 0, 0, 0];
  for (const { cells, line: at } of tableLines(text, separator, 0)) {
    if (++looked > LOOKED) break;
    if (cells.length > 1) divided++;
    const extra = cells.length - columns;
    // Spaces around commas only set the columns apart.
    if (separator === ' ' && cells.some((cell) => cell.startsWith(',') || cell.endsWith(','))) continue;
    if ((extra === 0 || extra === 1) && cells.slice(extra, extra + numbers).every(holdsNumber)) {
      readable += extra === 0 ? 2 : 1;
      if (line === 0) line = at;
    }
  }
  return { separator, readable, divided, line };
}

export type Choice = { readonly separator: Separator } | { readonly twoAt: number };

/**
 * The separator of a table.
 * @param columns how many a line should have; @param numbers how many of the first must be numbers (labels may be words).
 */
export function separatorOf(text: string, columns: number, numbers: number): Choice {
  const scores = SEPARATORS.map((separator) => scoreOf(text, separator, columns, numbers));
  const best = scores.reduce((one, other) => (other.readable > one.readable ? other : one));
  const [commas, spaces] = [',', ' '].map((sign) => scores.find(({ separator }) => separator === sign));
  // Commas may be decimal marks and spaces may stand behind them: with both dividing alike there is nothing to tell by.
  if (best.readable > 0 && commas?.readable === best.readable && spaces?.readable === best.readable) return { twoAt: commas.line };
  if (best.readable > 0) return { separator: best.separator };
  return { separator: scores.reduce((one, other) => (other.divided > one.divided ? other : one)).separator };
}
