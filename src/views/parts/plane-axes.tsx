import { EDGE, type Plane } from './plane';
import { short } from './ramp';

const TICKS = [-6, -3, 0, 3, 6] as const;

/** Numbers and names along the plane's left and lower edge. */
export function PlaneAxes({ size, at }: Pick<Plane, 'size' | 'at'>) {
  return (
    <g class="gb-axes" aria-hidden="true">
      {TICKS.map((tick) => (
        <g key={tick}>
          <text x={at(tick, 0)[0]} y={size + 13} text-anchor={tick === -6 ? 'start' : tick === 6 ? 'end' : 'middle'}>
            {short(tick)}
          </text>
          <text x={EDGE - 4} y={at(0, tick)[1]} dy={tick === 6 ? '0.8em' : tick === -6 ? '-0.1em' : '0.32em'} text-anchor="end">
            {short(tick)}
          </text>
        </g>
      ))}
      <text x={at(4.5, 0)[0]} y={size + 13} text-anchor="middle" class="gb-axis-name">
        x₁
      </text>
      <text x={EDGE - 4} y={at(0, 4.5)[1]} dy="0.32em" text-anchor="end" class="gb-axis-name">
        x₂
      </text>
    </g>
  );
}

interface ReadingProps {
  /** Where, in user units. */
  readonly at: readonly [number, number];
  readonly size: number;
  readonly text: string;
}

/** A crosshair over the plane with what is read there. */
export function Reading({ at: [x, y], size, text }: ReadingProps) {
  // Out of the way of the place that is read.
  const low = y < size / 2 && x < size / 2;
  return (
    <g class="gb-reading" aria-hidden="true">
      <line x1={x} x2={x} y1={0} y2={size} />
      <line x1={EDGE} x2={EDGE + size} y1={y} y2={y} />
      <text x={EDGE + 6} y={low ? size - 8 : 14}>
        {text}
      </text>
    </g>
  );
}
