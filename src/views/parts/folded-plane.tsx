/** The sheet at one place of its way through a network, with the points on it, and what the layer that it has reached makes of it. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { at } from '../../base/at';
import { hiddenPlaneText } from '../../i18n/hidden-plane';
import { labelled, type Lang } from '../../i18n/text';
import type { ViewArray } from '../view';
import { inBox, onTheWay, outOfBox, projected, type Look, type Stop } from './hidden-stops';
import { isInside } from './plane';
import { holdsPage, readingHandlers, shareOf } from './pointing';
import { Dots, type Point } from './points';
import { short } from './ramp';
import { Sheet } from './sheet';
import type { Spot } from './simplify';
import { BoxRanges, FlatAxes } from './stop-axes';
import { StopSlider, stopName } from './stop-slider';
import { ClassSurface, SignedSurface } from './surface';
import { BoxCut, BoxFrame } from './turned-box';

/** Room for the axis at the left, for the one below with the slider, and at the right. */
const LEFT = 34;
const BELOW = 68;
const RIGHT = 4;
/** Cells along a side of the coloured plane. */
const CELLS = 56;
/** How a box is first looked at, and how large: its corners stay in the picture however it is turned. */
const BOX_LOOK: Look = { across: -0.6, down: 0.4, size: 0.54 };
const FLAT: Look = { across: 0, down: 0, size: 1 };
/** Radians for a drag over the whole picture, and for a press of an arrow key. */
const DRAG = 4;
const PRESS = 0.1;

interface FoldedPlaneProps {
  readonly stops: readonly Stop[];
  readonly made: readonly unknown[];
  /** Where the sheet is, from 0, the input plane, to the number of the last stop. */
  readonly value: number;
  /** What a stop's units give at the places of the sheet. */
  readonly sheets: (stop: number) => readonly (readonly number[])[];
  readonly points: readonly Point[];
  readonly testPoints: readonly Point[];
  readonly showTest: boolean;
  readonly discretise: boolean;
  readonly classes: number;
  readonly signs: boolean;
  readonly coloured: (scores: readonly number[]) => readonly number[];
  readonly lang: Lang;
  readonly width: number;
  readonly height: number;
  readonly live: boolean;
  readonly onValue: (value: number) => void;
}

function mixedLook(from: Look, to: Look, share: number): Look {
  const mixed = (name: keyof Look): number => from[name] + share * (to[name] - from[name]);
  return { across: mixed('across'), down: mixed('down'), size: mixed('size') };
}

/** What the rest of the network answers over a layer's plane: [side, side], or with the classes as a third dimension. */
function backgroundOf(stop: Stop, coloured: FoldedPlaneProps['coloured'], classes: number): ViewArray {
  const answers = Array.from({ length: CELLS * CELLS }, (_, i) => {
    const share = (place: number): number => (place + 0.5) / CELLS;
    return coloured(stop.scores(outOfBox(stop, [share(i % CELLS), share(Math.floor(i / CELLS)), 0.5])));
  });
  return { shape: classes === 1 ? [CELLS, CELLS] : [CELLS, CELLS, classes], data: answers.flat() };
}

