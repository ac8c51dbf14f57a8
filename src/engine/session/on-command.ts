/** How a session goes on when something is asked of it. */
import type { Parameters, Value, Values } from '../../demos/declaration';
import { sameValue, touchesRun } from '../../demos/resolve';
import { engineText } from '../../i18n/engine';
import { valuesAt } from '../settings';
import type { Change } from '../session-api';
import { goOn, isAhead, isFailed, isTraining, reachOf, type Next, type RecordView, type SessionState } from './state';
import { begun, probed, questioned, turned } from './take-up';
import { create, givenUp, moved, paused, post, prepared, without } from './tell';
import type { Asked, Wish } from './wish';

/** Waits until it can be done; the run is made where there is none. */
function wished(next: Next, record: RecordView, wish: Wish): Next {
  const made = prepared(next, record);
  return goOn(made, { wishes: [...made.state.wishes, wish] });
}

/** A new run from other settings, seed or data: the old one becomes the ghost. */
function restarted(next: Next, { values, seed, ownData, interventions = [] }: Change): Next {
  const { demo, seed: before, ownData: had } = next.state.origin;
  const data = ownData === undefined ? had : (ownData ?? undefined);
  const left = goOn(
    post(next, { type: 'dispose' }),
    {
      origin: { demo, seed: seed ?? before, ...(data === undefined ? {} : { ownData: data }) },
      settings: { values: values ?? next.state.settings.values, interventions, pending: [] },
      undoing: [],
      cursor: 0,
      frame: undefined,
      resume: undefined,
      notice: undefined,
    },
    { kind: 'anew' },
  );
  return create(givenUp(left), undefined, undefined);
}

function effectOf(parameters: Parameters, name: string): string {
  return parameters[name]?.effect ?? 'restart';
}

/** Those of the values given that are other than they were, by what they change: pictures alone, or the run. */
function differing(state: SessionState, values: Values): { readonly shown: Values; readonly rest: Values } {
  const current = valuesAt(state.settings, reachOf(state));
  const shown: Record<string, Value> = {};
  const rest: Record<string, Value> = {};
  for (const [name, value] of Object.entries(values)) {
    if (sameValue(current[name], value)) continue;
    (touchesRun(state.parameters[name]) ? rest : shown)[name] = value;
  }
  return { shown, rest };
}

function changed(start: Next, record: RecordView, ticket: number, change: Change): Next {
  const { shown, rest } = differing(start.state, change.values ?? {});
  const { settings, parameters } = start.state;
  const next = goOn(start, { settings: { ...settings, values: { ...settings.values, ...shown } } });
  const { state } = next;
  const names = Object.keys(rest);
  const restarts = change.seed !== undefined || change.ownData !== undefined || change.interventions !== undefined;
  if (names.length === 0 && !restarts) return begun(next, ticket);
  if (restarts || state.run === undefined || isFailed(state) || names.some((name) => effectOf(parameters, name) === 'restart')) {
    const values = { ...valuesAt(state.settings, reachOf(state)), ...rest };
    return begun(restarted(next, { ...change, values }), ticket, 'ready');
  }
  if (isAhead(state)) return turned(next, ticket, rest);
  return wished(next, record, { kind: 'set', values: rest, ticket });
}

/** Gives up what the run is busy with. */
function cancelled(next: Next): Next {
  const { activity, loading, cursor } = next.state;
  if (activity.kind !== 'busy') return next;
  if (!loading) return activity.phase === 'measuring' ? post(next, { type: 'cancel' }) : paused(next);
  const left = goOn(
    post(next, { type: 'dispose' }),
    {
      run: undefined,
      loading: false,
      job: undefined,
      resume: undefined,
      seekTo: cursor > 0 ? cursor : undefined,
      activity: { kind: 'idle' },
      notice: engineText.cancelled,
    },
    { kind: 'leave' },
  );
  return givenUp(left);
}

/** Goes on from what is recorded, on another backend. */
function rebased(next: Next, record: RecordView, ticket: number, backend: SessionState['backend']): Next {
  const { state } = next;
  const { cursor, run } = state;
  // After a failure the same backend is a new attempt.
  if (!isFailed(state) && backend === state.backend && state.status?.backend === backend) return begun(next, ticket);
  const chosen = goOn(next, { backend });
  if (run === undefined && !isFailed(state)) return begun(chosen, ticket);
  const left = givenUp(goOn(post(chosen, { type: 'dispose' }), { notice: undefined }));
  return begun(create(left, record.snapshotAt(cursor), cursor), ticket, 'ready');
}

/** On screen, or not: a run that was playing goes on when it is seen again. */
function shown(start: Next, record: RecordView, ticket: number, visible: boolean): Next {
  const next = goOn(start, { visible });
  const { job, pausing, resume: waiting } = next.state;
  if (!visible && job?.kind === 'play' && !pausing) {
    return begun(goOn(paused(next), { resume: job }), ticket);
  }
  if (!visible || waiting === undefined) return begun(next, ticket);
  return wished(goOn(next, { resume: undefined }), record, { ...waiting, kind: 'play', ticket });
}

/**
 * What a session is, and does, after something was asked.
 * @param ticket the caller's number, higher than all before; an effect says when his wish is done, or dropped.
 */
export function onCommand(state: SessionState, command: Asked, ticket: number, record: RecordView): Next {
  const next: Next = { state: { ...state, tickets: ticket }, effects: [] };
  switch (command.kind) {
    case 'prepare': {
      const made = prepared(next, record);
      return begun(made, ticket, made.state.loading ? 'ready' : undefined);
    }
    case 'play': {
      if (!state.visible) return begun(goOn(next, { resume: command }), ticket);
      return wished(next, record, { ...command, ticket });
    }
    case 'pause':
      return begun(paused(next), ticket);
    case 'cancel':
      return begun(cancelled(next), ticket);
    case 'seek': {
      // At once where it can be: the cursor follows the reader's hand.
      if (state.run === undefined || state.loading || isFailed(state)) return wished(next, record, { ...command, ticket });
      return begun(moved(next, record, command.step), ticket, 'pause');
    }
    case 'reset': {
      const values = valuesAt(state.settings, reachOf(state));
      return begun(restarted(next, { values }), ticket, 'ready');
    }
    case 'change':
      return changed(next, record, ticket, command.change);
    case 'undo':
      // Reports that are on their way belong to the branch that is left: they come before the pause.
      return wished(isTraining(state) ? paused(next) : next, record, { ...command, ticket });
    case 'probe':
      // In mid-training the worker is ahead of what is shown: it looks where it stands.
      return isAhead(state) ? probed(next, record, { ...command, ticket }) : wished(next, record, { ...command, ticket });
    case 'ask': {
      // The latest wins: one that still waits is no longer wanted.
      const alone = without(next, (wish) => wish.kind === 'ask' && wish.question === command.question);
      const wish = { ...command, ticket };
      // What is asked of a step that is past need not wait until the run stands there.
      const past = command.at !== undefined && state.run !== undefined && !state.loading && !isFailed(state);
      return past || isAhead(state) ? questioned(alone, record, wish) : wished(alone, record, wish);
    }
    case 'use-backend':
      return rebased(next, record, ticket, command.backend);
    case 'show':
      return shown(next, record, ticket, command.visible);
    case 'fault':
      return begun(post(next, { type: 'fault', fault: command.fault }), ticket);
    case 'dispose':
      return begun(givenUp(goOn(post(next, { type: 'dispose' }), { run: undefined }, { kind: 'leave' })), ticket);
    default:
      return wished(next, record, { ...command, ticket });
  }
}
