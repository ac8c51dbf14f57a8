/** What the pictures are drawn from: a session's record once there is one, the recorded run before. */
import type { Recording } from '../../demos/recording';
import { formatValue } from '../../demos/resolve';
import type { Demo, Values } from '../../demos/declaration';
import type { RunRecord, Session } from '../../engine/session-api';
import type { Lang } from '../../i18n/text';
import type { Rows } from '../own-data/rows/own-rows';
import type { Series } from '../../views/parts/paths';
import type { ViewSource } from '../../views/view';

const COLOURS = {
  train: 'var(--gb-train)',
  test: 'var(--gb-test)',
  weight: 'var(--gb-weight)',
  activation: 'var(--gb-activation)',
  gradient: 'var(--gb-gradient)',
  attention: 'var(--gb-attention)',
  neutral: 'var(--gb-neutral)',
  first: 'var(--gb-first)',
  second: 'var(--gb-second)',
} as const;

/** Values for the pictures: the painting label among them, and how many points are the reader's own. */
export function pictureValuesOf(values: Values, paint: number | undefined, own: Rows | undefined): ViewSource['values'] {
  return { ...values, ...(paint === undefined ? {} : { paint }), ...(own === undefined ? {} : { ownPoints: own.length }) };
}

/** What a recorded run answered, where it was asked with these values. */
function recordedAnswers({ answers = {}, frame }: Recording, values: ViewSource['values']): ViewSource['answers'] {
  const same = (one: Values): boolean => Object.entries(one).every(([name, value]) => formatValue(value) === String(values[name]));
  return Object.fromEntries(
    Object.entries(answers).flatMap(([question, { values: asked, arrays }]) =>
      same(asked) ? [[question, { step: frame.step, arrays }]] : [],
    ),
  );
}

/** What a recorded run answered on its way, and what was measured then. */
function recordedAlong({ along, evaluatedAt, evaluated }: Recording): ViewSource['along'] {
  if (along === undefined) return undefined;
  const metricsAt = (step: number): Record<string, number> => {
    const place = evaluatedAt.findLastIndex((one) => one <= step);
    return Object.fromEntries(Object.entries(evaluated).map(([name, values]) => [name, values[place] ?? NaN]));
  };
  return Object.fromEntries(
    Object.entries(along).map(([question, answers]) => [
      question,
      answers.map(({ step, arrays }) => ({ step, arrays, metrics: metricsAt(step) })),
    ]),
  );
}

/** The frame that pictures show, of the session if it has one, else of the recording. `view` values win over both. */
export function viewSource(
  session: Session | undefined,
  recording: Recording | undefined,
  values: ViewSource['values'],
  { answers, along }: Pick<ViewSource, 'answers' | 'along'> = {},
): ViewSource | undefined {
  const frame = session?.frame;
  if (session !== undefined && frame !== undefined) {
    return {
      step: frame.step,
      arrays: frame.arrays,
      metrics: session.record.metricsAt(session.cursor),
      values,
      spec: session.spec,
      answers,
      along,
    };
  }
  if (recording === undefined) return undefined;
  return {
    step: recording.frame.step,
    arrays: recording.frame.arrays,
    metrics: {},
    values,
    spec: recording.spec,
    answers: recordedAnswers(recording, values),
    along: recordedAlong(recording),
  };
}

/** The same picture with the reader's own data in it, as they are by now: what is drawn by hand is seen before it is trained on. */
export function withPoints(source: ViewSource, rows: Rows | undefined): ViewSource {
  const columns = rows?.[0]?.length;
  if (rows === undefined || columns === undefined || source.arrays['points'] === undefined) return source;
  const points = { shape: [rows.length, columns], data: rows.flat() };
  return { ...source, arrays: { ...source.arrays, points, testPoints: { shape: [0, columns], data: [] } } };
}

/** The curves of a run. */
export interface Recorded {
  readonly lossAt: ArrayLike<number>;
  readonly loss: ArrayLike<number>;
  readonly evaluatedAt: readonly number[];
  readonly evaluated: Readonly<Record<string, readonly number[]>>;
}

/** A session's record in the shape of a recording. */
export function recordedOf(record: RunRecord): Recorded {
  return {
    lossAt: record.lossAt,
    loss: record.loss,
    evaluatedAt: record.evaluatedAt,
    evaluated: record.evaluated,
  };
}

/** True for what a run is judged by: values have no accuracy. Before the first evaluation, for all that is declared. */
export function isMeasured({ evaluatedAt, evaluated }: Recorded, name: string): boolean {
  return name === 'loss' || evaluatedAt.length === 0 || evaluated[name] !== undefined;
}

/** The curves of one chart (`loss`, `accuracy`, `other`) from a record. */
export function seriesOf(demo: Demo, chart: 'loss' | 'accuracy' | 'other', record: Recorded, lang: Lang, ghost = false): Series[] {
  return Object.entries(demo.metrics)
    .filter(([name, metric]) => metric.chart === chart && isMeasured(record, name) && !(ghost && metric.level !== undefined))
    .map(([name, metric]) => {
      const own = name === 'loss';
      return {
        name: metric.label[lang],
        colour: COLOURS[metric.role],
        x: own ? record.lossAt : record.evaluatedAt,
        y: own ? record.loss : (record.evaluated[name] ?? []),
        // The loss of single batches flutters: thin, so that the curves that matter stand out.
        faint: ghost || (own && metric.role === 'neutral') || metric.level !== undefined,
        dashed: ghost || metric.level !== undefined,
        ...(metric.level === undefined ? {} : { level: metric.level }),
      };
    });
}
