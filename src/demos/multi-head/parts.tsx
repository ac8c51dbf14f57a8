/** A piece of the picture: the weights of one head. */
import { attentionShade, coordinate } from '../../views/parts/ramp';

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
            fill={attentionShade(share)}
            key={`${i} ${place}`}
          />
        )),
      )}
    </>
  );
}
