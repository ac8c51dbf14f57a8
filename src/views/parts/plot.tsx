import { line } from 'd3';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { coordinate, short } from './ramp';
import { simplify, type Spot } from './simplify';
import { Axes, MARGIN, type Scale } from './axes';

/** One curve of a plot. `x` ascending; values that are not finite leave a gap. */
export interface Series {
  readonly name: string;
  readonly colour: string;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly dashed?: boolean;
  /** Thin and pale: an earlier run, one unit's share. */
  readonly faint?: boolean;
}

/** How far a drawn curve may stray from its points, in user units: less than a pixel. */
const TOLERANCE = 0.3;
const GAP: Spot = [NaN, NaN];

function isFinite([x, y]: Spot): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

/** The stretches of a curve between places that are not finite. */
function runs(spots: readonly Spot[]): readonly (readonly Spot[])[] {
  const parts: Spot[][] = [[]];
  for (const spot of spots) {
    if (isFinite(spot)) parts.at(-1)?.push(spot);
    else parts.push([]);
  }
  return parts.filter((part) => part.length > 0);
}

/**
 * A path through a series; where it has more points than pixels, the least and the largest of each pixel's points are kept, so that
 * no peak is lost.
 */
export function seriesPath(series: Series, x: Scale, y: Scale): string {
  const count = Math.min(series.x.length, series.y.length);
  const pixels = Math.abs((x.range()[1] ?? 0) - (x.range()[0] ?? 0));
  const stride = Math.max(1, Math.ceil((2 * count) / Math.max(1, pixels) / 2));
  const kept: number[] = [];
  for (let start = 0; start < count; start += stride) {
    let low = start;
    let high = start;
    for (let i = start; i < Math.min(count, start + stride); i++) {
      if ((series.y[i] ?? NaN) < (series.y[low] ?? NaN)) low = i;
      if ((series.y[i] ?? NaN) > (series.y[high] ?? NaN)) high = i;
    }
    kept.push(...(low === high ? [low] : low < high ? [low, high] : [high, low]));
  }
  const spots = kept.map((i): Spot => [coordinate(x(series.x[i] ?? NaN)), coordinate(y(series.y[i] ?? NaN))]);
  const whole = runs(spots).flatMap((run) => [...simplify(run, TOLERANCE), GAP]);
  return line<Spot>().defined(isFinite).digits(1)(whole) ?? '';
}

/** The index whose x is nearest. */
export function nearestIndex(xs: ArrayLike<number>, x: number): number {
  let best = 0;
  for (let i = 1; i < xs.length; i++) if (Math.abs((xs[i] ?? Infinity) - x) < Math.abs((xs[best] ?? Infinity) - x)) best = i;
  return best;
}

interface PlotProps {
  readonly series: readonly Series[];
  readonly x: Scale;
  readonly y: Scale;
  readonly width: number;
  readonly height: number;
  readonly xLabel: string;
  readonly yLabel: string;
  /** What this plot is, for those who hear it. */
  readonly label: string;
  readonly format?: (value: number) => string;
  readonly interactive: boolean;
  readonly onChoose?: (x: number) => void;
  readonly children?: ComponentChildren;
}

/** Curves over axes; values are read off under the pointer and, focused, with the arrow keys. */
export function Plot({ series, x, y, width, height, xLabel, yLabel, label, format = short, interactive, onChoose, children }: PlotProps) {
  const [reading, setReading] = useState<number | undefined>(undefined);
  const [low = 0, high = 1] = x.domain();
  const move = (event: MouseEvent): number | undefined => {
    const box = event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : undefined;
    if (box === undefined || box.width === 0) return undefined;
    const [left = 0, right = 1] = x.range();
    return x.invert(left + ((event.clientX - box.left) / box.width) * (right - left));
  };
  const step = (event: KeyboardEvent): void => {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const main = series.find(({ faint }) => faint !== true);
    if (event.key === 'Enter' && reading !== undefined) onChoose?.(reading);
    else if (direction !== undefined && main !== undefined && main.x.length > 0) {
      const here = reading === undefined ? main.x.length - 1 : nearestIndex(main.x, reading);
      const jump = Math.max(1, Math.round(main.x.length / 50));
      setReading(main.x[Math.max(0, Math.min(main.x.length - 1, here + direction * jump))]);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const values =
    reading === undefined
      ? []
      : series
          .filter(({ faint }) => faint !== true)
          .map((one) => ({ name: one.name, colour: one.colour, value: one.y[nearestIndex(one.x, reading)] ?? NaN }));
  const text =
    reading === undefined
      ? ''
      : `${xLabel} ${short(Math.round(reading * 1000) / 1000)} · ${values.map(({ name, value }) => `${name} ${format(value)}`).join(' · ')}`;
  return (
    <g
      class="gb-touch gb-plot"
      tabIndex={interactive ? 0 : undefined}
      role={interactive ? 'application' : undefined}
      aria-label={interactive ? `${label} (← →)` : undefined}
      onKeyDown={step}
    >
      <Axes x={x} y={y} width={width} height={height} xLabel={xLabel} yLabel={yLabel} format={format} />
      {series.map((one, i) => (
        <path
          d={seriesPath(one, x, y)}
          fill="none"
          stroke={one.colour}
          class={one.faint === true ? 'gb-line gb-line-faint' : 'gb-line'}
          stroke-dasharray={one.dashed === true ? '5 4' : undefined}
          key={`${one.name}-${i}`}
        />
      ))}
      {children}
      {reading !== undefined && (
        <g class="gb-reading" aria-hidden="true">
          <line x1={x(reading)} x2={x(reading)} y1={MARGIN.top} y2={height - MARGIN.bottom} />
          {values.map(
            ({ name, colour, value }) =>
              Number.isFinite(y(value)) && <circle cx={x(reading)} cy={y(value)} r={3.5} fill={colour} key={name} />,
          )}
          <text x={MARGIN.left + 6} y={MARGIN.top + 10}>
            {text}
          </text>
        </g>
      )}
      {interactive && (
        <rect
          x={x(low)}
          y={MARGIN.top}
          width={Math.max(0, x(high) - x(low))}
          height={Math.max(0, height - MARGIN.top - MARGIN.bottom)}
          fill="transparent"
          onPointerMove={(event) => setReading(move(event))}
          onPointerLeave={() => setReading(undefined)}
          onClick={(event) => {
            const at = move(event);
            if (at !== undefined) onChoose?.(at);
          }}
        />
      )}
      <text class="gb-visually-hidden-svg" aria-live="polite">
        {text}
      </text>
    </g>
  );
}

/** Names of the curves with their colours, in a row under the plot's top. */
export function Legend({ series, x, y }: { readonly series: readonly Series[]; readonly x: number; readonly y: number }) {
  let offset = 0;
  return (
    <g class="gb-legend" transform={`translate(${x},${y})`} aria-hidden="true">
      {series.map((one) => {
        const at = offset;
        offset += 26 + [...one.name].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 255 ? 12 : 6.4), 0);
        return (
          <g transform={`translate(${at},0)`} key={one.name}>
            <line
              x2={14}
              stroke={one.colour}
              class={one.faint === true ? 'gb-line gb-line-faint' : 'gb-line'}
              stroke-dasharray={one.dashed === true ? '5 4' : undefined}
            />
            <text x={18} dy="0.32em">
              {one.name}
            </text>
          </g>
        );
      })}
    </g>
  );
}
