/** A plot in which a curve is drawn over the steps of a run: with a pointer, or a pen that the arrow keys move; afterwards the run's lies over it. */
import { scaleLinear, scaleLog } from 'd3';
import { useRef, useState } from 'preact/hooks';
import { predictText } from '../../i18n/predict';
import { fill, type Lang } from '../../i18n/text';
import { Axes, MARGIN, type Scale } from '../../views/parts/axes';
import { seriesPath } from '../../views/parts/paths';
import { Plot } from '../../views/parts/plot';
import { holdsPage, shareOf, sharesOf } from '../../views/parts/pointing';
import { COLUMNS, stroked, type Heights, type Pen } from './drawn';
import type { KeptCurve } from './predictions';
import { written } from './written';

export interface SketchProps {
  readonly axis: readonly [number, number];
  readonly log: boolean;
  readonly logSteps: boolean;
  readonly percent: boolean;
  /** The first and the last step of the axis. */
  readonly from: number;
  readonly steps: number;
  /** What is drawn, and in which colour the run's is. */
  readonly name: string;
  readonly colour: string;
  readonly lang: Lang;
  readonly width: number;
  readonly heights: Heights;
  readonly result: KeptCurve | undefined;
  /** Absent once the reader is committed. */
  readonly onDraw: ((heights: Heights) => void) | undefined;
}

/** Share of the vertical axis that an arrow key moves the pen by. */
const KEY_STEP = 0.025;

const KEYS: Readonly<Record<string, readonly [across: number, rise: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The scales of the plot: steps across, the metric up. */
function scalesOf({ axis, log, logSteps, from, steps, width }: SketchProps) {
  const height = width < 420 ? 230 : 270;
  const across: readonly [number, number] = [MARGIN.left, width - MARGIN.right];
  // Room for the name of the vertical axis over the plot.
  const up: readonly [number, number] = [height - MARGIN.bottom, MARGIN.top + 14];
  const x: Scale = logSteps ? scaleLog().domain([from, steps]).range(across) : scaleLinear().domain([from, steps]).range(across);
  const y: Scale = (log ? scaleLog() : scaleLinear()).domain(axis).range(up);
  const stepOf = (column: number): number => x.invert(across[0] + (column / (COLUMNS - 1)) * (across[1] - across[0]));
  return { height, x, y, up, stepOf };
}

export function Sketch(props: SketchProps) {
  const { percent, name, colour, lang, width, heights, result, onDraw } = props;
  const { height, x, y, up, stepOf } = scalesOf(props);
  const [pen, setPen] = useState<Pen | undefined>(undefined);
  /** The stroke under way as handlers see it, before the picture is drawn again: where its pen is, and what it has drawn. */
  const stroke = useRef<{ pen: Pen; heights: Heights } | undefined>(undefined);
  const say = (value: number): string => written(value, percent, lang);
  const format = percent ? say : undefined;
  const steps = heights.map((_, i) => stepOf(i));
  const guess = { name: predictText.yours[lang], colour: 'var(--gb-accent)', x: steps, y: heights.map((one) => one ?? NaN), dashed: true };
  const labels = { xLabel: predictText.steps[lang], yLabel: name };
  if (onDraw === undefined) {
    const run = result === undefined ? [] : [{ name: predictText.theRun[lang], colour, x: result.at, y: result.y }];
    return (
      <svg class="gb-svg gb-predict-sketch" viewBox={`0 0 ${width} ${height}`}>
        <Plot
          series={[...run, guess]}
          x={x}
          y={y}
          width={width}
          height={height}
          {...labels}
          label={name}
          {...(format && { format })}
          whole
          interactive
        />
      </svg>
    );
  }
  const placeOf = ([across, down]: readonly [number, number]): Pen => [across * (COLUMNS - 1), y.invert(up[1] + down * (up[0] - up[1]))];
  const draw = (pens: readonly Pen[]): void => {
    const before = stroke.current;
    if (before === undefined) return;
    let { pen: last, heights: drawn } = before;
    for (const next of pens) [drawn, last] = [stroked(drawn, last, next), next];
    stroke.current = { pen: last, heights: drawn };
    onDraw(drawn);
  };
  const key = (event: KeyboardEvent): void => {
    const move = KEYS[event.key];
    if (move === undefined) return;
    const [across, rise] = move;
    event.preventDefault();
    event.stopPropagation();
    const [column, level] = pen ?? [0, heights[0] ?? y.invert((up[0] + up[1]) / 2)];
    const there = Math.max(0, Math.min(COLUMNS - 1, column + across));
    const share = (y(level) - up[0]) / (up[1] - up[0]) + rise * KEY_STEP;
    const raised = y.invert(up[0] + Math.max(0, Math.min(1, share)) * (up[1] - up[0]));
    // The first press shows the pen where it is; later ones draw.
    const next: Pen = pen === undefined ? [column, level] : [there, raised];
    setPen(next);
    onDraw(stroked(heights, pen === undefined ? next : [column, across === 0 ? raised : level], next));
  };
  const column = Math.round(pen?.[0] ?? 0);
  const here = heights[column];
  const step = Math.round(stepOf(column));
  const told = here === undefined ? fill(predictText.notDrawn[lang], { step }) : fill(predictText.penAt[lang], { step, value: say(here) });
  return (
    <svg
      class="gb-svg gb-predict-sketch"
      viewBox={`0 0 ${width} ${height}`}
      tabindex={0}
      role="slider"
      aria-label={`${predictText.drawn[lang]}: ${name} (← → ↑ ↓)`}
      aria-valuemin={props.axis[0]}
      aria-valuemax={props.axis[1]}
      aria-valuenow={here ?? props.axis[0]}
      aria-valuetext={told}
      onKeyDown={key}
      onBlur={() => setPen(undefined)}
    >
      <Axes x={x} y={y} width={width} height={height} {...labels} format={format} whole />
      <path d={seriesPath(guess, x, y)} fill="none" class="gb-drawn" />
      {pen !== undefined && <circle cx={x(stepOf(pen[0]))} cy={y(pen[1])} r={5} class="gb-handle" />}
      <rect
        x={MARGIN.left}
        y={up[1]}
        width={width - MARGIN.left - MARGIN.right}
        height={up[0] - up[1]}
        fill="transparent"
        class="gb-paintable"
        {...holdsPage}
        onPointerDown={(event) => {
          const share = shareOf(event);
          if (share === undefined) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const first = placeOf(share);
          stroke.current = { pen: first, heights };
          draw([first]);
        }}
        onPointerMove={(event) => draw(sharesOf(event).map(placeOf))}
        onPointerUp={() => (stroke.current = undefined)}
        onPointerCancel={() => (stroke.current = undefined)}
      />
    </svg>
  );
}
