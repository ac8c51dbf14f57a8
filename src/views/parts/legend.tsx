import { dashOf, type Series } from './paths';
import { coordinate } from './ramp';
import { textWidth } from './words';

interface LegendProps {
  readonly series: readonly Series[];
  readonly x: number;
  readonly y: number;
}

/** Room for a line's sample and for the gap after a name. */
const SAMPLE = 18;
const GAP = 10;
/** From one row of names to the next, in user units. */
export const LEGEND_ROW = 15;

/** How wide names are in a row, in user units. */
function rowWidth(series: readonly Series[]): number {
  return series.reduce((sum, { name }) => sum + SAMPLE + textWidth(name) + GAP, -GAP);
}

/** The names in as few rows as a width lets them be, and how wide the widest row is. */
export function legendRows(
  series: readonly Series[],
  room: number,
): { readonly rows: readonly (readonly Series[])[]; readonly width: number } {
  const rows: Series[][] = [];
  for (const one of series) {
    const row = rows.at(-1);
    if (row !== undefined && rowWidth([...row, one]) <= room) row.push(one);
    else rows.push([one]);
  }
  return { rows, width: Math.max(0, ...rows.map(rowWidth)) };
}

/** Names of the curves with their colours, in a row. */
export function Legend({ series, x, y }: LegendProps) {
  let offset = 0;
  return (
    <g class="gb-legend" transform={`translate(${coordinate(x)},${y})`} aria-hidden="true">
      {series.map((one) => {
        const at = offset;
        offset += SAMPLE + textWidth(one.name) + GAP;
        return (
          <g transform={`translate(${coordinate(at)},0)`} key={one.name}>
            <line
              x2={14}
              stroke={one.colour}
              class={one.faint === true ? 'gb-line gb-line-faint' : 'gb-line'}
              stroke-dasharray={dashOf(one)}
            />
            <text x={SAMPLE} dy="0.32em">
              {one.name}
            </text>
          </g>
        );
      })}
    </g>
  );
}
