/**
 * The plane coloured by what the network answers, with the data on it. Arrays: `surface` (or the option `surface`) [n, n] signed or
 * [n, n, k] probabilities; `points`, `testPoints` [m, 3]. Values: showTest, discretise, paint (a label: points may be painted),
 * ownPoints (how many points are the reader's: then all are shown, held out or not, and none where there are none), features. Whether
 * a point is on the right side is told by the network's weights, where the frame has them and the surface is that of the network
 * itself, else by the surface around it.
 */
import { useState } from 'preact/hooks';
import { at, atOr } from '../base/at';
import { fill } from '../i18n/text';
import { viewText } from '../i18n/views';
import { likeliestOf } from './parts/likeliest';
import { paintedBy, usePainting } from './parts/painting';
import { EDGE, EXTENT, isInside, movedByKey, planeOf, type Place, type Plane } from './parts/plane';
import { planeScores } from './parts/plane-scores';
import { PlaneAxes, Reading } from './parts/plane-axes';
import { holdsPage, readingHandlers, shareOf } from './parts/pointing';
import { Dots, pointsOf, type Point } from './parts/points';
import { short } from './parts/ramp';
import { countInWords, countRight, isRightSide, RightCounts, type RightCount } from './parts/right-counts';
import { ClassSurface, SignedSurface } from './parts/surface';
import { defineView, type ViewArray, type ViewProps } from './view';

/** Room under the axis for the line of counts. */
const COUNTS = 16;

/** Where the plane stands in a picture of this size: what is drawn over it stands there too. */
export function planeIn(width: number, height: number): Plane {
  return planeOf(width, height - COUNTS);
}

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
  readonly counts: readonly RightCount[];
}

/** The value (signed) or the likeliest class at a place of the plane. */
function valueAt({ surface, classes }: Pick<SurfaceData, 'surface' | 'classes'>, x1: number, x2: number): number {
  const side = at(surface.shape, 0);
  const index = (value: number): number => Math.max(0, Math.min(side - 1, Math.floor(((value + EXTENT) / (2 * EXTENT)) * side)));
  const cell = index(x2) * side + index(x1);
  if (classes === 1) return surface.data[cell] ?? NaN;
  const row = Array.from({ length: classes }, (_, k) => surface.data[cell * classes + k] ?? 0);
  return likeliestOf(row).label;
}

/** The signed value at a place between the cells, whose values hold for their middles. */
function betweenCells({ surface }: Pick<SurfaceData, 'surface'>, x1: number, x2: number): number {
  const side = at(surface.shape, 0);
  const placeOf = (value: number): readonly [number, number] => {
    const place = Math.max(0, Math.min(side - 1, ((value + EXTENT) / (2 * EXTENT)) * side - 0.5));
    const first = Math.max(0, Math.min(side - 2, Math.floor(place)));
    return [first, place - first];
  };
  const [[column, right], [row, up]] = [placeOf(x1), placeOf(x2)];
  const value = (down: number, across: number): number => surface.data[(row + down) * side + column + across] ?? NaN;
  return (1 - up) * ((1 - right) * value(0, 0) + right * value(0, 1)) + up * ((1 - right) * value(1, 0) + right * value(1, 1));
}

/** Points on the right side, of both sets: by sign where labels are signs, together where they are classes, none where they are values. */
function countsOf(
  data: Omit<SurfaceData, 'counts'>,
  scores: ((x1: number, x2: number) => readonly number[]) | undefined,
): readonly RightCount[] {
  const { points, testPoints, classes } = data;
  const signs = hasBoundary(data) && testPoints.every(([, , label]) => Math.abs(label) === 1);
  if (classes === 1 && !signs) return [];
  const isRight = ([x1, x2, label]: Point): boolean => {
    if (scores !== undefined) return isRightSide(scores(x1, x2), label);
    return classes === 1 ? isRightSide([betweenCells(data, x1, x2)], label) : valueAt(data, x1, x2) === label;
  };
  return [
    ...(points.length > 0 ? [countRight('training', points, isRight, signs)] : []),
    ...(testPoints.length > 0 ? [countRight('heldOut', testPoints, isRight, signs)] : []),
  ];
}

/** True where the labels are signs, so that the line at 0 parts them. */
function hasBoundary({ points, classes }: Pick<SurfaceData, 'points' | 'classes'>): boolean {
  return classes === 1 && points.every(([, , label]) => Math.abs(label) === 1);
}

