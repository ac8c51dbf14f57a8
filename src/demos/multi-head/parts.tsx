/** Pieces of the picture: a symbol in its box, and the weights of one head. */
import { coordinate } from '../../views/parts/ramp';

/** Side of a box, in units. */
export const BOX = 20;

interface BoxProps {
  readonly letter: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Absent where nothing is judged. */
  readonly right?: boolean;
}

/** A symbol in its box: given, or answered right or wrong. */
export function Box({ letter, x, y, width, right }: BoxProps) {
  const tone = right === undefined ? undefined : right ? 'var(--gb-good)' : 'var(--gb-warn)';
  return (
    <g transform={`translate(${coordinate(x)},${y})`}>
      <rect
        width={coordinate(width)}
        height={BOX}
        rx={3}
        fill={tone === undefined ? 'var(--gb-zero)' : `color-mix(in oklab, ${tone} 22%, var(--gb-zero))`}
      />
      <text x={coordinate(width / 2)} y={BOX / 2} dy="0.35em" text-anchor="middle" class="gb-cell">
        {right === false && width >= 24 ? `${letter} ✗` : letter}
      </text>
    </g>
  );
}

interface WeightsProps {
  /** By the place that asks, by the place that is asked. */
  readonly rows: readonly (readonly number[])[];
  readonly cell: number;
  readonly height: number;
}

/** The weights of one head: the fuller the colour, the more is listened to. */
export function Weights({ rows, cell, height }: WeightsProps) {
  const pitch = height / Math.max(1, rows.length);
  const inner = pitch > 8 ? pitch - 1 : pitch;
  return (
    <>
      {rows.map((row, i) =>
        row.map((share, place) => (
          <rect
            x={coordinate(place * cell)}
            y={coordinate(i * pitch)}
            width={coordinate(Math.max(1, cell - 2))}
            height={coordinate(inner)}
            fill={`color-mix(in oklab, var(--gb-attention) ${Number.isFinite(share) ? Math.round(80 * Math.min(1, share)) : 0}%, var(--gb-zero))`}
            key={`${i} ${place}`}
          />
        )),
      )}
    </>
  );
}
