/** What a reader does to a frame before its script has arrived, kept and done again once it has. */

interface Touch {
  readonly target: HTMLElement;
  readonly type: string;
  readonly value: string | undefined;
  readonly checked: boolean | undefined;
}

export interface FirstTouches {
  /** Does again what was done meanwhile, and stops watching. */
  replay(): void;
  /** Stops watching. */
  stop(): void;
}

const WAKING = ['pointerover', 'pointerdown', 'touchstart', 'focusin'] as const;
const KEPT = ['click', 'input', 'change', 'toggle'] as const;

function touchOf(event: Event): Touch | undefined {
  const { target, type } = event;
  if (type === 'click') {
    // What is hit may be the picture in a button.
    const button = target instanceof Element ? target.closest('button') : null;
    return button === null ? undefined : { target: button, type, value: undefined, checked: undefined };
  }
  if (!(target instanceof HTMLElement)) return undefined;
  const field = target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
  return {
    target,
    type,
    value: field ? target.value : undefined,
    checked: target instanceof HTMLInputElement ? target.checked : undefined,
  };
}

function repeat({ target, type, value, checked }: Touch): void {
  if (type === 'click') {
    target.click();
    return;
  }
  if (value !== undefined && 'value' in target) target.value = value;
  if (checked !== undefined && 'checked' in target) target.checked = checked;
  target.dispatchEvent(new Event(type, { bubbles: type !== 'toggle' }));
}

/** Watches a frame that is not live yet; `onWake` is called at the first sign that the reader turns to it. */
export function watchFirstTouches(host: HTMLElement, onWake: () => void): FirstTouches {
  const listening = new AbortController();
  const kept: Touch[] = [];
  const options = { capture: true, passive: true, signal: listening.signal };
  for (const type of WAKING) host.addEventListener(type, onWake, options);
  const keep = (event: Event): void => {
    const touch = touchOf(event);
    // Of a slider's many inputs the last one counts.
    const again = kept.findIndex((one) => one.target === touch?.target && one.type === touch.type);
    if (again !== -1) kept.splice(again, 1);
    if (touch !== undefined) kept.push(touch);
    onWake();
  };
  for (const type of KEPT) host.addEventListener(type, keep, options);
  return {
    replay() {
      listening.abort();
      kept.forEach(repeat);
    },
    stop: () => listening.abort(),
  };
}
