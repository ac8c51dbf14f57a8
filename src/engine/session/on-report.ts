/** How a session goes on when the worker reports something. */
import { fill, type Text } from '../../i18n/text';
import { engineText } from '../../i18n/engine';
import { withIntervention } from '../interventions';
import type { Report } from '../protocol';
import { isStop } from '../run-record';
import { withUndoable } from '../undo';
import { onLoss } from './on-loss';
import { goOn, isTraining, type Next, type RecordView, type SessionState } from './state';
import { without } from './tell';

type Of<T extends Report['type']> = Extract<Report, { readonly type: T }>;

/** Steps past the place of a crash after which the next one is not counted as the same again. */
const STEPS_TO_TRUST = 50;

function progressed(next: Next, { phase, fraction, left }: Of<'progress'>): Next {
  const { loading, beforeTiming, activity } = next.state;
  return goOn(next, {
    ...(phase === 'measuring' && !loading ? { beforeTiming: beforeTiming ?? activity } : {}),
    activity: { kind: 'busy', phase, ...(fraction === undefined ? {} : { fraction }), ...(left === undefined ? {} : { left }) },
  });
}

/** That the backend asked for is not there, and which is used instead; undefined where it is. */
function otherBackend({ backend }: SessionState, { measured, status }: Of<'ready'>): Text | undefined {
  const failure = measured.find((one) => one.backend === backend)?.failure;
  if (failure === undefined) return undefined;
  const inWords = (lang: 'zh' | 'en'): string => fill(engineText.usesOther[lang], { backend, other: status.backend, cause: failure[lang] });
  return { zh: inWords('zh'), en: inWords('en') };
}

function ready(start: Next, record: RecordView, report: Of<'ready'>): Next {
  const { frame, measured, metrics, snapshot, spec, status } = report;
  const { state } = start;
  const next = goOn(
    start,
    {
      loading: false,
      beforeTiming: undefined,
      spec,
      status,
      measured: measured.length > 0 ? measured : state.measured,
      notice: otherBackend(state, report) ?? state.notice,
      workerStep: frame.step,
      latestFrame: frame,
    },
    { kind: 'snapshot', snapshot },
    { kind: 'frame', frame },
    ...(metrics.from <= record.latest ? [{ kind: 'metrics', metrics } as const] : []),
  );
  if (state.job !== undefined) {
    return goOn(next, { activity: { kind: 'busy', phase: 'replaying' } }, { kind: 'settle', topic: 'ready' });
  }
  return goOn(
    next,
    { cursor: frame.step, frame, activity: { kind: 'paused' } },
    { kind: 'settle', topic: 'pause' },
    { kind: 'settle', topic: 'ready' },
  );
}

function seen(start: Next, { frame, metrics, snapshot, status }: Of<'frame'>): Next {
  const { state } = start;
  const next = goOn(
    start,
    {
      status,
      workerStep: frame.step,
      latestFrame: frame,
      ...(frame.step > state.crashedAt + STEPS_TO_TRUST ? { crashes: 0 } : {}),
      ...(isTraining(state) ? { cursor: frame.step, activity: { kind: 'running' } } : {}),
    },
    { kind: 'metrics', metrics },
    { kind: 'frame', frame },
    ...(snapshot === undefined ? [] : [{ kind: 'snapshot', snapshot } as const]),
    { kind: 'settle', topic: 'frame' },
    { kind: 'acknowledge' },
  );
  return goOn(next, frame.step === next.state.cursor || state.frame === undefined ? { frame } : {});
}

function stoodStill(start: Next, { number, reason, step }: Of<'paused'>): Next {
  const next = goOn(start, { workerStep: step });
  const { awaited, latestFrame, frame } = next.state;
  // A pause of a command that another has followed is past.
  if (number < awaited) return next;
  return goOn(
    next,
    {
      job: undefined,
      pausing: false,
      // Also where a replay was cut short: what is shown is then where it stands.
      cursor: step,
      frame: latestFrame?.step === step ? latestFrame : frame,
      activity: { kind: 'paused', reason },
    },
    ...(isStop(reason) ? [{ kind: 'stop', stop: { step, reason } } as const] : []),
    { kind: 'settle', topic: 'pause' },
  );
}

/** Values that a command carried are no longer on their way. */
function arrived(next: Next, number: number): Next {
  const { settings } = next.state;
  return goOn(next, { settings: { ...settings, pending: settings.pending.filter((one) => one.number !== number) } });
}

function intervened(next: Next, report: Of<'intervened'>): Next {
  const { before, interventions, number } = report;
  const { settings, undoing } = next.state;
  const undoable = before === undefined ? undefined : { before, interventions: settings.interventions, done: interventions };
  const marked = goOn(
    next,
    {
      settings: { ...settings, interventions: interventions.reduce(withIntervention, [...settings.interventions]) },
      ...(undoable === undefined ? {} : { undoing: withUndoable(undoing, undoable) }),
    },
    ...interventions.map(({ step }) => ({ kind: 'turned', step }) as const),
    { kind: 'answer', answer: report },
  );
  return arrived(marked, number);
}

/** Goes back from timing backends to what was before, or to what was begun meanwhile. */
function timed(next: Next): Next {
  const { state } = next;
  const { activity, beforeTiming } = state;
  const stands = activity.kind === 'busy' && beforeTiming !== undefined ? beforeTiming : activity;
  return goOn(next, { activity: isTraining(state) ? { kind: 'running' } : stands, beforeTiming: undefined });
}

function refused(start: Next, { command, message, number }: Of<'refused'>): Next {
  const next = arrived(command === 'measure' ? timed(start) : start, number);
  // A backend that breaks while it is timed: the run goes on, the reader is told.
  const isTold = command === 'create' || command === 'measure';
  return goOn(next, isTold ? { notice: message } : {}, { kind: 'refuse', number, message });
}

/** What a session is, and does, after the worker said something. */
export function onReport(state: SessionState, report: Report, record: RecordView): Next {
  const next: Next = { state, effects: [] };
  switch (report.type) {
    case 'progress':
      return progressed(next, report);
    case 'ready':
      return ready(next, record, report);
    case 'frame':
      return seen(next, report);
    case 'paused':
      return stoodStill(next, report);
    case 'intervened':
      return intervened(next, report);
    case 'probed': {
      const { probe } = report;
      // One that comes late may be of a branch left behind.
      const counts = isTraining(state) || probe.step <= record.latest;
      return goOn(next, {}, ...(counts ? [{ kind: 'trace', probe } as const] : []), { kind: 'answer', answer: report });
    }
    case 'measured': {
      const { measured } = report;
      return goOn(timed(next), measured.length > 0 ? { measured } : {}, { kind: 'answer', answer: report });
    }
    case 'exported':
    case 'answered':
      return goOn(next, {}, { kind: 'answer', answer: report });
    case 'loaded':
      return goOn(next, {}, { kind: 'pin', step: state.cursor }, { kind: 'answer', answer: report });
    case 'backend-lost':
      return onLoss(state, report, record);
    case 'refused':
      return refused(next, report);
    case 'failed': {
      const { layer, message } = report;
      const failed = { kind: 'failed', message, ...(layer === undefined ? {} : { layer }) } as const;
      const ended = without(goOn(next, { job: undefined, pausing: false, loading: false, activity: failed }));
      return goOn(ended, {}, { kind: 'give-up', message, except: [] });
    }
    case 'pong':
      return next;
  }
}
