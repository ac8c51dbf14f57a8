/** The run's curves: losses, accuracies, other quantities; other runs as ghosts under them, beside them, as a band. */
import { useState } from 'preact/hooks';
import { shellText } from '../../i18n/shell';
import { Curves } from '../../views/curves';
import { otherRuns } from '../compare/chart-runs';
import type { Controller } from '../controller';
import { chartTitle } from './chart-title';
import { FORM_WIDTHS } from './picture-form';
import { isMeasured, recordedOf, seriesOf } from './source';

const CHARTS = ['loss', 'accuracy', 'other'] as const;
/** Half a figure, or a phone's column, in user units. */
const WIDTH = FORM_WIDTHS.narrow;
const HEIGHT = 190;

export function Charts({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, loaded, session, cursor } = controller;
  const [log, setLog] = useState(false);
  const started = session !== undefined && (session.record.latest > 0 || session.frame !== undefined);
  const record = started ? recordedOf(session.record) : controller.recording;
  const latest = started ? session.record.latest : (controller.recording?.steps ?? 1);
  const metrics = Object.entries(loaded.demo.metrics)
    .filter(([name]) => record === undefined || isMeasured(record, name))
    .map(([, metric]) => metric);
  const shown = CHARTS.filter((chart) => metrics.some((metric) => metric.chart === chart));
  return (
    <>
      {shown.map((chart) => {
        const { last, ...others } = otherRuns(controller, chart);
        const drawn = metrics.filter((metric) => metric.chart === chart);
        return (
          <div class="gb-chart" key={chart}>
            <Curves
              series={record === undefined ? [] : seriesOf(loaded.demo, chart, record, lang)}
              {...others}
              cursor={started ? cursor : (controller.recording?.frame.step ?? 0)}
              last={Math.max(latest, last)}
              kind={chart === 'loss' && log ? 'log' : 'linear'}
              percent={chart === 'accuracy'}
              share={drawn.every(({ format }) => format === 'percent')}
              title={chartTitle(drawn, lang)}
              lang={lang}
              width={WIDTH}
              height={HEIGHT}
              id={`${id}-${chart}`}
              onSeek={started ? (step) => controller.attempt(controller.seek(step)) : undefined}
            />
            {chart === 'loss' && (
              <label class="gb-log">
                <input type="checkbox" checked={log} onChange={(event) => setLog(event.currentTarget.checked)} />
                {shellText.logScale[lang]}
              </label>
            )}
          </div>
        );
      })}
    </>
  );
}
