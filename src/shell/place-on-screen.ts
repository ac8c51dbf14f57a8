/** Where a frame stands: on the screen or not, and whether a reader comes near it. */

/** How far from the screen a figure is near: far enough for what it loads to be there when it is seen. */
const NEAR = '800px 0px';

export interface PlaceListener {
  /** Called once, when a reader who goes through the page comes near the frame. */
  near(): void;
  /** Called whenever it may have been brought on the screen of a visible tab, or taken off it. */
  seen(isSeen: boolean): void;
}

/** Watches a frame's place. @returns what says how it is now, and what ends the watch. */
export function watchPlace(host: Element, listener: PlaceListener): { isSeen: () => boolean; stop: () => void } {
  let onScreen = false;
  const listening = new AbortController();
  const { signal } = listening;
  const isSeen = (): boolean => onScreen && document.visibilityState === 'visible';
  // Several changes may come at once; the last is how it is now.
  const screen = new IntersectionObserver((entries) => {
    onScreen = entries.at(-1)?.isIntersecting === true;
    listener.seen(isSeen());
  });
  const around = new IntersectionObserver(
    (entries) => {
      if (entries.at(-1)?.isIntersecting !== true) return;
      around.disconnect();
      listener.near();
    },
    { rootMargin: NEAR },
  );
  screen.observe(host);
  // A page that is only opened loads nothing more than itself.
  document.addEventListener('scroll', () => around.observe(host), { once: true, passive: true, signal });
  document.addEventListener('visibilitychange', () => listener.seen(isSeen()), { signal });
  return {
    isSeen,
    stop() {
      screen.disconnect();
      around.disconnect();
      listening.abort();
    },
  };
}
