/** What a demo's element tells the page of its run, as events that bubble; documented with the element in src/demos/README.md. */
import type { Values } from '../demos/declaration';

/** What is told of an element's run. */
interface Announced extends EventTarget {
  readonly params: Values;
  readonly cursor: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly state: string;
}

/** Gives what is to be called whenever something may have changed: each change is told once. */
export function announcerOf(element: Announced): () => void {
  // As they are now; only what is turned from here on is told.
  let lastParams = JSON.stringify(element.params);
  let lastStep = -1;
  let lastState = '';
  const tell = (type: string, detail?: object): void => void element.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  return () => {
    const { cursor, state } = element;
    const params = JSON.stringify(element.params);
    if (params !== lastParams) {
      lastParams = params;
      tell('gb-params');
    }
    if (cursor !== lastStep) {
      lastStep = cursor;
      tell('gb-step', { step: cursor, metrics: element.metrics });
    }
    if (state === lastState) return;
    lastState = state;
    if (state === 'paused') tell('gb-pause', { step: cursor, metrics: element.metrics });
    if (state === 'failed') tell('gb-error');
  };
}
