/**
 * The plane coloured by what the network answers, with the data on it. Arrays: `surface` (or the option `surface`) [n, n] signed or
 * [n, n, k] probabilities; `points`, `testPoints` [m, 3]. Values: showTest, discretise, paint (a label: points may be painted).
 */
import { useState } from 'preact/hooks';
import { fill } from '../i18n/text';
import { viewText } from '../i18n/views';
import { ClassSurface, SignedSurface } from './parts/surface';
import { Dots, pointsOf, type Point } from './parts/points';
import { short } from './parts/ramp';
import { defineView, type ViewArray, type ViewProps } from './view';

interface SurfaceData {
  readonly step: number;
  readonly surface: ViewArray;
  readonly points: readonly Point[];
  readonly testPoints: readonly Point[];
  readonly showTest: boolean;
  readonly discretise: boolean;
  readonly classes: number;
  /** The label that painting gives; undefined when painting is off. */
  readonly paint: number | undefined;
}

/** Half the side of the plane. */
const EXTENT = 6;
const EDGE = 18;

/** The value (signed) or the likeliest class at a place of the plane. */
function valueAt({ surface, classes }: SurfaceData, x1: number, x2: number): number {
  const side = surface.shape[0] ?? 1;
  const index = (value: number): number => Math.max(0, Math.min(side - 1, Math.floor(((value + EXTENT) / (2 * EXTENT)) * side)));
  const cell = index(x2) * side + index(x1);
  if (classes === 1) return surface.data[cell] ?? NaN;
  const row = Array.from({ length: classes }, (_, k) => surface.data[cell * classes + k] ?? 0);
  return row.indexOf(Math.max(...row));
}

function rightPoints(data: SurfaceData): number {
  return data.points.filter(([x1, x2, label]) =>
    data.classes === 1 ? Math.sign(valueAt(data, x1, x2)) === Math.sign(label) : valueAt(data, x1, x2) === label,
  ).length;
}

