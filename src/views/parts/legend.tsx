import { MARGIN } from './axes';
import { dashOf, type Series } from './paths';
import { coordinate } from './ramp';
import { cut, textWidth } from './words';

interface LegendProps {
  readonly series: readonly Series[];
  readonly x: number;
  readonly y: number;
}

/** Room for a line's sample and for the gap after a name. */
const SAMPLE = 18;
const GAP = 10;
/** From one row of names to the next, in user units. */
const LEGEND_ROW = 15;

/** How wide names are in a row, in user units. */
function rowWidth(series: readonly Series[]): number {
  return series.reduce((sum, { name }) => sum + SAMPLE + textWidth(name) + GAP, -GAP);
}

/** The names in as few rows as a width lets them be, and how wide the widest row is. */
function legendRows(series: readonly Series[], room: number): { readonly rows: readonly (readonly Series[])[]; readonly width: number } {
  const rows: Series[][] = [];
  for (const one of series) {
    const row = rows.at(-1);
    if (row !== undefined && rowWidth([...row, one]) <= room) row.push(one);
    else rows.push([one]);
  }
  return { rows, width: Math.max(0, ...rows.map(rowWidth)) };
}

/** Names of the curves with their colours, in a row. */
function Legend({ series, x, y }: LegendProps) {
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

/** Room that a legend leaves between the axis's name and itself, and under itself, in user units. */
const BESIDE = 12;
const UNDER = 16;

interface PlacedLegend {
  readonly rows: readonly { readonly row: readonly Series[]; readonly x: number; readonly y: number }[];
  /** Where the plot may begin. */
  readonly bottom: number;
}

/** The legend above a plot: beside the name of its vertical axis where all fit in one row, else in rows of their own under it. */
export function placedLegend(named: readonly Series[], title: string, width: number): PlacedLegend {
  // A name that would leave the picture is shortened; read off, it stands there whole.
  const series = named.map((one) => ({ ...one, name: cut(one.name, width - SAMPLE - GAP) }));
  const clear = 4 + textWidth(title) + BESIDE;
  const beside = legendRows(series, width - clear);
  const fits = beside.rows.length <= 1 && beside.width <= width - clear;
  const x = Math.max(clear, Math.min(MARGIN.left + 40, width - beside.width));
  const rows = fits
    ? beside.rows.map((row) => ({ row, x, y: MARGIN.top }))
    : legendRows(series, width - 4).rows.map((row, i) => ({ row, x: 4, y: MARGIN.top + LEGEND_ROW * (i + 1) }));
  return { rows, bottom: (rows.at(-1)?.y ?? MARGIN.top) + UNDER };
}

/** The rows of a legend where they were placed. */
export function Legends({ rows }: Pick<PlacedLegend, 'rows'>) {
  return (
    <>
      {rows.map(({ row, x, y }) => (
        <Legend series={row} x={x} y={y} key={y} />
      ))}
    </>
  );
}
