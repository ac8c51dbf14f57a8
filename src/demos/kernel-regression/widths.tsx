/** Training and test error at every width, and the width as it is now: the one number that is learned, and the hill it goes down. */
import { fill, type Lang } from '../../i18n/text';
import { MARGIN, plotScale } from '../../views/parts/axes';
import { Legends, placedLegend } from '../../views/parts/legend';
import { within, type Series } from '../../views/parts/paths';
import { Plot } from '../../views/parts/plot';
import { coordinate, short } from '../../views/parts/ramp';
import { keptBetween } from '../../views/parts/words';
import type { ViewProps, ViewTable } from '../../views/view';
import { kernelText } from './words';

export interface WidthsData {
  readonly part: 'widths';
  readonly step: number;
  readonly width: number;
  readonly widths: readonly number[];
  readonly trainError: readonly number[];
  readonly testError: readonly number[];
}

function seriesOf({ widths, trainError, testError }: WidthsData, lang: Lang): Series[] {
  return [
    { name: kernelText.trainError[lang], colour: 'var(--gb-train)', x: widths, y: trainError },
    { name: kernelText.testError[lang], colour: 'var(--gb-test)', x: widths, y: testError },
  ];
}

export function WidthsPicture({ data, lang, width, height, act }: ViewProps<WidthsData>) {
  const series = seriesOf(data, lang);
  const x = plotScale([...data.widths], [MARGIN.left, width - MARGIN.right], 'log');
  const legend = placedLegend(series, kernelText.error[lang], width);
  const y = plotScale([0, ...data.trainError, ...data.testError], [height - MARGIN.bottom, legend.bottom + 16]);
  const now = within(x, data.width);
  const words = fill(kernelText.now[lang], { width: short(data.width) });
  return (
    <>
      <Plot
        series={series}
        x={x}
        y={y}
        width={width}
        height={height}
        xLabel={kernelText.width[lang]}
        yLabel={kernelText.error[lang]}
        label={kernelText.error[lang]}
        interactive={act !== undefined}
      >
        {now !== undefined && (
          <g>
            <line x1={coordinate(now)} x2={coordinate(now)} y1={legend.bottom + 16} y2={height - MARGIN.bottom} class="gb-kernel-query" />
            <text
              x={coordinate(keptBetween(now, words, MARGIN.left, width - MARGIN.right))}
              y={legend.bottom + 10}
              text-anchor="middle"
              class="gb-label"
            >
              {words}
            </text>
          </g>
        )}
      </Plot>
      <Legends rows={legend.rows} />
    </>
  );
}

/** The width of the least error. */
function bestOf(widths: readonly number[], errors: readonly number[]): string {
  const best = errors.reduce((least, error, i) => (error < (errors[least] ?? Infinity) ? i : least), 0);
  const width = widths[best];
  return width === undefined ? '—' : short(width);
}

export function sayWidths({ step, width, widths, trainError, testError }: WidthsData, lang: Lang): string {
  return fill(kernelText.widthsNow[lang], {
    step,
    width: Number.isFinite(width) ? short(width) : '—',
    train: bestOf(widths, trainError),
    test: bestOf(widths, testError),
  });
}

export function widthsTable({ widths, trainError, testError }: WidthsData, lang: Lang): ViewTable {
  return {
    head: [kernelText.width[lang], kernelText.trainError[lang], kernelText.testError[lang]],
    rows: widths.map((one, i) => [short(one), short(trainError[i] ?? NaN), short(testError[i] ?? NaN)]),
  };
}
