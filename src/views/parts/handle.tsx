import { useRef } from 'preact/hooks';
import { holdsPage } from './pointing';

interface HandleProps<T> {
  readonly x: number;
  readonly y: number;
  /** What it is and where it stands, for those who hear it. */
  readonly label: string;
  readonly enabled: boolean;
  /** What the handle stands for now: the value that a movement begins from. */
  readonly value: T;
  /**
   * How far it is from where it was taken hold of, in the picture's units, and the value it had there. Not from the last event: a value
   * that is sent to a run is drawn later, and what was moved meanwhile would be lost. An arrow key moves it 4 units from where it is.
   */
  readonly onMove: (from: T, dx: number, dy: number) => void;
}

interface Hold<T> {
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  /** CSS pixels a unit. */
  readonly perUnit: number;
  readonly from: T;
}

/** Units that an arrow key moves a handle by. */
const KEY_STEP = 4;

/** Something to take hold of in a picture: by mouse, by finger (its target is larger than its look) and by the arrow keys. */
export function Handle<T>({ x, y, label, enabled, value, onMove }: HandleProps<T>) {
  const held = useRef<Hold<T> | undefined>(undefined);
  const onPointerDown = (event: PointerEvent): void => {
    const target = event.currentTarget;
    if (!(target instanceof SVGGraphicsElement) || held.current !== undefined) return;
    target.setPointerCapture(event.pointerId);
    held.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY, perUnit: target.getScreenCTM()?.a ?? 1, from: value };
  };
  const onPointerMove = ({ pointerId, clientX, clientY }: PointerEvent): void => {
    const hold = held.current;
    if (hold?.pointer === pointerId) onMove(hold.from, (clientX - hold.x) / hold.perUnit, (clientY - hold.y) / hold.perUnit);
  };
  const onPointerUp = (event: PointerEvent): void => {
    onPointerMove(event);
    letGo(event);
  };
  const letGo = ({ pointerId }: PointerEvent): void => {
    if (held.current?.pointer === pointerId) held.current = undefined;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    };
    const move = moves[event.key];
    if (move === undefined) return;
    onMove(value, move[0] * KEY_STEP, move[1] * KEY_STEP);
    event.preventDefault();
    event.stopPropagation();
  };
  if (!enabled) return <circle cx={x} cy={y} r={7} class="gb-handle" />;
  return (
    <g
      class="gb-handle-touch"
      {...holdsPage}
      tabindex={0}
      role="button"
      aria-label={label}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={letGo}
      onKeyDown={onKeyDown}
    >
      <circle cx={x} cy={y} r={23} fill="transparent" />
      <circle cx={x} cy={y} r={7} class="gb-handle" />
    </g>
  );
}
