/** How a session goes on when its backend or its worker is gone. */
import { fill, type Text } from '../../i18n/text';
import { engineText } from '../../i18n/engine';
import type { Values } from '../../demos/declaration';
import type { BackendName, Report } from '../protocol';
import { goOn, isTraining, type Next, type RecordView, type SessionState } from './state';
import { create, without } from './tell';

/** Crashes in a row after which a run is not started again by itself. */
const CRASHES_ALLOWED = 2;

/** The backend was lost, or the worker has crashed; `spoke`: false where it never said a word. */
export type Loss = Extract<Report, { readonly type: 'backend-lost' }> | { readonly type: 'crashed'; readonly spoke: boolean };

/** Goes on from the last snapshot, to where the run was, and takes up what it was doing. */
function recovered(start: Next, record: RecordView, notice: (step: number) => Text): Next {
  const { state } = start;
  const { job, pausing, cursor, tickets } = state;
  const target = isTraining(state) ? record.latest : cursor;
  const snapshot = record.snapshotAt(target);
  const message = notice(snapshot?.step ?? 0);
  const told = goOn(start, { notice: message }, { kind: 'give-up', message, except: ['ready', 'pause'] });
  const made = create(told, snapshot, target);
  const turning = state.settings.pending.reduce<Values>((all, { values }) => ({ ...all, ...values }), {});
  const turns = Object.keys(turning).length === 0 ? [] : [{ kind: 'set', values: turning, ticket: tickets + 1 } as const];
  const next = goOn(made, { tickets: tickets + 2, wishes: [...made.state.wishes, ...turns] });
  if (pausing || job === undefined || job.kind === 'seek') return next;
  const ticket = tickets + 2;
  if (job.kind === 'play') return goOn(next, { wishes: [...next.state.wishes, { ...job, ticket }] });
  const { breakpoints, until } = job;
  const rest = { kind: 'step', count: Math.max(0, until - target), breakpoints, ticket } as const;
  return goOn(next, { wishes: [...next.state.wishes, rest] }, { kind: 'hold', topic: 'pause', ticket });
}

function backendLost(state: SessionState, backend: BackendName, cause: Text, record: RecordView): Next {
  const inWords = (lang: 'zh' | 'en', step: number): string => fill(engineText.goesOn[lang], { backend, cause: cause[lang], step });
  const next: Next = { state: { ...state, backend: 'auto' }, effects: [] };
  return recovered(next, record, (step) => ({ zh: inWords('zh', step), en: inWords('en', step) }));
}

function crashed(state: SessionState, spoke: boolean, record: RecordView): Next {
  const crashes = state.crashes + 1;
  const next: Next = { state: { ...state, crashes, crashedAt: record.latest }, effects: [] };
  // Where its script does not arrive, another backend mends nothing.
  if (!spoke || crashes > CRASHES_ALLOWED) {
    const message = engineText[spoke ? 'workerCrashedAgain' : 'workerNotLoaded'];
    const ended = without(
      goOn(
        next,
        { activity: { kind: 'failed', message }, run: undefined, loading: false, job: undefined, pausing: false, crashes: 0 },
        { kind: 'leave' },
      ),
    );
    return goOn(ended, {}, { kind: 'give-up', message, except: [] });
  }
  // Twice in a row: what it ran on is suspect. Plain JavaScript has no driver and no memory of its own to break.
  const suspect = crashes > 1 ? goOn(next, { backend: 'cpu' }) : next;
  return recovered(suspect, record, (step) => ({
    zh: fill(engineText.workerCrashed.zh, { step }),
    en: fill(engineText.workerCrashed.en, { step }),
  }));
}

/** What a session is, and does, after a loss. */
export function onLoss(state: SessionState, loss: Loss, record: RecordView): Next {
  return loss.type === 'crashed' ? crashed(state, loss.spoke, record) : backendLost(state, loss.backend, loss.cause, record);
}
