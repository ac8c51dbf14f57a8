/** What is drawn on the cells of a map of runs, and said of them: the best, the one looked at, those that have diverged. */
import { at } from '../../base/at';
import { sweepText } from '../../i18n/sweep';
import { fill, type Lang } from '../../i18n/text';
import { ABSENT, DIVERGED } from '../../ml/blueprint/run-levels';
import { coordinate, short } from './ramp';

/** The level of the full colour, and of the other one below zero: a loss of about a thirtieth of that of guessing, or so many times it. */
export const FULL = 1.5;
/** Losses above this are shown alike. */
const MOST = 10;

const isLevel = (level: number): boolean => level > DIVERGED;

/** A level as the map's colours need it: no number for what has diverged, the tone between for what is not there. */
export function shadeOf(level: number): number {
  return isLevel(level) ? level : level === DIVERGED ? NaN : 0;
}

/** The place of the highest level, where there are several to choose from. */
export function bestOf(levels: readonly number[]): number | undefined {
  const known = levels.flatMap((level, i) => (isLevel(level) ? [i] : []));
  return known.length < 2 ? undefined : known.reduce((best, i) => (at(levels, i) > at(levels, best) ? i : best));
}

/** The loss of a level. @param chance that of level 0. */
export function lossInWords(level: number, chance: number, lang: Lang): string {
  if (!isLevel(level)) return (level === DIVERGED ? sweepText.diverged : sweepText.absent)[lang];
  const loss = chance * 10 ** -level;
  return loss > MOST ? fill(sweepText.moreThan[lang], { loss: short(MOST) }) : short(Number(loss.toPrecision(2)));
}

interface CellMarksProps {
  /** Row by row. */
  readonly levels: readonly number[];
  readonly columns: number;
  /** The cell that is looked at, from 0; none where it lies outside. */
  readonly chosen: number;
  readonly x: number;
  readonly y: number;
  readonly cell: readonly [width: number, height: number];
}

/** The marks, over cells that are drawn with their top left corner at (x, y). */
export function CellMarks({ levels, columns, chosen, x, y, cell: [width, height] }: CellMarksProps) {
  const best = bestOf(levels);
  const size = Math.min(width, height);
  const corner = (i: number): readonly [number, number] => [x + (i % columns) * width, y + Math.floor(i / columns) * height];
  const middle = (i: number): readonly [number, number] => {
    const [left, top] = corner(i);
    return [left + width / 2, top + height / 2];
  };
  const paths = (which: number, path: (i: number) => string): string =>
    levels.flatMap((level, i) => (level === which ? [path(i)] : [])).join('');
  const cross = (i: number): string => {
    const [across, down] = middle(i);
    const arm = size * 0.22;
    const [west, east, north, south] = [across - arm, across + arm, down - arm, down + arm].map(coordinate);
    return `M${west},${north}L${east},${south}M${west},${south}L${east},${north}`;
  };
  const bare = (i: number): string => {
    const [left, top] = corner(i);
    return `M${coordinate(left)},${coordinate(top)}h${coordinate(width)}v${coordinate(height)}h${coordinate(-width)}Z`;
  };
  const [left, top] = corner(chosen);
  return (
    <>
      <path d={paths(ABSENT, bare)} class="gb-unit-bare" />
      <path d={paths(DIVERGED, cross)} class="gb-cell-cross" />
      {best !== undefined && (
        <circle cx={coordinate(at(middle(best), 0))} cy={coordinate(at(middle(best), 1))} r={coordinate(size * 0.3)} class="gb-cell-best" />
      )}
      {chosen >= 0 && chosen < levels.length && (
        <rect x={coordinate(left)} y={coordinate(top)} width={coordinate(width)} height={coordinate(height)} class="gb-cell-chosen" />
      )}
    </>
  );
}
