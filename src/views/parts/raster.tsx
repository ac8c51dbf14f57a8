/** A small image as coloured cells: one path a shade, runs of equal cells together, so that it stays sharp, prints and follows the theme. */
import { useMemo } from 'preact/hooks';
import { diverging } from './ramp';

/** Shades of a full amount, on either side of zero. */
const SHADES = 8;

export interface RasterProps {
  readonly values: ArrayLike<number>;
  readonly rows: number;
  readonly columns: number;
  /** Where the image begins in `values`, and how far apart its neighbouring pixels are (channels kept last). */
  readonly offset?: number;
  readonly stride?: number;
  readonly x: number;
  readonly y: number;
  /** Width in user units; cells are square. */
  readonly size: number;
  /** The value that has the full colour. */
  readonly scale: number;
  /** `ink`: from paper to ink; `signed`: orange below zero, blue above. */
  readonly colours: 'ink' | 'signed';
}

/** Colour of a share, -1 to 1, of the full amount. */
export function shadeOf(share: number, colours: RasterProps['colours']): string {
  if (colours === 'signed') return diverging(share);
  return `color-mix(in oklab, var(--gb-ink) ${Math.round(Math.max(0, Math.min(1, share)) * 100)}%, var(--gb-zero))`;
}

/** The level of a value: 0 is not drawn, NaN stands for what is no number. */
function levelOf(value: number, scale: number): number {
  if (!Number.isFinite(value)) return NaN;
  return Math.round(SHADES * Math.max(-1, Math.min(1, value / (scale || 1)))) + 0;
}

/** A path a level: `M x y h n v 1 h -n z` for each run, in cells. */
function pathsOf({ values, rows, columns, offset = 0, stride = 1, scale }: RasterProps): ReadonlyMap<number, string> {
  const paths = new Map<number, string>();
  for (let row = 0; row < rows; row++) {
    let start = 0;
    let level = 0;
    for (let column = 0; column <= columns; column++) {
      const next = column < columns ? levelOf(values[offset + (row * columns + column) * stride] ?? 0, scale) : 0;
      if (column < columns && Object.is(next, level)) continue;
      if (level !== 0 && column > start)
        paths.set(level, `${paths.get(level) ?? ''}M${start} ${row}h${column - start}v1h${start - column}z`);
      [start, level] = [column, next];
    }
  }
  return paths;
}

export function Raster(props: RasterProps) {
  const { values, rows, columns, offset, stride, x, y, size, scale, colours } = props;
  const paths = useMemo(() => pathsOf(props), [values, rows, columns, offset, stride, scale]);
  const cell = size / Math.max(1, columns);
  return (
    <g class="gb-raster" transform={`translate(${x},${y}) scale(${Math.round(cell * 1000) / 1000})`}>
      <rect width={columns} height={rows} fill={colours === 'ink' ? 'var(--gb-zero)' : diverging(0)} />
      {[...paths].map(([level, path]) => (
        <path d={path} fill={Number.isNaN(level) ? 'var(--gb-warn)' : shadeOf(level / SHADES, colours)} key={level} />
      ))}
    </g>
  );
}
