/**
 * What waits is done as soon as it can be: when the run is there, and, but for moving the cursor, stands at the cursor or trains on from
 * it. All in one breath, so that nothing comes between.
 */
import { endOf } from '../pace';
import type { Undoable } from '../undo';
import type { Until } from './effects';
import { branched, moved, post, tell, without } from './tell';
import { goOn, isFailed, type Next, type RecordView, type SessionState } from './state';
import type { Wish } from './wish';

/** Says to the caller of a wish what he waits for from now on. */
export function begun(next: Next, ticket: number, until?: Until): Next {
  return goOn(next, {}, { kind: 'begun', ticket, ...(until === undefined ? {} : { until }) });
}

/** Sends a command whose answer the caller waits for. @param must an end of the run is no answer. */
function asked(next: Next, ticket: number, command: Parameters<typeof post>[1], must = false): Next {
  const posted = post(next, command);
  return begun(posted, ticket, { answer: posted.state.number, ...(must ? { must } : {}) });
}

/** Sends live values; until the run has taken them they are shown as if it had. */
export function turned(next: Next, ticket: number, values: SessionState['settings']['values']): Next {
  const sent = asked(next, ticket, { type: 'set', values });
  const { settings, number } = sent.state;
  return goOn(sent, { settings: { ...settings, pending: [...settings.pending, { values, number }] } });
}

/** Looks inside the run where it stands, or at a snapshot that is kept. */
export function probed(next: Next, record: RecordView, { ticket, layers, snapshotStep }: Extract<Wish, { kind: 'probe' }>): Next {
  const snapshot = snapshotStep === undefined ? undefined : record.snapshotAt(snapshotStep);
  return asked(next, ticket, { type: 'probe', layers, ...(snapshot === undefined ? {} : { snapshot }) });
}

function played(
  next: Next,
  record: RecordView,
  { ticket, pace, breakpoints = [], until = endOf(pace, next.state.cursor) }: Extract<Wish, { kind: 'play' }>,
): Next {
  const playing = { pace, breakpoints, until };
  // It may have gone out of sight while it was loading.
  if (!next.state.visible) return begun(goOn(next, { resume: playing }), ticket);
  const plays = goOn(branched(next, record), { job: { kind: 'play', ...playing }, activity: { kind: 'running' } });
  return begun(tell(plays, { type: 'play', ...playing }), ticket);
}

function stepped(next: Next, record: RecordView, { ticket, count, breakpoints }: Extract<Wish, { kind: 'step' }>): Next {
  const { job, cursor } = next.state;
  const from = job?.kind === 'step' ? job.until : cursor;
  const steps = goOn(branched(next, record), { job: { kind: 'step', until: from + count, breakpoints }, activity: { kind: 'running' } });
  return begun(tell(steps, { type: 'step', count, breakpoints }), ticket, 'pause');
}

/** Stands again as before the last thing that was done to the weights. */
function undone(next: Next, ticket: number, { before, interventions }: Undoable): Next {
  const { settings, undoing } = next.state;
  const back = goOn(
    next,
    { settings: { ...settings, interventions }, undoing: undoing.slice(0, -1), cursor: before.step, job: { kind: 'seek' } },
    { kind: 'branch', step: before.step },
    { kind: 'snapshot', snapshot: before },
  );
  return begun(tell(back, { type: 'undo', snapshot: before, interventions }), ticket, 'pause');
}

/** Puts a question to the run where it stands, or as it was at a step. */
export function questioned(
  next: Next,
  record: RecordView,
  { ticket, question, values, seed, at: step }: Extract<Wish, { kind: 'ask' }>,
): Next {
  const snapshot = step === undefined ? undefined : record.snapshotAt(step);
  const past = step === undefined || snapshot === undefined ? {} : { past: { step, snapshot } };
  return asked(next, ticket, { type: 'ask', question, values, seed, ...past });
}

function done(next: Next, record: RecordView, wish: Wish): Next {
  const { ticket } = wish;
  switch (wish.kind) {
    case 'play':
      return played(next, record, wish);
    case 'step':
      return stepped(next, record, wish);
    case 'seek':
      return begun(moved(next, record, wish.step), ticket, 'pause');
    case 'set':
      return turned(branched(next, record), ticket, wish.values);
    case 'edit':
      return asked(branched(next, record), ticket, { type: 'edit', edits: wish.edits });
    case 'intervene':
      return asked(branched(next, record), ticket, { type: 'intervene', actions: wish.actions });
    case 'load': {
      const { arrays, check } = wish;
      return asked(check ? next : branched(next, record), ticket, { type: 'load', arrays, ...(check ? { check } : {}) }, true);
    }
    case 'undo': {
      const last = next.state.undoing.at(-1);
      return last === undefined ? begun(next, ticket) : undone(next, ticket, last);
    }
    case 'probe':
      return probed(next, record, wish);
    case 'ask':
      return questioned(next, record, wish);
    case 'measure':
      return asked(next, ticket, { type: 'measure' });
    case 'export':
      return asked(next, ticket, { type: 'export' }, true);
    case 'stand':
      return begun(next, ticket);
  }
}

/**
 * Does one of the things that wait, or a step towards it.
 * @returns undefined where nothing can be done now. To be asked again when the effects are carried out: the record is another then.
 */
export function takeUp(state: SessionState, record: RecordView): Next | undefined {
  const next: Next = { state, effects: [] };
  const { wishes, run, loading, pausing, job, workerStep, cursor } = state;
  if (wishes.length === 0) return undefined;
  if (run === undefined || isFailed(state)) return without(next);
  if (loading) return undefined;
  const free = !pausing && job?.kind !== 'seek';
  const wish = wishes.find(({ kind }) => kind === 'seek') ?? (free ? wishes[0] : undefined);
  if (wish === undefined) return undefined;
  if (wish.kind !== 'seek' && workerStep !== cursor) return moved(next, record, cursor);
  return done(goOn(next, { wishes: wishes.filter((one) => one !== wish) }), record, wish);
}
