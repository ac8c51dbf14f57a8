import { MARGIN } from './axes';
import { dashOf, type Series } from './paths';
import { coordinate } from './ramp';
import { NAME_ROW, nameLines } from './axis-name';
import { textWidth } from './words';

interface LegendProps {
  readonly series: readonly Series[];
  readonly x: number;
  readonly y: number;
  /** How wide a line of a name may be. */
  readonly room: number;
}

/** Room for a line's sample and for the gap after a name. */
const SAMPLE = 18;
const GAP = 10;
/** From one row of names to the next, and from one line of a long name to the next, in user units. */
const LEGEND_ROW = 15;
const LEGEND_LINE = 13;

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
function Legend({ series, x, y, room }: LegendProps) {
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
            {nameLines(one.name, room).map((line, i) => (
              <text x={SAMPLE} y={i * LEGEND_LINE || undefined} dy="0.32em" key={line}>
                {line}
              </text>
            ))}
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
  readonly rows: readonly { readonly row: readonly Series[]; readonly x: number; readonly y: number; readonly room: number }[];
  /** Where the plot may begin. */
  readonly bottom: number;
}

/**
 * The legend above a plot: beside the name of its vertical axis where all fit in one row, else in rows of their own under it. Nothing is
 * cut: a name wider than the picture goes on in a line below.
 */
export function placedLegend(series: readonly Series[], title: string, width: number): PlacedLegend {
  const titleLines = nameLines(title, width - 8).length;
  const clear = 4 + textWidth(title) + BESIDE;
  const beside = legendRows(series, width - clear);
  if (titleLines === 1 && beside.rows.length <= 1 && beside.width <= width - clear) {
    const x = Math.max(clear, Math.min(MARGIN.left + 40, width - beside.width));
    return { rows: beside.rows.map((row) => ({ row, x, y: MARGIN.top, room: width })), bottom: MARGIN.top + UNDER };
  }
  const room = width - 4 - SAMPLE - GAP;
  let bottom = MARGIN.top + NAME_ROW * (titleLines - 1);
  const rows = legendRows(series, width - 4).rows.map((row) => {
    const y = bottom + LEGEND_ROW;
    bottom = y + LEGEND_LINE * (Math.max(...row.map(({ name }) => nameLines(name, room).length)) - 1);
    return { row, x: 4, y, room };
  });
  return { rows, bottom: bottom + UNDER };
}

/** The rows of a legend where they were placed. */
export function Legends({ rows }: Pick<PlacedLegend, 'rows'>) {
  return (
    <>
      {rows.map(({ row, x, y, room }) => (
        <Legend series={row} x={x} y={y} room={room} key={y} />
      ))}
    </>
  );
}
