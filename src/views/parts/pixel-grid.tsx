/** A grid of numbers as shaded squares: a picture, a feature map, a kernel. Squares of one shade are one path, so that many cost little. */
import { coordinate, diverging, short } from './ramp';
import { textWidth } from './words';

export interface PixelGridProps {
  readonly x: number;
  readonly y: number;
  /** Side of a square in user units. */
  readonly cell: number;
  readonly rows: number;
  readonly columns: number;
  readonly values: ArrayLike<number>;
  /** `ink` for amounts from 0 up, `signed` for both signs, or a colour of the book for amounts of one kind. */
  readonly shade: 'ink' | 'signed' | `var(--gb-${string})`;
  /** The value of full colour. */
  readonly largest: number;
  /** Writes each number into its square. */
  readonly numbers?: boolean;
}

/** Shades that the eye can tell apart side by side. */
const SHADES = 24;

/** The colour of a value's shade, -SHADES … SHADES; of what is no number, the warning colour. */
function colourOf(level: number, shade: PixelGridProps['shade']): string {
  if (Number.isNaN(level)) return 'var(--gb-warn)';
  if (shade === 'signed') return diverging((0.85 * level) / SHADES);
  const share = Math.round((100 * Math.max(0, level)) / SHADES);
  return `color-mix(in oklab, ${shade === 'ink' ? 'var(--gb-ink)' : shade} ${share}%, var(--gb-zero))`;
}

/** The largest finite size of some values; 1 where all are zero. */
export function largestOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0) || 1;
}

/** A number with two decimals, or with one where two would run into the next square. */
function numberFor(value: number, cell: number): string {
  const rounded = (decimals: number): string => short(Math.abs(value) < 1000 ? Number(value.toFixed(decimals)) + 0 : value);
  return textWidth(rounded(2)) > cell - 4 ? rounded(1) : rounded(2);
}

export function PixelGrid({ x, y, cell, rows, columns, values, shade, largest, numbers }: PixelGridProps) {
  const paths = new Map<number, string>();
  const gap = cell >= 6 ? 1 : 0;
  const side = coordinate(cell - gap);
  for (let i = 0; i < rows * columns; i++) {
    const value = values[i] ?? 0;
    const level = Number.isFinite(value) ? Math.round(SHADES * Math.max(-1, Math.min(1, value / largest))) : NaN;
    const [left, top] = [coordinate((i % columns) * cell), coordinate(Math.floor(i / columns) * cell)];
    paths.set(level, `${paths.get(level) ?? ''}M${left} ${top}h${side}v${side}h${-side}z`);
  }
  return (
    <g class="gb-pixels" transform={`translate(${coordinate(x)},${coordinate(y)})`}>
      {[...paths].map(([level, path]) => (
        <path d={path} fill={colourOf(level, shade)} key={level} />
      ))}
      {numbers === true &&
        Array.from({ length: rows * columns }, (_, i) => (
          <text
            x={coordinate(((i % columns) + 0.5) * cell)}
            y={coordinate((Math.floor(i / columns) + 0.5) * cell)}
            dy="0.35em"
            text-anchor="middle"
            class={Number.isFinite(values[i] ?? 0) ? 'gb-cell' : 'gb-cell gb-cell-broken'}
            key={i}
          >
            {numberFor(values[i] ?? 0, cell)}
          </text>
        ))}
      <rect x={-0.5} y={-0.5} width={coordinate(columns * cell)} height={coordinate(rows * cell)} class="gb-unit-frame" />
    </g>
  );
}
