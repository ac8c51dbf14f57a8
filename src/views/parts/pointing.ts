/** Where a pointer is in a picture, for mice and fingers alike. */

type Share = readonly [number, number];

function sharesIn(target: EventTarget | null, places: readonly { readonly clientX: number; readonly clientY: number }[]): readonly Share[] {
  const box = target instanceof Element ? target.getBoundingClientRect() : undefined;
  if (box === undefined || box.width === 0 || box.height === 0) return [];
  const inside = (share: number): number => Math.max(0, Math.min(1, share));
  return places.map(({ clientX, clientY }) => [inside((clientX - box.left) / box.width), inside((clientY - box.top) / box.height)]);
}

/** How far across and down its target a pointer is, each from 0 to 1; undefined while the target has no size. */
export function shareOf(event: MouseEvent): Share | undefined {
  return sharesIn(event.currentTarget, [event])[0];
}

/** All places that a pointer went through since the last event: a page that is busy training gets several moves as one. */
export function sharesOf(event: PointerEvent): readonly Share[] {
  const moves = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
  return sharesIn(event.currentTarget, moves.length > 0 ? moves : [event]);
}

/**
 * For what a finger drags in a picture, beside a class whose `touch-action` is none: not every browser heeds that on a part of a
 * drawing, and where it scrolls the page instead, the stroke is cancelled.
 */
export const holdsPage = {
  onTouchMove(event: TouchEvent): void {
    if (event.cancelable) event.preventDefault();
  },
};

/**
 * Handlers that keep a reading under the pointer. A mouse that leaves takes it away; a finger that is lifted does not, since its
 * reader wants to see what was under it.
 */
export function readingHandlers<Place>(place: (event: MouseEvent) => Place | undefined, set: (reading: Place | undefined) => void) {
  return {
    onPointerDown: (event: PointerEvent) => set(place(event)),
    onPointerMove: (event: PointerEvent) => set(place(event)),
    onPointerLeave: (event: PointerEvent) => {
      if (event.pointerType !== 'touch') set(undefined);
    },
  };
}
