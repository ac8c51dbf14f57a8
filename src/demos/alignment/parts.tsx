/** A piece of the picture: how much an answer looks at a place. */
import { attentionShade, coordinate } from '../../views/parts/ramp';

interface CellProps {
  /** Undefined where nothing is looked at. */
  readonly weight: number | undefined;
  /** Whether the answer comes from this place. */
  readonly from: boolean;
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

/** Cells that hold a number are at least so wide; what is less than this share is shown by the shade alone. */
const ROOM = 34;
const LEAST = 0.005;

/** The weight of one place: the fuller the colour, the more is looked there. Framed where the answer comes from. */
export function Cell({ weight, from, x, width, height }: CellProps) {
  const known = weight !== undefined && Number.isFinite(weight);
  return (
    <g transform={`translate(${coordinate(x)},0)`}>
      <rect width={coordinate(Math.max(1, width - 1))} height={coordinate(Math.max(1, height - 1))} fill={attentionShade(weight)} />
      {known && weight >= LEAST && width >= ROOM && (
        <text x={coordinate(width / 2)} y={coordinate(height / 2)} dy="0.35em" text-anchor="middle" class="gb-cell">
          {Math.round(100 * weight)}
        </text>
      )}
      {from && (
        <rect x={1} y={1} width={coordinate(Math.max(1, width - 3))} height={coordinate(Math.max(1, height - 3))} class="gb-unit-frame" />
      )}
    </g>
  );
}
