import { useRef } from 'preact/hooks';

interface HandleProps {
  readonly x: number;
  readonly y: number;
  /** What it is and where it stands, for those who hear it. */
  readonly label: string;
  readonly enabled: boolean;
  /** How far it is to move, in the picture's units; from the pointer or from the arrow keys (one step = 4 units). */
  readonly onMove: (dx: number, dy: number) => void;
}

/** Units that an arrow key moves a handle by. */
const KEY_STEP = 4;

/** Something to take hold of in a picture: by mouse, by finger (its target is larger than its look) and by the arrow keys. */
export function Handle({ x, y, label, enabled, onMove }: HandleProps) {
  const held = useRef<{ readonly x: number; readonly y: number; readonly perUnit: number } | undefined>(undefined);
  const onPointerDown = (event: PointerEvent): void => {
    const target = event.currentTarget;
    if (!(target instanceof SVGGraphicsElement)) return;
    target.setPointerCapture(event.pointerId);
    held.current = { x: event.clientX, y: event.clientY, perUnit: target.getScreenCTM()?.a ?? 1 };
  };
  const onPointerMove = (event: PointerEvent): void => {
    const from = held.current;
    if (from === undefined) return;
    held.current = { ...from, x: event.clientX, y: event.clientY };
    onMove((event.clientX - from.x) / from.perUnit, (event.clientY - from.y) / from.perUnit);
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
    onMove(move[0] * KEY_STEP, move[1] * KEY_STEP);
    event.preventDefault();
    event.stopPropagation();
  };
  if (!enabled) return <circle cx={x} cy={y} r={7} class="gb-handle" />;
  return (
    <g
      class="gb-handle-touch"
      tabindex={0}
      role="button"
      aria-label={label}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (held.current = undefined)}
      onPointerCancel={() => (held.current = undefined)}
      onKeyDown={onKeyDown}
    >
      <circle cx={x} cy={y} r={23} fill="transparent" />
      <circle cx={x} cy={y} r={7} class="gb-handle" />
    </g>
  );
}