function Picture({ data, lang, width, height, act }: ViewProps<SurfaceData>) {
  const size = Math.min(width - EDGE, height - EDGE);
  const scale = size / (2 * EXTENT);
  const at = (x1: number, x2: number): readonly [number, number] => [EDGE + (x1 + EXTENT) * scale, (EXTENT - x2) * scale];
  const [reading, setReading] = useState<readonly [number, number] | undefined>(undefined);
  const place = (event: MouseEvent): readonly [number, number] | undefined => {
    const box = event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : undefined;
    if (box === undefined || box.width === 0) return undefined;
    const clamp = (value: number): number => Math.max(-EXTENT, Math.min(EXTENT, value));
    return [
      clamp(((event.clientX - box.left) / box.width) * 2 * EXTENT - EXTENT),
      clamp(EXTENT - ((event.clientY - box.top) / box.height) * 2 * EXTENT),
    ];
  };
  const everything = [...data.points, ...data.testPoints];
  const paintAt = (spot: readonly [number, number], erase: boolean): void => {
    if (data.paint === undefined || act === undefined) return;
    const rows = erase
      ? everything.filter(([x1, x2]) => Math.hypot(x1 - spot[0], x2 - spot[1]) > 0.6)
      : [...everything, [spot[0], spot[1], data.paint] as const];
    act({ kind: 'points', rows });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? 1 : 0.25;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    };
    const move = moves[event.key];
    const here = reading ?? [0, 0];
    if (move !== undefined) {
      const clamp = (value: number): number => Math.max(-EXTENT, Math.min(EXTENT, value));
      setReading([clamp(here[0] + move[0]), clamp(here[1] + move[1])]);
    } else if (event.key === 'Enter' || event.key === 'Backspace') paintAt(here, event.key === 'Backspace');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = reading === undefined ? undefined : valueAt(data, reading[0], reading[1]);
  const [cx, cy] = reading === undefined ? [0, 0] : at(reading[0], reading[1]);
  const text = reading === undefined ? '' : `x₁ ${short(reading[0])}  x₂ ${short(reading[1])}  → ${short(shown ?? NaN)}`;
  return (
    <g
      class="gb-touch"
      tabIndex={act === undefined ? undefined : 0}
      role={act === undefined ? undefined : 'application'}
      aria-label={
        act === undefined
          ? undefined
          : `${viewText.surface[lang]}: ${(data.paint === undefined ? viewText.keysSurface : viewText.keysPaint)[lang]}`
      }
      onKeyDown={onKeyDown}
    >
      {data.classes === 1 ? (
        <SignedSurface array={data.surface} x={EDGE} y={0} size={size} discretise={data.discretise} />
      ) : (
        <ClassSurface array={data.surface} x={EDGE} y={0} size={size} discretise={data.discretise} />
      )}
      <Dots points={data.points} at={at} radius={size < 300 ? 2.6 : 3.2} hollow={false} classes={data.classes} />
      {data.showTest && <Dots points={data.testPoints} at={at} radius={size < 300 ? 2.2 : 2.8} hollow classes={data.classes} />}
      <g class="gb-axes" aria-hidden="true">
        {[-6, -3, 0, 3, 6].map((tick) => (
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
      {reading !== undefined && (
        <g class="gb-reading" aria-hidden="true">
          <line x1={cx} x2={cx} y1={0} y2={size} />
          <line x1={EDGE} x2={EDGE + size} y1={cy} y2={cy} />
          <text x={EDGE + 6} y={14}>
            {text}
          </text>
        </g>
      )}
      <rect
        x={EDGE}
        y={0}
        width={size}
        height={size}
        fill="transparent"
        class={data.paint === undefined ? undefined : 'gb-paintable'}
        onPointerMove={(event) => setReading(place(event))}
        onPointerLeave={() => setReading(undefined)}
        onClick={(event) => {
          const spot = place(event);
          if (spot !== undefined) paintAt(spot, event.shiftKey);
        }}
      />
      <text class="gb-visually-hidden-svg" aria-live="polite">
        {text}
      </text>
    </g>
  );
}

const grid = (side: number, value: (x1: number, x2: number) => number): ViewArray => ({
  shape: [side, side],
  data: Array.from({ length: side * side }, (_, i) =>
    value(((i % side) / (side - 1)) * 12 - 6, (Math.floor(i / side) / (side - 1)) * 12 - 6),
  ),
});
const sample = (surface: ViewArray, points: readonly Point[], classes = 1): SurfaceData => ({
  step: 12,
  surface,
  points,
  testPoints: points,
  showTest: true,
  discretise: false,
  classes,
  paint: undefined,
});

export default defineView<SurfaceData>({
  title: viewText.surface,
  aspect: { wide: 1, narrow: 1 },
  read({ step, arrays, values }, options) {
    const surface = arrays[typeof options['surface'] === 'string' ? options['surface'] : 'surface'];
    if (surface === undefined) return undefined;
    const paint = values['paint'];
    return {
      step,
      surface,
      points: pointsOf(arrays['points']),
      testPoints: pointsOf(arrays['testPoints']),
      showTest: values['showTest'] === true,
      discretise: values['discretise'] === true,
      classes: surface.shape[2] ?? 1,
      paint: options['paint'] === true && typeof paint === 'number' ? paint : undefined,
    };
  },
  Picture,
  describe(data, lang) {
    if (data.classes > 1) return fill(viewText.surfaceClasses[lang], { step: data.step, classes: data.classes, count: data.points.length });
    const values = Array.from(data.surface.data);
    const share = Math.round((100 * values.filter((value) => value > 0).length) / Math.max(1, values.length));
    return fill(viewText.surfaceNow[lang], { step: data.step, share, right: rightPoints(data), count: data.points.length });
  },
  table: (data, lang) => ({
    head: ['x₁', 'x₂', viewText.label[lang], viewText.output[lang]],
    rows: data.points.slice(0, 200).map(([x1, x2, label]) => [short(x1), short(x2), short(label), short(valueAt(data, x1, x2))]),
  }),
  samples: {
    waves: sample(
      grid(24, (x1, x2) => Math.sin(x1) * Math.cos(x2)),
      [
        [1, 2, 1],
        [-3, 4, -1],
      ],
    ),
    empty: sample(
      grid(8, () => 0),
      [],
    ),
    notFinite: sample(
      grid(8, (x1) => (x1 > 0 ? NaN : 1e9)),
      [[0, 0, 1]],
    ),
    classes: sample(
      { shape: [6, 6, 3], data: Array.from({ length: 108 }, (_, i) => (i % 3 === Math.floor(i / 36) ? 0.8 : 0.1)) },
      [[1, 1, 2]],
      3,
    ),
  },
});
