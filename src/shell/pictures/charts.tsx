/** The run's curves: losses, accuracies, other quantities; other runs as ghosts under them, beside them, as a band. */
import { useState } from 'preact/hooks';
import { shellText } from '../../i18n/shell';
import { Curves } from '../../views/parts/curves';
import { otherRuns } from '../compare/chart-runs';
import type { Controller } from '../controller';
import { chartTitle } from './chart-title';
import { look, reelOf } from '../reel';
import { FORM_WIDTHS } from './picture-form';
import { isMeasured, recordedOf, seriesOf } from './source';
import { seriesInUnit, unitsOf } from './units';

const CHARTS = ['loss', 'accuracy', 'other'] as const;
/** User units: half a figure or a phone's column, and the narrow column beside pictures. Both have the same shape, so that nothing moves. */
const WIDTHS = { wide: FORM_WIDTHS.narrow, small: 224 } as const;
const SHAPE = 0.64;
/** Three of them under one another are lower. */
const LOW_SHAPE = 0.56;

interface ChartsProps {
  readonly controller: Controller;
  readonly id: string;
  /** Drawn for a narrow column. */
  readonly small: boolean;
}

export function Charts({ controller, id, small }: ChartsProps) {
  const { lang, loaded, session, cursor } = controller;
  const [log, setLog] = useState(() => Object.values(loaded.demo.metrics).some(({ scale }) => scale === 'log'));
  const [chosen, choose] = useState(0);
  const width = WIDTHS[small ? 'small' : 'wide'];
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
        const { last, ghosts, others, runs } = otherRuns(controller, chart);
        const drawn = metrics.filter((metric) => metric.chart === chart);
        const units = unitsOf(drawn);
        const unit = units[chosen - 1];
        const title = chartTitle(drawn, lang);
        return (
          <div class="gb-chart" key={chart}>
            <Curves
              series={seriesInUnit(record === undefined ? [] : seriesOf(loaded.demo, chart, record, lang), unit)}
              ghosts={seriesInUnit(ghosts, unit)}
              others={seriesInUnit(others, unit)}
              runs={runs}
              cursor={started ? cursor : (controller.recording?.frame.step ?? 0)}
              last={Math.max(latest, last)}
              kind={chart === 'loss' && log ? 'log' : 'linear'}
              percent={chart === 'accuracy'}
              share={drawn.every(({ format }) => format === 'percent')}
              title={unit?.unit[lang] ?? title}
              lang={lang}
              width={width}
              height={Math.round((shown.length > 2 ? LOW_SHAPE : SHAPE) * width)}
              logSteps={controller.shown.logSteps}
              id={`${id}-${chart}`}
              onSeek={started || reelOf(controller) !== undefined ? (step) => controller.attempt(look(controller, step)) : undefined}
            />
            {units.length > 0 && (
              <label class="gb-log">
                {shellText.unitOfAxis[lang]}
                <select value={chosen} onChange={({ currentTarget }) => choose(Number(currentTarget.value))}>
                  {[title, ...units.map((one) => one.unit[lang])].map((name, i) => (
                    <option value={i} key={name}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
            )}
            {chart === 'loss' && (
              <label class="gb-log">
                <input type="checkbox" checked={log} onChange={(event) => setLog(event.currentTarget.checked)} />
                {shellText.logScale[lang]}
              </label>
            )}
            {chart === shown[0] && (
              <label class="gb-log">
                <input
                  type="checkbox"
                  checked={controller.shown.logSteps}
                  onChange={({ currentTarget }) => controller.frame.show({ logSteps: currentTarget.checked })}
                />
                {shellText.logSteps[lang]}
              </label>
            )}
          </div>
        );
      })}
    </>
  );
}
