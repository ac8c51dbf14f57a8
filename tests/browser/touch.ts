/** Real strokes of a finger: a browser that takes one for scrolling cancels it after some moves, and a tap never. */
import type { CDPSession, Locator } from '@playwright/test';

export type Place = readonly [x: number, y: number];

/** Moves a finger along places of the screen. */
export async function drag(finger: CDPSession, places: readonly Place[]): Promise<void> {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Place[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: at.map(([x, y]) => ({ x, y, id: 1 })) });
  await Promise.all([...places.map((place, i) => touch(i === 0 ? 'touchStart' : 'touchMove', [place])), touch('touchEnd', [])]);
}

/** Brings a target to the middle of the screen; gives a place in it by shares of its box. */
export async function placeIn(target: Locator): Promise<(across: number, down: number) => Place> {
  const box = await target.evaluate(async (element) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    // Where a finger scrolls and where it does not is decided by what was last drawn.
    for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return element.getBoundingClientRect().toJSON() as DOMRect;
  });
  return (across, down) => [box.x + across * box.width, box.y + down * box.height];
}
