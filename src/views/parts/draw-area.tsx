/** A place of a picture to draw a function on: by dragging, or with a pen that the arrow keys move. */
import { useRef, useState } from 'preact/hooks';
import type { Scale } from './axes';
import { holdsPage, shareOf, sharesOf } from './pointing';

type Place = readonly [x: number, y: number];

interface DrawAreaProps {
  readonly x: Scale;
  readonly y: Scale;
  /** What is drawn here and with which keys, for those who hear it. */
  readonly label: string;
  /** The line, when the pen is lifted: left as it was drawn, at least `LEAST` places. */
  readonly onDrawn: (line: readonly Place[]) => void;
}

/** Fewer places than this are a slip, not a line. */
const LEAST = 4;
/** Share of the picture that an arrow key moves the pen by. */
const KEY_STEP = 0.025;

const KEYS: Readonly<Record<string, Place>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function DrawArea({ x, y, label, onDrawn }: DrawAreaProps) {
  const [left = 0, right = 1] = x.range();
  const [bottom = 1, top = 0] = y.range();
  const [line, setLine] = useState<readonly Place[]>([]);
  const [pen, setPen] = useState<Place | undefined>(undefined);
  /** The line under way as the handlers of one press see it, before the picture is drawn again. */
  const current = useRef<readonly Place[] | undefined>(undefined);
  const show = (places: readonly Place[] | undefined): void => {
    current.current = places;
    setLine(places ?? []);
  };
  const at = ([across, down]: Place): Place => [left + across * (right - left), top + down * (bottom - top)];
  const add = (shares: readonly Place[]): void => {
    if (current.current !== undefined) show([...current.current, ...shares]);
  };
  const finish = (): void => {
    const places = current.current ?? [];
    show(undefined);
    if (places.length >= LEAST) onDrawn(places.map(at).map(([px, py]): Place => [x.invert(px), y.invert(py)]));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = KEYS[event.key];
    const here = pen ?? [0, 0.5];
    if (move !== undefined) {
      const inside = (share: number): number => Math.max(0, Math.min(1, share));
      const there: Place = [inside(here[0] + move[0] * KEY_STEP), inside(here[1] + move[1] * KEY_STEP)];
      setPen(there);
      add([there]);
    } else if (event.key === 'Enter') {
      setPen(here);
      if (current.current === undefined) show([here]);
      else finish();
    } else if (event.key === 'Escape' && current.current !== undefined) show(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <g class="gb-touch" tabindex={0} role="application" aria-label={label} onKeyDown={onKeyDown} onBlur={() => setPen(undefined)}>
      {line.length > 0 && <path d={`M${line.map((place) => at(place).map(Math.round).join()).join('L')}`} fill="none" class="gb-drawn" />}
      {pen !== undefined && <circle cx={at(pen)[0]} cy={at(pen)[1]} r={5} class="gb-handle" />}
      <rect
        x={left}
        y={top}
        width={right - left}
        height={bottom - top}
        fill="transparent"
        class="gb-paintable"
        {...holdsPage}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const share = shareOf(event);
          show(share === undefined ? undefined : [share]);
        }}
        onPointerMove={(event) => add(sharesOf(event))}
        onPointerUp={finish}
        onPointerCancel={() => show(undefined)}
      />
    </g>
  );
}