function Picture({ data, lang, width, height, act }: ViewProps<SurfaceData>) {
  const { size, at, placeAt } = planeIn(width, height);
  const [reading, setReading] = useState<Place | undefined>(undefined);
  const place = (event: MouseEvent): Place | undefined => {
    const share = shareOf(event);
    return share === undefined ? undefined : placeAt(share);
  };
  const { paint, classes } = data;
  const paintStroke = (stroke: Parameters<typeof paintedBy>[1]): void => {
    if (paint !== undefined) act?.({ kind: 'points', rows: paintedBy([...data.points, ...data.testPoints], stroke, paint) });
  };
  const { stroke, ...painting } = usePainting({ label: act === undefined ? undefined : paint, place, onStroke: paintStroke });
  const readings = readingHandlers(place, setReading);
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = reading ?? [0, 0];
    const moved = movedByKey(here, event);
    if (moved !== undefined) setReading(moved);
    else if (event.key === 'Enter' || event.key === 'Backspace')
      paintStroke({ places: [here], erases: event.key === 'Backspace' || Number.isNaN(paint) });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = (points: readonly Point[]): readonly Point[] =>
    (stroke?.erases === true && paint !== undefined ? paintedBy(points, stroke, paint) : points).filter(isInside);
  const text =
    reading === undefined ? '' : `x₁ ${short(reading[0])}  x₂ ${short(reading[1])}  → ${short(valueAt(data, reading[0], reading[1]))}`;
  const Surface = classes === 1 ? SignedSurface : ClassSurface;
  const radius = size < 300 ? 2.6 : 3.2;
  const touch =
    act === undefined
      ? {}
      : {
          tabindex: 0,
          role: 'application' as const,
          'aria-label': `${viewText.surface[lang]}: ${(paint === undefined ? viewText.keysSurface : viewText.keysPaint)[lang]}`,
        };
  return (
    <g class="gb-touch" {...touch} onKeyDown={onKeyDown}>
      <Surface array={data.surface} x={EDGE} y={0} size={size} discretise={data.discretise} boundary={hasBoundary(data)} />
      <Dots points={shown(data.points)} at={at} radius={radius} hollow={false} classes={classes} />
      {data.showTest && <Dots points={shown(data.testPoints)} at={at} radius={radius - 0.4} hollow classes={classes} />}
      {stroke?.erases === false && paint !== undefined && (
        <Dots points={paintedBy([], stroke, paint)} at={at} radius={radius} hollow={false} classes={classes} />
      )}
      <PlaneAxes size={size} at={at} />
      <RightCounts counts={data.counts} x={EDGE} y={size + EDGE + COUNTS - 4} width={size} lang={lang} />
      {reading !== undefined && <Reading at={at(...reading)} size={size} text={text} />}
      <rect
        x={EDGE}
        y={0}
        width={size}
        height={size}
        fill="transparent"
        class={paint === undefined ? 'gb-readable' : 'gb-paintable'}
        {...painting}
        {...(paint === undefined ? {} : holdsPage)}
        onPointerLeave={readings.onPointerLeave}
        onPointerDown={(event) => {
          readings.onPointerDown(event);
          painting.onPointerDown(event);
        }}
        onPointerMove={(event) => {
          readings.onPointerMove(event);
          painting.onPointerMove(event);
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
const around = (count: number): readonly Point[] =>
  Array.from({ length: count }, (_, i) => [4 * Math.sin(i), 4 * Math.cos(i), i % 2 === 0 ? 1 : -1]);

function sample(surface: ViewArray, points: readonly Point[], classes = 1): SurfaceData {
  const data = { step: 12, surface, points, testPoints: points, showTest: true, discretise: false, classes, paint: undefined };
  return { ...data, counts: countsOf(data, undefined) };
}

export default defineView<SurfaceData>({
  title: viewText.surface,
  aspect: { wide: 1.03, narrow: 1.03 },
  reads: ['showTest', 'discretise', 'paint', 'ownPoints', 'features'],
  read(source, options) {
    const { step, arrays, values } = source;
    const other = typeof options['surface'] === 'string' ? options['surface'] : undefined;
    const surface = arrays[other ?? 'surface'];
    if (surface === undefined) return undefined;
    const { paint, ownPoints } = values;
    const points = (name: string): readonly Point[] => (ownPoints === 0 ? [] : pointsOf(arrays[name]));
    const data = {
      step,
      surface,
      points: points('points'),
      testPoints: points('testPoints'),
      showTest: values['showTest'] === true || ownPoints !== undefined,
      discretise: values['discretise'] === true,
      classes: atOr(surface.shape, 2, 1),
      paint: options['paint'] === true && typeof paint === 'number' ? paint : undefined,
    };
    return { ...data, counts: countsOf(data, other === undefined ? planeScores(source) : undefined) };
  },
  Picture,
  describe(data, lang) {
    if (data.classes > 1) return fill(viewText.surfaceClasses[lang], { step: data.step, classes: data.classes, count: data.points.length });
    const values = Array.from(data.surface.data);
    const share = Math.round((100 * values.filter((value) => value > 0).length) / Math.max(1, values.length));
    const now = fill(viewText.surfaceNow[lang], { step: data.step, share });
    return [now, ...data.counts.map((count) => countInWords(count, lang))].join(lang === 'zh' ? '' : ' ');
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
    many: sample(
      grid(8, (x1) => x1),
      around(250),
    ),
    veryMany: sample(
      grid(8, (x1) => x1),
      around(2000),
    ),
    classes: sample(
      { shape: [6, 6, 3], data: Array.from({ length: 108 }, (_, i) => (i % 3 === Math.floor(i / 36) ? 0.8 : 0.1)) },
      [[1, 1, 2]],
      3,
    ),
  },
});
