/** A grid of cells to point at or to paint on: by mouse, by finger, and with a cursor that the arrow keys move. */
import { useRef, useState } from 'preact/hooks';
import { holdsPage, shareOf } from './pointing';
import { coordinate } from './ramp';

export type Square = readonly [row: number, column: number];

interface GridTouchProps {
  readonly x: number;
  readonly y: number;
  /** A cell's width and height; one number where it is a square. */
  readonly cell: number | readonly [width: number, height: number];
  readonly rows: number;
  readonly columns: number;
  /** What it is and which keys work, for those who hear it. */
  readonly label: string;
  /** Where the cursor stands before a key is pressed. */
  readonly start: Square;
  /** A square pointed at (a mouse passing over it counts too), or reached by an arrow key. */
  readonly onPoint?: ((square: Square) => void) | undefined;
  /** The mouse or the keyboard has left. */
  readonly onLeave?: (() => void) | undefined;
  /** All squares of a stroke, when it is over; one, by Enter or Space. Absent: nothing is painted. */
  readonly onPaint?: ((squares: readonly Square[]) => void) | undefined;
  /** A square that is clicked or tapped, or reached by the arrow keys and then chosen by Enter or Space; a finger still scrolls the page. */
  readonly onPress?: ((square: Square) => void) | undefined;
  /** A square pressed or dragged to, or reached by an arrow key from `start`: something is moved there. Over a single row the page still scrolls. */
  readonly onMove?: ((square: Square) => void) | undefined;
}

const ARROWS: Readonly<Record<string, Square>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** All squares on the way from one to another, so that a fast stroke leaves no holes. */
function between([r0, c0]: Square, [r1, c1]: Square): Square[] {
  const steps = Math.max(Math.abs(r1 - r0), Math.abs(c1 - c0));
  return Array.from({ length: steps }, (_, i): Square => {
    const share = (i + 1) / steps;
    return [Math.round(r0 + share * (r1 - r0)), Math.round(c0 + share * (c1 - c0))];
  });
}

export function GridTouch({ x, y, cell, rows, columns, label, start, onPoint, onLeave, onPaint, onPress, onMove }: GridTouchProps) {
  const [width, height] = typeof cell === 'number' ? [cell, cell] : cell;
  const [cursor, setCursor] = useState<Square | undefined>(undefined);
  const [shown, setShown] = useState<readonly Square[]>([]);
  /** The stroke under way as the handlers of one press see it, before the picture is drawn again. */
  const stroke = useRef<readonly Square[] | undefined>(undefined);
  const show = (squares: readonly Square[] | undefined): void => {
    stroke.current = squares;
    setShown(squares ?? []);
  };
  /** The square that something was last dragged to, while it is held. */
  const held = useRef<Square | undefined>(undefined);
  const letGo = (): void => {
    held.current = undefined;
    show(undefined);
  };
  const squareOf = (event: MouseEvent): Square | undefined => {
    const share = shareOf(event);
    if (share === undefined) return undefined;
    return [Math.min(rows - 1, Math.floor(share[1] * rows)), Math.min(columns - 1, Math.floor(share[0] * columns))];
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const here = cursor ?? start;
    const move = ARROWS[event.key];
    if (move !== undefined) {
      const kept = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
      const there: Square =
        cursor === undefined && onMove === undefined ? here : [kept(here[0] + move[0], rows), kept(here[1] + move[1], columns)];
      setCursor(there);
      onPoint?.(there);
      onMove?.(there);
    } else if (onPaint !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      setCursor(here);
      onPaint([here]);
    } else if (onPress !== undefined && (event.key === 'Enter' || event.key === ' ')) {
      setCursor(here);
      onPress(here);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const marked = cursor === undefined ? shown : [...shown, cursor];
  return (
    <g
      class="gb-touch"
      tabindex={0}
      role="application"
      aria-label={label}
      transform={`translate(${coordinate(x)},${coordinate(y)})`}
      onKeyDown={onKeyDown}
      onBlur={() => {
        setCursor(undefined);
        onLeave?.();
      }}
    >
      {marked.map(([row, column], i) => (
        <rect
          x={coordinate(column * width)}
          y={coordinate(row * height)}
          width={coordinate(width - 1)}
          height={coordinate(height - 1)}
          class="gb-square-marked"
          key={i}
        />
      ))}
      <rect
        x={0}
        y={0}
        width={coordinate(columns * width)}
        height={coordinate(rows * height)}
        fill="transparent"
        {...(onPaint === undefined && (onMove === undefined || rows === 1)
          ? { class: 'gb-readable' }
          : { class: 'gb-paintable', ...holdsPage })}
        onPointerDown={(event) => {
          const square = squareOf(event);
          if (square === undefined) return;
          onPoint?.(square);
          onMove?.(square);
          if (onPaint === undefined && onMove === undefined) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          if (onMove !== undefined) held.current = square;
          if (onPaint !== undefined) show([square]);
        }}
        onPointerMove={(event) => {
          const square = squareOf(event);
          if (square === undefined) return;
          const moved = held.current;
          if (moved !== undefined && (moved[0] !== square[0] || moved[1] !== square[1])) {
            held.current = square;
            onMove?.(square);
          }
          const last = stroke.current?.at(-1);
          if (last === undefined) onPoint?.(square);
          else if (last[0] !== square[0] || last[1] !== square[1]) show([...(stroke.current ?? []), ...between(last, square)]);
        }}
        onClick={(event) => {
          const square = onPress === undefined ? undefined : squareOf(event);
          if (square !== undefined) onPress?.(square);
        }}
        onPointerUp={() => {
          const squares = stroke.current;
          letGo();
          if (squares !== undefined) onPaint?.(squares);
        }}
        onPointerCancel={letGo}
        onPointerLeave={({ pointerType }) => pointerType === 'mouse' && onLeave?.()}
      />
    </g>
  );
}
