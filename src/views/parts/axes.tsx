import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3';
import { coordinate, short } from './ramp';
import { keptBetween, textWidth } from './words';

export type Scale = ScaleContinuousNumeric<number, number>;

/** Room around a plot for its axes. */
export const MARGIN = { top: 10, right: 12, bottom: 34, left: 44 } as const;

/** Share of their size by which values must differ to be told apart by ticks of three digits. */
const TOLD_APART = 2e-3;

/** How far an axis reaches beyond values that are all (nearly) the same. */
function roomAround(low: number, high: number): number {
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (low === high) return Math.max(1, size / 10);
  return high - low < TOLD_APART * size ? size / 10 : 0;
}

/** A scale over values, a little wider than they are; safe where there are none or all are equal. */
export function plotScale(values: readonly number[], range: readonly [number, number], kind: 'linear' | 'log' = 'linear'): Scale {
  const finite = values.filter((value) => Number.isFinite(value) && (kind === 'linear' || value > 0));
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  if (finite.length === 0) return scaleLinear().domain([0, 1]).range(range);
  if (kind === 'log')
    return scaleLog()
      .domain(low === high ? [low / 2, high * 2] : [low, high])
      .range(range);
  const room = roomAround(low, high);
  return scaleLinear()
    .domain([low - room, high + room])
    .nice()
    .range(range);
}

interface AxesProps {
  readonly x: Scale;
  readonly y: Scale;
  readonly width: number;
  readonly height: number;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly format?: (value: number) => string;
}

/** Ticks of a logarithmic scale by how many there would be: powers of ten; 1, 2 and 5 of each decade; whatever the scale offers. */
const LOG_TICKS = [[1], [1, 2, 5]] as const;

/** About `count` places for ticks; on a logarithmic scale, round numbers that a reader expects there. */
export function ticksOf(scale: Scale, count: number): number[] {
  const ticks = scale.ticks(count);
  const logarithmic = 'base' in scale;
  if (!logarithmic) return ticks;
  const leading = (tick: number): number => Number(tick.toExponential(1).split('e')[0]);
  for (const kept of LOG_TICKS) {
    const few = ticks.filter((tick) => kept.some((digit) => digit === leading(tick)));
    const stride = Math.ceil(few.length / (2 * count));
    if (few.length >= 3) return few.filter((_, i) => i % stride === 0);
  }
  return ticks;
}

/** Room between the words of two ticks, in units. */
const APART = 10;

/** Ticks of a horizontal scale: as many as `count`, fewer where their words would meet. */
function spacedTicks(scale: Scale, count: number): number[] {
  for (let few = count; few > 1; few--) {
    const ticks = ticksOf(scale, few);
    const ends = ticks.map((tick) => [scale(tick) - textWidth(short(tick)) / 2, scale(tick) + textWidth(short(tick)) / 2] as const);
    if (ends.every(([left], i) => i === 0 || left - (ends[i - 1]?.[1] ?? 0) >= APART)) return ticks;
  }
  return scale.domain();
}

/** Axes with ticks, light grid lines and names, at the left and the bottom of a plot. */
export function Axes({ x, y, width, height, xLabel, yLabel, format = short }: AxesProps) {
  const bottom = height - MARGIN.bottom;
  return (
    <g class="gb-axes" aria-hidden="true">
      {ticksOf(y, 5).map((tick) => (
        <g transform={`translate(0,${y(tick)})`} key={tick}>
          <line x1={MARGIN.left} x2={width - MARGIN.right} class="gb-grid" />
          <text x={MARGIN.left - 6} dy="0.32em" text-anchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
      {spacedTicks(x, width < 420 ? 4 : 7).map((tick) => (
        <g transform={`translate(${x(tick)},${bottom})`} key={tick}>
          <line y2={5} class="gb-tick" />
          <text x={coordinate(keptBetween(x(tick), short(tick), 0, width) - x(tick)) || undefined} y={17} text-anchor="middle">
            {short(tick)}
          </text>
        </g>
      ))}
      <line x1={MARGIN.left} x2={width - MARGIN.right} y1={bottom} y2={bottom} class="gb-axis" />
      <text x={width - MARGIN.right} y={height - 4} text-anchor="end" class="gb-axis-name">
        {xLabel}
      </text>
      <text x={4} y={MARGIN.top + 2} class="gb-axis-name">
        {yLabel}
      </text>
    </g>
  );
}
