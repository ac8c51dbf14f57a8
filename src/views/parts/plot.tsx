import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Axes, MARGIN, type Scale } from './axes';
import { bandPath, dashOf, seriesPath, within, type Series } from './paths';
import { readingHandlers, shareOf } from './pointing';
import { short } from './ramp';
import { linesOf } from './words';

/** The index whose x is nearest. */
function nearestIndex(xs: ArrayLike<number>, x: number): number {
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
  /** How values are written; the axis chooses for itself where this is absent. */
  readonly format?: (value: number) => string;
  /** The horizontal axis counts: layers, steps, units. */
  readonly whole?: boolean;
  readonly interactive: boolean;
  readonly onChoose?: (x: number) => void;
  readonly children?: ComponentChildren;
}

/** Curves over axes; values are read off under the pointer and, focused, with the arrow keys. */
export function Plot({
  series,
  x,
  y,
  width,
  height,
  xLabel,
  yLabel,
  label,
  format,
  whole = false,
  interactive,
  onChoose,
  children,
}: PlotProps) {
  const [reading, setReading] = useState<number | undefined>(undefined);
  const [left = 0, right = 1] = x.range();
  const [bottom = 1, top = 0] = y.range();
  const say = format ?? short;
  const move = (event: MouseEvent): number | undefined => {
    const share = shareOf(event);
    return share === undefined ? undefined : x.invert(left + share[0] * (right - left));
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
          .map((one) => {
            const i = nearestIndex(one.x, reading);
            const range = one.band === undefined ? undefined : ([one.band.low[i] ?? NaN, one.band.high[i] ?? NaN] as const);
            return { name: one.name, colour: one.colour, value: one.y[i] ?? NaN, range };
          });
  const parts =
    reading === undefined
      ? []
      : [
          `${xLabel} ${short(Math.round(reading * 1000) / 1000)}`,
          ...values.map(({ name, value, range }) => `${name} ${say(value)}${range === undefined ? '' : ` (${range.map(say).join('–')})`}`),
        ];
  return (
    <g
      class="gb-touch gb-plot"
      tabindex={interactive ? 0 : undefined}
      role={interactive ? 'application' : undefined}
      aria-label={interactive ? `${label} (← →)` : undefined}
      onKeyDown={step}
    >
      <Axes x={x} y={y} width={width} height={height} xLabel={xLabel} yLabel={yLabel} format={format} whole={whole} />
      {/* A picture in the picture cuts off what is beyond the axes; a curve that leaves is not drawn along the edge. */}
      <svg
        x={left}
        y={top - 2}
        width={right - left}
        height={bottom - top + 4}
        viewBox={`${left} ${top - 2} ${right - left} ${bottom - top + 4}`}
      >
        {series.map(
          (one) => one.band !== undefined && <path d={bandPath(one.x, one.band, x, y)} fill={one.colour} class="gb-band" key={one.name} />,
        )}
        {series.map(
          (one, i) =>
            one.bare !== true && (
              <path
                d={seriesPath(one, x, y)}
                fill="none"
                stroke={one.colour}
                class={one.faint === true ? 'gb-line gb-line-faint' : 'gb-line'}
                stroke-dasharray={dashOf(one)}
                key={`${one.name}-${i}`}
              />
            ),
        )}
        {series.map(
          // A lone point makes no line.
          (one, i) =>
            one.bare !== true &&
            one.x.length === 1 && (
              <circle
                cx={within(x, one.x[0] ?? NaN)}
                cy={within(y, one.y[0] ?? NaN)}
                r={3}
                fill={one.colour}
                key={`${one.name}-${i}-point`}
              />
            ),
        )}
      </svg>
      {children}
      {reading !== undefined && (
        <g class="gb-reading" aria-hidden="true">
          <line x1={x(reading)} x2={x(reading)} y1={MARGIN.top} y2={height - MARGIN.bottom} />
          {values.map(
            ({ name, colour, value }) =>
              within(y, value) !== undefined && <circle cx={x(reading)} cy={within(y, value)} r={3.5} fill={colour} key={name} />,
          )}
          {linesOf(parts, right - left - 8).map((words, i) => (
            // Under the legend, which stands above the axes.
            <text x={MARGIN.left + 6} y={top + 12 + 15 * i} key={i}>
              {words}
            </text>
          ))}
        </g>
      )}
      {interactive && (
        <rect
          x={left}
          y={MARGIN.top}
          width={Math.max(0, right - left)}
          height={Math.max(0, height - MARGIN.top - MARGIN.bottom)}
          fill="transparent"
          class="gb-readable"
          {...readingHandlers(move, setReading)}
          onClick={(event) => {
            const at = move(event);
            if (at !== undefined) onChoose?.(at);
          }}
        />
      )}
      {interactive && (
        <text class="gb-visually-hidden-svg" aria-live="polite">
          {parts.join(' · ')}
        </text>
      )}
    </g>
  );
}
