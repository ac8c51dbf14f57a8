/** One cell a place of a sequence, under its symbols: the fuller its colour, the more of something there is; none at all says so. */
import { coordinate } from './ramp';

/** Height of a strip, in units. */
const STRIP = 16;

interface Props {
  /** By place: 0 for nothing at all, 1 for the full colour; NaN where there is no number, undefined where no cell is drawn. */
  readonly shares: readonly (number | undefined)[];
  readonly cell: number;
  readonly colour: string;
}

export function PlaceStrip({ shares, cell, colour }: Props) {
  return (
    <>
      {shares.map((share, place) =>
        share === undefined ? null : (
          <g transform={`translate(${coordinate(place * cell)},0)`} key={place}>
            <rect
              width={coordinate(Math.max(1, cell - 2))}
              height={STRIP}
              rx={2}
              fill={`color-mix(in oklab, ${colour} ${Number.isFinite(share) ? Math.round(70 * Math.min(1, share)) : 0}%, var(--gb-zero))`}
            />
            {share === 0 && (
              <text x={coordinate((cell - 2) / 2)} y={STRIP / 2} dy="0.35em" text-anchor="middle" class="gb-cell">
                0
              </text>
            )}
          </g>
        ),
      )}
    </>
  );
}
