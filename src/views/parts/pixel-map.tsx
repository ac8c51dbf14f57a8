/** One channel of an image as coloured squares: pixels of about the same value share one path, so that many maps stay light. */
import { useMemo } from 'preact/hooks';
import { coordinate, diverging } from './ramp';

/** Shades on either side of zero. */
const SHADES = 6;

interface PixelMapProps {
  /** Row by row. */
  readonly values: readonly number[];
  readonly columns: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Pixels are square without it. */
  readonly height?: number;
  /** The value of the full colour. */
  readonly scale: number;
  /** The colour of a share of it, from -1 to 1; that of signed amounts unless told. */
  readonly colour?: (share: number) => string;
}

/** Shade of a value, from -SHADES to SHADES; NaN for what is no number. */
function shadeOf(value: number, scale: number): number {
  if (!Number.isFinite(value)) return NaN;
  return Math.round(SHADES * Math.max(-1, Math.min(1, value / scale)));
}

/** A factor of up to a hundred pixels, exact to a tenth of a unit. */
function fine(factor: number): number {
  return Number(factor.toFixed(3));
}

function rowsOf(values: readonly number[], columns: number): number {
  return Math.max(1, Math.ceil(values.length / columns));
}

/** Runs of pixels of one shade in a row, as closed rectangles by shade, in pixels of the image: short whole numbers, whatever their size. */
function pathsByShade({ values, columns, scale }: PixelMapProps): Map<number, string> {
  const paths = new Map<number, string>();
  for (let start = 0; start < values.length;) {
    const shade = shadeOf(values[start] ?? NaN, scale);
    const row = Math.floor(start / columns);
    let next = start + 1;
    while (next < (row + 1) * columns && Object.is(shadeOf(values[next] ?? NaN, scale), shade)) next++;
    const count = next - start;
    if (shade !== 0) paths.set(shade, `${paths.get(shade) ?? ''}M${start % columns},${row}h${count}v1h-${count}z`);
    start = next;
  }
  return paths;
}

/** Draws the map with its top left corner at (x, y). */
export function PixelMap(props: PixelMapProps) {
  const { values, columns, x, y, width, scale, colour = diverging } = props;
  const rows = rowsOf(values, columns);
  const { height = (width * rows) / columns } = props;
  const paths = useMemo(() => [...pathsByShade(props)], [values, columns, scale]);
  return (
    <g transform={`translate(${coordinate(x)},${coordinate(y)})`} class="gb-pixel-map">
      <rect width={coordinate(width)} height={coordinate(height)} fill="var(--gb-zero)" />
      <g transform={`scale(${fine(width / columns)},${fine(height / rows)})`}>
        {paths.map(([shade, path]) => (
          <path d={path} fill={colour(shade / SHADES)} key={shade} />
        ))}
      </g>
      <rect width={coordinate(width)} height={coordinate(height)} class="gb-unit-frame" />
    </g>
  );
}
