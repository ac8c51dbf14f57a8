/** A tensor over the run: its distribution or one of its quantities at every step that was recorded or looked into. */
import { useState } from 'preact/hooks';
import type { RunRecord } from '../../engine/session-api';
import { fill, type Text } from '../../i18n/text';
import { inspectorText } from '../../i18n/inspector';
import { viewText } from '../../i18n/views';
import { summarise, type Summary } from '../../ml/blueprint/statistics';
import { MARGIN, plotScale } from '../../views/parts/axes';
import { HistogramHistory, type Moment } from '../../views/parts/histogram-history';
import { Plot } from '../../views/parts/plot';
import { short } from '../../views/parts/ramp';
import type { Controller } from '../controller';
import { Figure } from './figure';
import { tensorName } from './layers';

const summaries = new WeakMap<object, Summary>();

/** A recorded array's summary, made once. */
function summaryOf(array: { readonly data: ArrayLike<number>; readonly shape: readonly number[] }): Summary {
  const known = summaries.get(array);
  if (known !== undefined) return known;
  const made = summarise(array.data, array.shape);
  summaries.set(array, made);
  return made;
}

/** All that is known of a tensor along a run: from the frames, where they hold it (weights), and from what was looked into. */
export function momentsOf({ frames, traces }: RunRecord, name: string): Moment[] {
  const found = new Map<number, Summary>();
  for (const { step, arrays } of frames) {
    const array = arrays[name];
    if (array !== undefined) found.set(step, summaryOf(array));
  }
  for (const { step, summaries: seen } of traces) {
    const summary = seen[name];
    if (summary !== undefined) found.set(step, summary);
  }
  return [...found].sort(([a], [b]) => a - b).map(([step, summary]) => ({ step, summary }));
}

/** What can be drawn as a curve. */
const CURVES: Readonly<Record<string, { readonly label: Text; readonly of: (summary: Summary) => number | undefined }>> = {
  mean: { label: inspectorText.mean, of: ({ mean }) => mean },
  deviation: { label: inspectorText.deviation, of: ({ deviation }) => deviation },
  norm: { label: inspectorText.norm, of: ({ norm }) => norm },
  saturated: { label: inspectorText.saturated, of: ({ saturated }) => saturated },
  dead: { label: inspectorText.dead, of: ({ dead }) => dead },
};

export function OverTime({ controller, tensor, id }: { readonly controller: Controller; readonly tensor: string; readonly id: string }) {
  const { lang, session, cursor } = controller;
  const [quantity, setQuantity] = useState('distribution');
  const moments = session === undefined ? [] : momentsOf(session.record, tensor);
  const name = tensorName(tensor, lang);
  const [first, last] = [moments[0], moments.at(-1)];
  const curves = Object.entries(CURVES).filter(([, { of }]) => last !== undefined && of(last.summary) !== undefined);
  const curve = curves.find(([key]) => key === quantity)?.[1];
  const seek = (step: number): void => controller.attempt(controller.seek(step));
  if (first === undefined || last === undefined || moments.length < 2) return <p class="gb-hint">{inspectorText.overTimeWait[lang]}</p>;
  const now = moments.reduce((best, one) => (Math.abs(one.step - cursor) < Math.abs(best.step - cursor) ? one : best), first);
  const words = fill(inspectorText.overTimeNow[lang], {
    name,
    count: moments.length,
    first: first.step,
    last: last.step,
    step: now.step,
    mean: short(now.summary.mean),
    deviation: short(now.summary.deviation),
  });
  return (
    <div class="gb-inspector-figure">
      <div class="gb-row">
        <label for={`${id}-quantity`}>{inspectorText.quantity[lang]}</label>
        <select id={`${id}-quantity`} onChange={(event) => setQuantity(event.currentTarget.value)}>
          <option value="distribution" selected={curve === undefined}>
            {inspectorText.distribution[lang]}
          </option>
          {curves.map(([key, { label }]) => (
            <option value={key} selected={key === quantity} key={key}>
              {label[lang]}
            </option>
          ))}
        </select>
      </div>
      <Figure title={fill(inspectorText.overTime[lang], { name })} label={words} aspect={0.5}>
        {(width, height) => {
          if (curve === undefined) return <HistogramHistory {...{ moments, cursor, width, height, lang }} onSeek={seek} />;
          const series = {
            name: curve.label[lang],
            colour: 'var(--gb-accent)',
            x: moments.map(({ step }) => step),
            y: moments.map(({ summary }) => curve.of(summary) ?? NaN),
          };
          const x = plotScale([first.step, last.step], [MARGIN.left, width - MARGIN.right]);
          const y = plotScale([0, ...series.y], [height - MARGIN.bottom, MARGIN.top + 12]);
          const labels = { xLabel: viewText.step[lang], yLabel: curve.label[lang], label: inspectorText.overTimeKeys[lang] };
          return (
            <Plot series={[series]} {...{ x, y, width, height }} {...labels} whole interactive onChoose={(step) => seek(Math.round(step))}>
              <line x1={x(cursor)} x2={x(cursor)} y1={MARGIN.top} y2={height - MARGIN.bottom} class="gb-cursor" />
            </Plot>
          );
        }}
      </Figure>
    </div>
  );
}
