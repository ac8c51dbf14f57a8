/** Carries out the run that decides a prediction: a session of its own, headless, in the page's one worker. */
import { loadDeclaration } from '../../demos/load';
import { defaultsOf } from '../../demos/resolve';
import type { Demo } from '../../demos/declaration';
import { createSession } from '../../engine/session/session';
import type { Session } from '../../engine/session-api';
import { Refused } from '../../engine/waiting';
import { numberOf } from '../../ml/expression/evaluate';
import { predictText } from '../../i18n/predict';
import { fill, type Text } from '../../i18n/text';
import { quantitiesNow } from '../challenge/quantities';
import { arrayNumbers } from './arrays';
import { readMetric } from './metric-language';
import { MOST_POINTS, type KeptCurve } from './predictions';
import type { AskedRun, Question } from './question';

export interface TrainOptions {
  /** Called as the run goes on; `step` is that of all runs together. */
  readonly progress: (step: number, steps: number) => void;
  /** Aborted: the run is given up, and nothing comes of it. */
  readonly signal: AbortSignal;
  readonly makeSession?: typeof createSession;
}

/** What a run came to, why it came to nothing, or nothing at all where it was given up. */
export type Trained = { readonly result: number | KeptCurve } | { readonly cause: Text } | undefined;

/** A run that cannot answer, said to the reader. */
class NoAnswer extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** Significant digits that are kept: more than a picture shows, and than a reader is told. */
const DIGITS = 6;

function kept(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/**
 * A metric along the steps from where the axis begins, thinned to what is kept: evenly along the axis, and with its first, its last and
 * its least point.
 */
function curveOf({ record }: Session, { metric, from = 0, logSteps }: Question): KeptCurve {
  const [at, y] = metric === 'loss' ? [record.lossAt, record.loss] : [record.evaluatedAt, record.evaluated[metric] ?? []];
  const all = Array.from({ length: Math.min(at.length, y.length) }, (_, i) => [at[i] ?? NaN, y[i] ?? NaN] as const).filter(
    ([step, value]) => step >= from && Number.isFinite(value),
  );
  const across = (step: number): number => (logSteps === true ? Math.log(step) : step);
  const [first, last] = [across(all[0]?.[0] ?? NaN), across(all.at(-1)?.[0] ?? NaN)];
  const least = all.reduce((lowest, [, value]) => Math.min(lowest, value), Infinity);
  const leastAt = all.findIndex(([, value]) => value === least);
  let column = -1;
  const points = all.filter(([step], i) => {
    const here = Math.floor(((across(step) - first) / Math.max(1e-9, last - first)) * (MOST_POINTS - 3));
    const kept = here > column || i === leastAt || i === all.length - 1;
    column = Math.max(column, here);
    return kept;
  });
  return { at: points.map(([step]) => step), y: points.map(([, value]) => kept(value)) };
}

/** Trains one run and gives its session to a reader, before it is disposed of. */
async function trained<T>(
  id: string,
  demo: Demo,
  run: AskedRun,
  read: (session: Session) => T,
  { progress, signal, makeSession = createSession }: TrainOptions,
): Promise<T> {
  // Given up while it was loaded: the signal tells nobody again.
  signal.throwIfAborted();
  const recipe = { demo: id, values: { ...defaultsOf(demo), ...run.values }, seed: run.seed, interventions: [] };
  const session = makeSession({ recipe, parameters: demo.parameters });
  const ended = new AbortController();
  try {
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => resolve(), { signal: ended.signal });
      session.subscribe(() => {
        progress(session.last, run.step);
        // A run that broke, or a backend that is gone for good, resolves no command.
        if (session.state.kind === 'failed') reject(new NoAnswer(session.state.message));
      });
      (run.step === 0 ? session.prepare() : session.step(run.step)).then(resolve, reject);
    });
    signal.throwIfAborted();
    if (session.state.kind === 'failed') throw new NoAnswer(session.state.message);
    if (session.last < run.step) throw new NoAnswer(inBoth('brokeOff', { step: session.last }));
    return read(session);
  } finally {
    ended.abort();
    session.dispose();
  }
}

function inBoth(key: keyof typeof predictText, values: Readonly<Record<string, number>>): Text {
  return { zh: fill(predictText[key].zh, values), en: fill(predictText[key].en, values) };
}

function numberIn(session: Session, demo: Demo, { metric, demo: id }: Question): number {
  const read = readMetric(metric, demo);
  // The build refuses what cannot be read.
  if ('problem' in read) throw new Error(`${id}: ${read.problem}`);
  const { expression } = read;
  const { record, cursor, frame, spec, values } = session;
  const numbers = {
    ...quantitiesNow({ metrics: record.metricsAt(cursor), params: values, cursor, spec }),
    ...arrayNumbers([expression], frame?.arrays ?? {}),
  };
  return numberOf(expression, (written) => numbers[written] ?? NaN);
}

async function answerOf(question: Question, options: TrainOptions): Promise<number | KeptCurve> {
  const demo = await loadDeclaration(question.demo);
  const { run, against, demo: id } = question;
  const steps = run.step + (against?.step ?? 0);
  const part = (before: number): TrainOptions => ({ ...options, progress: (step) => options.progress(before + step, steps) });
  if (question.kind === 'curve') return trained(id, demo, run, (session) => curveOf(session, question), part(0));
  const read = (session: Session): number => numberIn(session, demo, question);
  const number = await trained(id, demo, run, read, part(0));
  const result = against === undefined ? number : number / (await trained(id, demo, against, read, part(run.step)));
  if (!Number.isFinite(result)) throw new NoAnswer(predictText.notFinite);
  return kept(result);
}

/** Trains what a question asks for, and reads off it what is asked. */
export async function carryOut(question: Question, options: TrainOptions): Promise<Trained> {
  try {
    return { result: await answerOf(question, options) };
  } catch (error) {
    if (options.signal.aborted) return undefined;
    if (error instanceof NoAnswer || error instanceof Refused) return { cause: error.text };
    throw error;
  }
}
