/** Painting points on the plane: a press sets one, dragging strews them, with shift or the other button they are taken away. */
import { useRef, useState } from 'preact/hooks';
import type { Place } from './plane';
import type { Point } from './points';

/** Least distance between points strewn in one stroke. */
const APART = 0.35;
/** Points nearer than this to the eraser go. */
const REACH = 0.6;

interface Stroke {
  readonly places: readonly Place[];
  readonly erases: boolean;
}

function isNear([x1, x2]: readonly [number, number, ...unknown[]], places: readonly Place[], distance: number): boolean {
  return places.some(([a, b]) => Math.hypot(x1 - a, x2 - b) < distance);
}

/** Points after a stroke: added with the label that is painted, or without those under the eraser. */
export function paintedBy(points: readonly Point[], { places, erases }: Stroke, label: number): readonly Point[] {
  if (erases) return points.filter((point) => !isNear(point, places, REACH));
  return [...points, ...places.map(([x1, x2]): Point => [x1, x2, label])];
}

interface PaintingOptions {
  /** The label that painting gives, NaN for the eraser (a finger has no shift key); undefined while painting is off. */
  readonly label: number | undefined;
  readonly place: (event: MouseEvent) => Place | undefined;
  readonly onStroke: (stroke: Stroke) => void;
}

/** The stroke under way, to be shown, and handlers for the surface that is painted on. The stroke is told when the pointer is lifted. */
export function usePainting({ label, place, onStroke }: PaintingOptions) {
  const [stroke, setStroke] = useState<Stroke | undefined>(undefined);
  const current = useRef<Stroke | undefined>(undefined);
  const show = (next: Stroke | undefined): void => {
    current.current = next;
    setStroke(next);
  };
  return {
    stroke,
    onPointerDown(event: PointerEvent): void {
      const spot = place(event);
      if (label === undefined || spot === undefined) return;
      if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
      show({ places: [spot], erases: event.shiftKey || event.button === 2 || Number.isNaN(label) });
    },
    onPointerMove(event: PointerEvent): void {
      const spot = place(event);
      const before = current.current;
      if (before === undefined || spot === undefined || isNear(spot, before.places, APART)) return;
      show({ ...before, places: [...before.places, spot] });
    },
    onPointerUp(): void {
      const done = current.current;
      show(undefined);
      if (done !== undefined) onStroke(done);
    },
    onPointerCancel: () => show(undefined),
    onContextMenu(event: Event): void {
      if (label !== undefined) event.preventDefault();
    },
  };
}
