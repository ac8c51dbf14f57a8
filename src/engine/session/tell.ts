/** What a session says to its run: commands, each with its number, and the making of the run itself. */
import type { Text } from '../../i18n/text';
import { engineText } from '../../i18n/engine';
import type { Snapshot } from '../protocol';
import { settingsUntil } from '../settings';
import { undoableUntil } from '../undo';
import type { Unnumbered } from './effects';
import { goOn, type Next, type RecordView, type SessionState } from './state';

/** Sends a command about the run, if there is one. */
export function post(next: Next, command: Unnumbered): Next {
  const number = next.state.number + 1;
  if (next.state.run === undefined) return next;
  return goOn(next, { number }, { kind: 'post', command: { ...command, number } });
}

/** Sends a command that ends in a pause. */
export function tell(next: Next, command: Extract<Unnumbered, { type: 'play' | 'step' | 'seek' | 'undo' | 'pause' }>): Next {
  const posted = post(next, command);
  return goOn(posted, { awaited: posted.state.number });
}

/** Asks for the run to be built in the worker: anew, or from a snapshot, and brought to a step. */
export function create(next: Next, snapshot: Snapshot | undefined, seekTo: number | undefined): Next {
  const { state } = next;
  const { origin, settings, backend } = state;
  const number = state.number + 1;
  const workerStep = snapshot?.step ?? 0;
  const made = goOn(
    next,
    {
      number,
      awaited: number,
      run: state.runs + 1,
      runs: state.runs + 1,
      seekTo: undefined,
      job: undefined,
      pausing: false,
      settings: { ...settings, pending: [] },
      loading: true,
      activity: { kind: 'busy', phase: 'loading' },
      workerStep,
    },
    {
      kind: 'create',
      command: {
        type: 'create',
        number,
        recipe: { ...origin, values: settings.values, interventions: settings.interventions },
        backend,
        ...(snapshot === undefined ? {} : { snapshot }),
        ...(seekTo === undefined ? {} : { seekTo }),
      },
    },
  );
  if (seekTo === undefined) return made;
  // Nothing is to be replayed where the snapshot is of that very step.
  return goOn(made, { cursor: seekTo, ...(seekTo > workerStep ? { job: { kind: 'seek' } } : {}) });
}

/** Makes the run if there is none. */
export function prepared(next: Next, record: RecordView): Next {
  const { run, seekTo } = next.state;
  if (run !== undefined) return next;
  return create(goOn(next, { notice: undefined }), record.snapshotAt(seekTo ?? 0), seekTo);
}

/** Leaves what comes after the cursor behind, as a ghost: training goes on from here another way. */
export function branched(next: Next, record: RecordView): Next {
  const { cursor, settings, undoing } = next.state;
  if (cursor >= record.latest) return next;
  return goOn(
    next,
    { settings: settingsUntil(settings, cursor), undoing: undoableUntil(undoing, cursor) },
    { kind: 'branch', step: cursor },
  );
}

/** Moves the cursor, at once, and the run after it. */
export function moved(next: Next, record: RecordView, step: number): Next {
  const { state } = next;
  const cursor = Math.max(0, Math.min(Math.round(step), record.latest));
  const snapshot = record.snapshotAt(cursor);
  // Where the worker stands on the way, going on from there is shorter than any snapshot.
  const stands = state.job === undefined && state.workerStep <= cursor;
  const onTheWay = stands && (snapshot === undefined || state.workerStep >= snapshot.step);
  const there = goOn(next, { cursor, frame: record.frameAt(cursor) ?? state.frame, job: { kind: 'seek' } });
  return tell(there, { type: 'seek', step: cursor, ...(onTheWay || snapshot === undefined ? {} : { snapshot }) });
}

/** Asks the run to stand still, and takes back training that was asked for and has not begun. */
export function paused(next: Next): Next {
  const taken = without(goOn(next, { resume: undefined, intent: next.state.intent + 1 }), ({ kind }) => kind === 'play' || kind === 'step');
  if (taken.state.job === undefined || taken.state.pausing) return taken;
  return tell(goOn(taken, { pausing: true }), { type: 'pause' });
}

/** Drops wishes: all, or those of some kinds. */
export function without(next: Next, isDropped: (wish: SessionState['wishes'][number]) => boolean = () => true): Next {
  const { wishes } = next.state;
  const dropped = wishes.filter(isDropped);
  if (dropped.length === 0) return next;
  return goOn(
    next,
    { wishes: wishes.filter((wish) => !dropped.includes(wish)) },
    ...dropped.map(({ ticket }) => ({ kind: 'dropped', ticket }) as const),
  );
}

/** Whatever is waited for will not come about. */
export function givenUp(next: Next, message: Text = engineText.startedAnew): Next {
  return goOn(without(goOn(next, { intent: next.state.intent + 1 })), {}, { kind: 'give-up', message, except: [] });
}
