/** Test errors at every number of features, solved, and where the model that is trained stands. */
import { fill, type Lang } from '../../../i18n/text';
import { MARGIN, plotScale } from '../../../views/parts/axes';
import { Legends, placedLegend } from '../../../views/parts/legend';
import { within, type Series } from '../../../views/parts/paths';
import { Plot } from '../../../views/parts/plot';
import { coordinate, short } from '../../../views/parts/ramp';
import { cut, keptBetween } from '../../../views/parts/words';
import type { ViewProps, ViewTable } from '../../../views/view';
import { decayText, said } from '../words';

export interface SizesData {
  readonly part: 'sizes';
  readonly step: number;
  readonly sizes: readonly number[];
  readonly none: readonly number[];
  readonly best: readonly number[];
  /** Empty where the present penalty has no closed form, or there is none. */
  readonly now: readonly number[];
  readonly samples: number;
  readonly features: number;
  /** Test error of the model that is trained, and of the one that the present settings lead to. */
  readonly run: number;
  readonly solved: number;
}

/** Room under the plot for one line of words. */
const FOOT = 18;

function seriesOf({ sizes, none, best, now }: SizesData, lang: Lang): Series[] {
  const all = [
    { name: decayText.none[lang], colour: 'var(--gb-first)', x: sizes, y: none },
    { name: decayText.best[lang], colour: 'var(--gb-second)', x: sizes, y: best },
    { name: decayText.now[lang], colour: 'var(--gb-neutral)', x: sizes, y: now, dashed: true },
  ];
  return all.filter(({ y }) => y.length > 0);
}

/** The size nearest to a place of the axis, by ratio. */
function nearest(sizes: readonly number[], place: number): number | undefined {
  const far = (size: number): number => Math.abs(Math.log(size / place));
  return sizes.reduce<number | undefined>((best, size) => (best === undefined || far(size) < far(best) ? size : best), undefined);
}

function standing({ run, solved }: SizesData, lang: Lang): string {
  return fill(decayText.standing[lang], { run: said(run, short), solved: said(solved, short) });
}

export function SizesPicture({ data, lang, width, height, act }: ViewProps<SizesData>) {
  const { sizes, samples, features, run } = data;
  const series = seriesOf(data, lang);
  const x = plotScale([...sizes], [MARGIN.left, width - MARGIN.right], 'log');
  const legend = placedLegend(series, decayText.testError[lang], width);
  const values = series.flatMap(({ y }) => Array.from(y)).filter((value) => Number.isFinite(value) && value > 0);
  const bottom = height - FOOT - MARGIN.bottom;
  const y = plotScale([...values, 0.7 * Math.min(...values)], [bottom, legend.bottom + 14], 'log');
  const [here, error, border] = [within(x, features), within(y, run), within(x, samples)];
  const words = decayText.interpolation[lang];
  return (
    <>
      <Plot
        series={series}
        x={x}
        y={y}
        width={width}
        height={height - FOOT}
        xLabel={decayText.features[lang]}
        yLabel={decayText.testError[lang]}
        label={decayText.sizesTitle[lang]}
        interactive={act !== undefined}
        onChoose={(place) => {
          const size = nearest(sizes, place);
          if (size !== undefined && size !== features) act?.({ kind: 'set', values: { features: size } });
        }}
      >
        {border !== undefined && (
          <g>
            <line x1={coordinate(border)} x2={coordinate(border)} y1={legend.bottom + 14} y2={bottom} class="gb-decay-border" />
            <text
              x={coordinate(keptBetween(border, words, MARGIN.left, width - MARGIN.right))}
              y={legend.bottom + 9}
              text-anchor="middle"
              class="gb-label"
            >
              {words}
            </text>
          </g>
        )}
        {here !== undefined && error !== undefined && <circle cx={coordinate(here)} cy={coordinate(error)} r={6} class="gb-decay-run" />}
      </Plot>
      <Legends rows={legend.rows} />
      <text x={width / 2} y={height - 5} text-anchor="middle" class="gb-label">
        {cut(standing(data, lang), width)}
      </text>
    </>
  );
}

export function saySizes(data: SizesData, lang: Lang): string {
  const { step, sizes, none, best, samples, features, run, solved } = data;
  const peak = none.reduce((most, error, i) => (error > (none[most] ?? -Infinity) ? i : most), 0);
  return fill(decayText.sizesNow[lang], {
    step,
    features,
    samples,
    run: said(run, short),
    solved: said(solved, short),
    peak: sizes[peak] ?? '—',
    most: said(none[peak] ?? NaN, short),
    least: said(best[peak] ?? NaN, short),
  });
}

export function sizesTable({ sizes, none, best, now }: SizesData, lang: Lang): ViewTable {
  const cell = (value: number | undefined): string => said(value ?? NaN, short);
  return {
    head: [decayText.features[lang], decayText.none[lang], decayText.best[lang], decayText.now[lang]],
    rows: sizes.map((size, i) => [String(size), cell(none[i]), cell(best[i]), cell(now[i])]),
  };
}
