/** What a frame shows besides its run: what the reader has opened, pinned, typed and switched on. Plain data, replaced and never changed. */
import type { Text } from '../i18n/text';
import type { Speed } from './controller-options';
import { MOST_WATCHES, type Inspected } from './link/view';
import type { PanelName } from './panels';

/** A condition at which the run pauses. */
export interface Breakpoint {
  /** As the reader wrote it (grammar: `src/ml/expression`). */
  readonly condition: string;
  /** False: kept, and not asked. */
  readonly on: boolean;
}

export interface FrameState {
  /** What a link had wrong. */
  readonly problems: readonly Text[];
  /** Why the last command came to nothing. */
  readonly refusal: Text | undefined;
  readonly speed: Speed;
  /** The axis of steps is logarithmic: in the timeline and under the curves. */
  readonly logSteps: boolean;
  readonly breakpoints: readonly Breakpoint[];
  /** The label that painting gives, NaN for the eraser; undefined when painting is off. */
  readonly paint: number | undefined;
  /** The inspector: open or not, and what is chosen in it. */
  readonly inspected: Inspected;
  /** Tensors pinned beside the picture, by name as in a probe. */
  readonly watches: readonly string[];
  /** Which of the folded parts below the demo are open, the inspector aside. */
  readonly panels: ReadonlySet<PanelName>;
}

/** A frame that nobody has touched. */
export const UNTOUCHED: FrameState = {
  problems: [],
  refusal: undefined,
  speed: 'eyes',
  logSteps: false,
  breakpoints: [],
  paint: undefined,
  inspected: { open: false },
  watches: [],
  panels: new Set(),
};

/** With a breakpoint added, or one that is there switched on or off. */
export function withBreakpoint({ breakpoints }: FrameState, condition: string, on: boolean): FrameState['breakpoints'] {
  const set = { condition, on };
  const there = breakpoints.some((one) => one.condition === condition);
  return there ? breakpoints.map((one) => (one.condition === condition ? set : one)) : [...breakpoints, set];
}

/** The conditions that are in force. */
export function conditionsOf({ breakpoints }: FrameState): readonly string[] {
  return breakpoints.filter(({ on }) => on).map(({ condition }) => condition);
}

/** With a tensor pinned beside the picture, or, where it is, taken away. */
export function withWatch({ watches }: FrameState, name: string): readonly string[] {
  // One more than there may be takes the place of the oldest.
  return watches.includes(name) ? watches.filter((one) => one !== name) : [...watches, name].slice(-MOST_WATCHES);
}

/** With a folded part open, or closed. */
export function withPanel({ panels }: FrameState, panel: PanelName, open: boolean): ReadonlySet<PanelName> {
  return new Set(open ? [...panels, panel] : [...panels].filter((one) => one !== panel));
}
