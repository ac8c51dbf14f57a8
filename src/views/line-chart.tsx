/**
 * Curves over a common x from the frame's arrays. Options: `x` (array name), `series` (array names), `low` and `high` (array names, one
 * a series: the edges of a band around it; '' for none), `xScale`, `yScale` (log or linear), `xLabel`, `yLabel`. Labels and the
 * names of the series are keys of the views' words.
 */
import { fill, type Lang } from '../i18n/text';
import { viewText } from '../i18n/views';
import { MARGIN, namedWith, plotScale, verticalTicks } from './parts/axes';
import { Legends, placedLegend } from './parts/legend';
import { within, type Series } from './parts/paths';
import { Plot } from './parts/plot';
import { short } from './parts/ramp';
import { defineView, type ViewProps } from './view';

interface ChartData {
  readonly x: readonly number[];
  readonly series: readonly { readonly key: string; readonly y: readonly number[]; readonly band?: Series['band'] }[];
  readonly xScale: 'linear' | 'log';
  readonly yScale: 'linear' | 'log';
  readonly xLabel: string;
  readonly yLabel: string;
}

const COLOURS: Readonly<Record<string, string>> = {
  trainError: 'var(--gb-train)',
  testError: 'var(--gb-test)',
  plainGradient: 'var(--gb-first)',
  residualGradient: 'var(--gb-second)',
  plainActivation: 'var(--gb-first)',
  residualActivation: 'var(--gb-second)',
};

function word(key: string, lang: Lang): string {
  const found = Object.entries(viewText).find(([name]) => name === key);
  return found === undefined ? key : found[1][lang];
}

function seriesOf(data: ChartData, lang: Lang): Series[] {
  return data.series.map(({ key, y, band }, i) => ({
    name: word(key, lang),
    colour: COLOURS[key] ?? `var(--gb-class-${i % 8})`,
    x: data.x,
    y,
    ...(band === undefined ? {} : { band }),
  }));
}

function Picture({ data, lang, width, height, act }: ViewProps<ChartData>) {
  const series = seriesOf(data, lang);
  const x = plotScale(data.x, [MARGIN.left, width - MARGIN.right], data.xScale);
  const values = series.flatMap((one) => [...Array.from(one.y), ...Array.from(one.band?.low ?? []), ...Array.from(one.band?.high ?? [])]);
  const scale = (top: number) => plotScale(values, [height - MARGIN.bottom, top], data.yScale);
  const yLabel = word(data.yLabel, lang);
  const legend = placedLegend(series, namedWith(yLabel, verticalTicks(scale(MARGIN.top)).factor), width);
  const y = scale(legend.bottom);
  return (
    <>
      <Plot
        series={series}
        x={x}
        y={y}
        width={width}
        height={height}
        xLabel={word(data.xLabel, lang)}
        yLabel={yLabel}
        whole={data.x.every(Number.isInteger)}
        label={viewText.lineChart[lang]}
        interactive={act !== undefined}
      >
        {series.map((one) =>
          Array.from(one.y, (value, i) => {
            const [cx, cy] = [within(x, data.x[i] ?? NaN), within(y, value)];
            return cx !== undefined && cy !== undefined && <circle cx={cx} cy={cy} r={3} fill={one.colour} key={`${one.name}-${i}`} />;
          }),
        )}
      </Plot>
      <Legends rows={legend.rows} />
    </>
  );
}

const sample = (y: readonly number[], band?: Series['band']): ChartData => ({
  x: y.map((_, i) => 2 ** i),
  series: [{ key: 'trainError', y, ...(band === undefined ? {} : { band }) }],
  xScale: 'log',
  yScale: 'log',
  xLabel: 'units',
  yLabel: 'error',
});

export default defineView<ChartData>({
  title: viewText.lineChart,
  aspect: { wide: 0.75, narrow: 0.8 },
  read({ arrays }, options) {
    const x = arrays[String(options['x'])];
    const names = (option: string): string[] => (Array.isArray(options[option]) ? options[option].map(String) : []);
    const series = names('series').flatMap((key, i) => {
      const array = arrays[key];
      const [low, high] = [arrays[names('low')[i] ?? '']?.data, arrays[names('high')[i] ?? '']?.data];
      const band = low === undefined || high === undefined ? {} : { band: { low, high } };
      return array === undefined ? [] : [{ key, y: Array.from(array.data), ...band }];
    });
    if (x === undefined || series.length === 0) return undefined;
    const kind = (name: string): 'linear' | 'log' => (options[name] === 'log' ? 'log' : 'linear');
    return {
      x: Array.from(x.data),
      series,
      xScale: kind('xScale'),
      yScale: kind('yScale'),
      xLabel: String(options['xLabel']),
      yLabel: String(options['yLabel']),
    };
  },
  Picture,
  describe: (data, lang) =>
    data.series
      .map(({ key, y }) =>
        fill(viewText.chartNow[lang], { series: word(key, lang), first: short(y[0] ?? NaN), last: short(y.at(-1) ?? NaN) }),
      )
      .join(' '),
  table: (data, lang) => ({
    head: [word(data.xLabel, lang), ...data.series.map(({ key }) => word(key, lang))],
    rows: data.x.map((x, i) => [short(x), ...data.series.map(({ y }) => short(y[i] ?? NaN))]),
  }),
  samples: {
    falling: sample([1, 0.5, 0.1, 0.02]),
    band: sample([1, 0.5, 0.1, 0.02], { low: [0.5, 0.3, 0.05, 0.01], high: [2, 1, NaN, 0.05] }),
    one: sample([1]),
    awkward: sample([NaN, 0, Infinity, 1e300]),
  },
});
