/** What a kernel makes of a picture: signed squares, one of them marked, another to be pointed at. */
import type { Pixels } from '../../ml/blueprint/convolve';
import { GridTouch, type Square } from './grid-touch';
import { PixelGrid, type PixelGridProps } from './pixel-grid';
import { coordinate } from './ramp';

interface FeatureMapProps {
  /** One channel. */
  readonly output: Pixels;
  readonly at: Square;
  readonly x: number;
  readonly y: number;
  /** Side of the longer direction, in user units. */
  readonly size: number;
  /** The value of full colour. */
  readonly largest: number;
  readonly shade?: PixelGridProps['shade'];
  /** What it is and which keys work, for those who hear it. */
  readonly label: string;
  readonly onPoint: ((square: Square) => void) | undefined;
}

/** Maps smaller than this do not grow to the whole place. */
const LEAST = 4;

export function FeatureMap({ output, at, x, y, size, largest, shade, label, onPoint }: FeatureMapProps) {
  const { rows, columns, data } = output;
  const cell = coordinate(size / Math.max(LEAST, rows, columns));
  return (
    <g>
      <PixelGrid x={x} y={y} cell={cell} rows={rows} columns={columns} values={data} shade={shade ?? 'signed'} largest={largest} />
      <rect
        x={coordinate(x + at[1] * cell)}
        y={coordinate(y + at[0] * cell)}
        width={Math.max(0, cell - 1)}
        height={Math.max(0, cell - 1)}
        class="gb-window"
      />
      {onPoint !== undefined && (
        <GridTouch x={x} y={y} cell={cell} rows={rows} columns={columns} label={label} start={at} onPoint={onPoint} />
      )}
    </g>
  );
}