export function FoldedPlane(props: FoldedPlaneProps) {
  const { stops, made, value, sheets, points, testPoints, classes, coloured, lang, width, height, live, discretise, signs } = props;
  const size = Math.min(width - LEFT - RIGHT, height - BELOW);
  const [turned, setTurned] = useState(BOX_LOOK);
  const [reading, setReading] = useState<readonly [number, number] | undefined>(undefined);
  const held = useRef<{ readonly pointer: number; readonly x: number; readonly y: number; readonly look: Look } | undefined>(undefined);
  const from = Math.floor(value);
  const to = Math.ceil(value);
  const [before, after] = [at(stops, from), at(stops, to)];
  const lookOf = ({ names }: Stop): Look => (names.length === 3 ? turned : FLAT);
  const look = mixedLook(lookOf(before), lookOf(after), value - from);
  const arrived = from === to ? before : undefined;
  const flat = arrived !== undefined && arrived.names.length === 2;
  const boxed = arrived !== undefined && arrived.names.length === 3;
  const place = ([right, up]: readonly [number, number]): Spot => [LEFT + right * size, (1 - up) * size];
  const drawn = (first: readonly number[], second: readonly number[]): Spot =>
    place(projected(from === to ? inBox(before, first) : onTheWay(inBox(before, first), inBox(after, second), value - from), look));
  const spots = useMemo(
    () => sheets(from).map((first, i) => drawn(first, at(sheets(to), i))),
    [...made, value, look.across, look.down, size],
  );
  // What the network answers all over the sheet is seen where its cells are.
  const answers = useMemo(() => (flat ? [] : sheets(0).map((values) => coloured(at(stops, 0).scores(values)))), [...made, flat]);
  const background = useMemo(() => (flat ? backgroundOf(before, coloured, classes) : undefined), [...made, flat, from, classes, signs]);
  const spotOf = ([x1, x2]: Point): Spot => {
    const first = before.values(x1, x2);
    return drawn(first, from === to ? first : after.values(x1, x2));
  };
  const placed = (all: readonly Point[]): readonly Point[] => all.filter(isInside).map((point) => [...spotOf(point), point[2]]);
  // Reading the plane moves nothing on it.
  const onSheet = [...made, value, look.across, look.down, size];
  const dots = useMemo(() => placed(points), [...onSheet, points]);
  const testDots = useMemo(() => placed(testPoints), [...onSheet, testPoints]);
  const sheet = useMemo(
    () => <Sheet spots={spots} answers={answers} filled={!flat} boundary={signs && !flat} discretise={discretise} />,
    [spots, answers, flat, signs, discretise],
  );
  const itself = (x: number, y: number): Spot => [x, y];
  const radius = size < 300 ? 2.6 : 3.2;

  const read = reading === undefined || !flat ? undefined : outOfBox(before, [reading[0], reading[1], 0.5]);
  const said =
    read === undefined
      ? ''
      : `${read.map((one, i) => `${at(before.names, i)} ${short(one)}`).join('  ')}  → ${coloured(before.scores(read)).map(short).join(' / ')}`;
  const shareAt = (event: MouseEvent): readonly [number, number] | undefined => {
    const share = shareOf(event);
    return share === undefined ? undefined : [share[0], 1 - share[1]];
  };
  const kept = (share: number): number => Math.max(0, Math.min(1, share));
  const turn = ({ across, down }: Look, dx: number, dy: number): void =>
    setTurned({ ...BOX_LOOK, across: across + dx, down: Math.max(-Math.PI / 2, Math.min(Math.PI / 2, down + dy)) });
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const move = moves[event.key];
    if (move === undefined || event.target !== event.currentTarget) return;
    if (flat) {
      const [x, y] = reading ?? [0.5, 0.5];
      setReading([kept(x + move[0] / CELLS), kept(y + move[1] / CELLS)]);
    } else turn(turned, move[0] * PRESS, move[1] * PRESS);
    event.preventDefault();
    event.stopPropagation();
  };
  const letGo = ({ pointerId }: PointerEvent): void => {
    if (held.current?.pointer === pointerId) held.current = undefined;
  };
  const turning = {
    ...holdsPage,
    onPointerDown(event: PointerEvent): void {
      if (!(event.currentTarget instanceof SVGElement)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY, look: turned };
    },
    onPointerMove(event: PointerEvent): void {
      const hold = held.current;
      const box = event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : undefined;
      if (hold?.pointer !== event.pointerId || box === undefined || box.width === 0) return;
      turn(hold.look, (DRAG * (event.clientX - hold.x)) / box.width, (DRAG * (event.clientY - hold.y)) / box.width);
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
  };
  const Surface = classes === 1 ? SignedSurface : ClassSurface;
  const name = arrived === undefined ? hiddenPlaneText.between[lang] : stopName(arrived, lang);
  const keys = flat ? hiddenPlaneText.reading[lang] : hiddenPlaneText.turn[lang];
  const touch =
    live && arrived !== undefined ? { tabindex: 0, role: 'application' as const, 'aria-label': labelled(name, keys, lang) } : {};
  const readLine = reading === undefined || read === undefined ? undefined : place(reading);
  return (
    <>
      <g class="gb-touch" {...touch} onKeyDown={onKeyDown}>
        {background !== undefined && <Surface array={background} x={LEFT} y={0} size={size} discretise={discretise} boundary={signs} />}
        {boxed && <BoxFrame stop={before} look={look} place={place} />}
        {sheet}
        {boxed && before.straight && signs && <BoxCut stop={before} look={look} place={place} />}
        <Dots points={dots} at={itself} radius={radius} hollow={false} classes={classes} />
        {props.showTest && <Dots points={testDots} at={itself} radius={radius - 0.4} hollow classes={classes} />}
        {flat && <FlatAxes stop={before} left={LEFT} size={size} />}
        {boxed && <BoxRanges stop={before} left={LEFT} size={size} />}
        {readLine !== undefined && (
          <g class="gb-reading" aria-hidden="true">
            <line x1={readLine[0]} x2={readLine[0]} y1={0} y2={size} />
            <line x1={LEFT} x2={LEFT + size} y1={readLine[1]} y2={readLine[1]} />
            <text x={LEFT + 6} y={readLine[1] < size / 2 ? size - 8 : 14}>
              {said}
            </text>
          </g>
        )}
        {live && arrived !== undefined && (
          <rect
            x={LEFT}
            y={0}
            width={size}
            height={size}
            fill="transparent"
            class={flat ? 'gb-readable' : 'gb-turnable'}
            {...(flat ? readingHandlers(shareAt, setReading) : turning)}
          />
        )}
        <text class="gb-visually-hidden-svg" aria-live="polite">
          {said}
        </text>
      </g>
      <StopSlider
        {...{ stops, value, lang }}
        left={LEFT}
        right={LEFT + size}
        y={size + 38}
        enabled={live}
        onMove={(next) => {
          setReading(undefined);
          props.onValue(next);
        }}
      />
    </>
  );
}
