/** Where a pointer is in a picture, for mice and fingers alike. */

/** How far across and down its target a pointer is, each from 0 to 1; undefined while the target has no size. */
export function shareOf(event: MouseEvent): readonly [number, number] | undefined {
  const box = event.currentTarget instanceof Element ? event.currentTarget.getBoundingClientRect() : undefined;
  if (box === undefined || box.width === 0 || box.height === 0) return undefined;
  const inside = (share: number): number => Math.max(0, Math.min(1, share));
  return [inside((event.clientX - box.left) / box.width), inside((event.clientY - box.top) / box.height)];
}

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
