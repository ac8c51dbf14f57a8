/** What stands at the edges of a layer's picture: numbers and names of a plane's axes, the ranges of a box's. */
import { scaleLinear } from 'd3';
import { at } from '../../base/at';
import type { Stop } from './hidden-stops';
import { coordinate, short } from './ramp';
import { keptBetween, linesOf } from './words';

interface AxesProps {
  readonly stop: Stop;
  /** Where the square begins, from the left, and its side. */
  readonly left: number;
  readonly size: number;
}

/** Numbers and names along the edges of a plane. */
export function FlatAxes({ stop, left, size }: AxesProps) {
  const [across, up] = [at(stop.axes, 0), at(stop.axes, 1)];
  const ticks = ([low, high]: readonly [number, number]): readonly (readonly [number, number])[] =>
    scaleLinear()
      .domain([low, high])
      .ticks(4)
      .map((tick) => [tick, (tick - low) / (high - low)]);
  return (
    <g class="gb-axes" aria-hidden="true">
      {/* The last fifth of each edge is the name's. */}
      {ticks(across)
        .filter(([, share]) => share < 0.8)
        .map(([tick, share]) => (
          <text
            x={coordinate(keptBetween(left + share * size, short(tick), left - 6, left + size))}
            y={size + 14}
            text-anchor="middle"
            key={tick}
          >
            {short(tick)}
          </text>
        ))}
      {ticks(up)
        .filter(([, share]) => share < 0.85)
        .map(([tick, share]) => (
          <text x={left - 4} y={coordinate(Math.max(10, (1 - share) * size))} dy="0.32em" text-anchor="end" key={tick}>
            {short(tick)}
          </text>
        ))}
      <text x={left + size} y={size + 14} text-anchor="end" class="gb-axis-name">
        {stop.names[0]}
      </text>
      <text x={left - 4} y={14} text-anchor="end" class="gb-axis-name">
        {stop.names[1]}
      </text>
    </g>
  );
}

/** Ranges of a box's axes, which have no ticks. */
export function BoxRanges({ stop, left, size }: AxesProps) {
  return (
    <>
      {linesOf(
        stop.names.map(
          (name, i) =>
            `${name} ${at(stop.axes, i)
              .map((end) => short(Number(end.toPrecision(2))))
              .join(' … ')}`,
        ),
        size,
      ).map((line, i) => (
        <text x={left} y={size + 12 + 13 * i} class="gb-axis-name" key={i}>
          {line}
        </text>
      ))}
    </>
  );
}
