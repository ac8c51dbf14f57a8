/** A small colour picture, its three lights added up as on a screen. */
import { coordinate } from './ramp';

interface ColourPictureProps {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  readonly rows: number;
  readonly columns: number;
  /** [row, column, colour] in one row: red, green and blue from 0 to 1. */
  readonly values: ArrayLike<number>;
}

/** The colours of the book's lights, in the order of a picture's channels. */
export const LIGHTS = ['var(--gb-light-red)', 'var(--gb-light-green)', 'var(--gb-light-blue)'] as const;

/** Squares of one brightness as one path. */
function pathsOf({ cell, rows, columns, values }: ColourPictureProps, light: number): ReadonlyMap<number, string> {
  const paths = new Map<number, string>();
  for (let i = 0; i < rows * columns; i++) {
    const level = Math.round(100 * Math.max(0, Math.min(1, values[i * LIGHTS.length + light] ?? 0)));
    const [left, top] = [coordinate((i % columns) * cell), coordinate(Math.floor(i / columns) * cell)];
    paths.set(level, `${paths.get(level) ?? ''}M${left} ${top}h${coordinate(cell)}v${coordinate(cell)}h${-coordinate(cell)}z`);
  }
  return paths;
}

export function ColourPicture(props: ColourPictureProps) {
  const { x, y, cell, rows, columns } = props;
  return (
    <g transform={`translate(${coordinate(x)},${coordinate(y)})`} class="gb-lights">
      <rect x={0} y={0} width={coordinate(columns * cell)} height={coordinate(rows * cell)} fill="var(--gb-light-none)" />
      {LIGHTS.flatMap((fill, light) =>
        [...pathsOf(props, light)].map(([level, path]) => (
          <path d={path} fill={fill} fill-opacity={level / 100} key={`${fill} ${level}`} />
        )),
      )}
    </g>
  );
}
