/** A pad to write on: with the mouse, a finger, or a pen that the arrow keys move. */
import { useRef, useState } from 'preact/hooks';
import { imageText } from '../../../i18n/images';
import type { Lang } from '../../../i18n/text';
import { PEN_UNIT, type Drawing } from '../../../ml/pen/drawing';
import type { Point, Stroke } from '../../../ml/pen/strokes';
import { holdsPage, shareOf, sharesOf } from '../../../views/parts/pointing';

/** Share of the pad that an arrow key moves the pen by. */
const KEY_STEP = 0.04;
const KEYS: Readonly<Record<string, Point>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** Places nearer than this to the last one add nothing to a stroke. */
const APART = 0.015;

interface PadProps {
  readonly drawing: Drawing;
  readonly size: number;
  readonly lang: Lang;
  /** Id of the clip path beyond which no ink goes. */
  readonly clip: string;
  readonly onDrawn: (drawing: Drawing) => void;
}

/** A stroke as a path; a dot is a line that goes nowhere. */
function strokePath(stroke: Stroke, size: number): string {
  const places = stroke.map(([x, y]) => `${Math.round(x * size * 10) / 10} ${Math.round(y * size * 10) / 10}`);
  return `M${places.length === 1 ? [...places, ...places].join('L') : places.join('L')}`;
}

/** What is written, in ink of the pen's width. */
export function Ink({ drawing, size, clip }: Pick<PadProps, 'drawing' | 'size' | 'clip'>) {
  return (
    <g class="gb-ink" clip-path={`url(#${clip})`} stroke-width={drawing.pen * PEN_UNIT * size}>
      {drawing.strokes.map((stroke, i) => stroke.length > 0 && <path d={strokePath(stroke, size)} fill="none" key={i} />)}
    </g>
  );
}

export function Pad({ drawing, size, lang, clip, onDrawn }: PadProps) {
  const [line, setLine] = useState<Stroke>([]);
  const [pen, setPen] = useState<Point | undefined>(undefined);
  /** The stroke under way as the handlers see it, before the picture is drawn again. */
  const current = useRef<Stroke | undefined>(undefined);
  const show = (stroke: Stroke | undefined): void => {
    current.current = stroke;
    setLine(stroke ?? []);
  };
  const add = (place: Point): void => {
    const stroke = current.current;
    const last = stroke?.at(-1);
    if (stroke === undefined) return;
    if (last === undefined || Math.hypot(place[0] - last[0], place[1] - last[1]) >= APART) show([...stroke, place]);
  };
  const finish = (): void => {
    const stroke = current.current;
    show(undefined);
    if (stroke !== undefined && stroke.length > 0) onDrawn({ ...drawing, strokes: [...drawing.strokes, stroke] });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = KEYS[event.key];
    const here: Point = pen ?? [0.5, 0.5];
    if (move !== undefined) {
      const inside = (share: number): number => Math.max(0, Math.min(1, share));
      const there: Point = [inside(here[0] + move[0] * KEY_STEP), inside(here[1] + move[1] * KEY_STEP)];
      setPen(there);
      add(there);
    } else if (event.key === 'Enter') {
      setPen(here);
      if (current.current === undefined) show([here]);
      else finish();
    } else if (event.key === 'Backspace') {
      if (current.current !== undefined) show(undefined);
      else onDrawn({ ...drawing, strokes: drawing.strokes.slice(0, -1) });
    } else if (event.key === 'Escape' && current.current !== undefined) show(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <g
      class="gb-touch"
      tabindex={0}
      role="application"
      aria-label={imageText.pad[lang]}
      onKeyDown={onKeyDown}
      onBlur={() => setPen(undefined)}
    >
      <Ink drawing={{ ...drawing, strokes: [...drawing.strokes, line] }} size={size} clip={clip} />
      {pen !== undefined && <circle cx={pen[0] * size} cy={pen[1] * size} r={5} class="gb-handle" />}
      <rect
        x={0}
        y={0}
        width={size}
        height={size}
        fill="transparent"
        class="gb-paintable"
        {...holdsPage}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const place = shareOf(event);
          show(place === undefined ? undefined : [place]);
        }}
        onPointerMove={(event) => sharesOf(event).forEach(add)}
        onPointerUp={finish}
        onPointerCancel={() => show(undefined)}
      />
    </g>
  );
}
