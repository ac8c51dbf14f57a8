/** Between a frame and the link that says it: what the run is made from, what is shown, what is compared. */
import type { Session } from '../../engine/session-api';
import type { Settings } from '../../engine/settings';
import type { Choices } from '../choices';
import type { Comparison } from '../compare/comparison';
import { conditionsOf, type FrameState } from '../frame-state';
import type { LinkState } from './link';

/** What of a frame a link is made from. */
export interface Linked {
  readonly session: Session | undefined;
  readonly choices: Choices;
  readonly settings: Settings;
  readonly cursor: number;
  readonly seed: number;
  readonly shown: FrameState;
  readonly comparison: Pick<Comparison, 'forkLink' | 'seeds'>;
  /** The step of the recorded run that is shown, where there is no run yet and that is neither its beginning nor its end. */
  readonly reached?: number | undefined;
}

/** The state as a link says it. */
export function linkStateOf({ session, choices, settings, cursor, seed, shown, comparison, reached }: Linked): LinkState {
  const { forkLink, seeds } = comparison;
  // A fork parts from the run where it did, wherever the cursor stands by now.
  const until = Math.max(cursor, forkLink?.step ?? 0);
  return {
    values: settings.values,
    seed,
    step: reached ?? (session === undefined ? undefined : cursor),
    backend: session?.status?.backend ?? (choices.backend === 'auto' ? undefined : choices.backend),
    interventions: settings.interventions.filter(({ step }) => session === undefined || step <= until),
    own: choices.own,
    breakpoints: conditionsOf(shown),
    inspected: shown.inspected.open ? shown.inspected : undefined,
    watches: shown.watches,
    fork: forkLink,
    seeds,
    panels: [...shown.panels],
  };
}

/** What a run is made from that a link asks for. @param before the values where the link says none. */
export function choicesOf({ values, seed, backend, interventions, own, step, fork }: LinkState, before: Choices['values']): Choices {
  const seekTo = Math.max(step ?? 0, fork?.step ?? 0);
  return {
    values: { ...before, ...values },
    seed,
    backend: backend ?? 'auto',
    interventions,
    own,
    seekTo: seekTo === 0 ? undefined : seekTo,
  };
}

/** What a frame shows that a link asks for. @param problems what the link had wrong. */
export function shownOf(state: LinkState, problems: FrameState['problems'], before: FrameState): FrameState {
  return {
    ...before,
    problems,
    inspected: state.inspected ?? { open: false },
    watches: state.watches,
    breakpoints: state.breakpoints.map((condition) => ({ condition, on: true })),
    panels: new Set(state.panels),
  };
}
