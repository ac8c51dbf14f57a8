/**
 * Values along a sequence: gates over time, the size of a gradient that reaches back. Options: `series` (array names, each [length]),
 * `names` (keys of the words of sequences, one a series; the arrays' names without), `symbols` (array of code points, written along the
 * axis), `yScale` (linear or log), `yLabel` (a key of the words of sequences).
 */
import { fill, type Lang } from '../i18n/text';
import { sequenceText, sequenceWord } from '../i18n/sequences';
import { MARGIN, namedWith, plotScale, verticalTicks } from './parts/axes';
import { Legends, placedLegend } from './parts/legend';
import type { Series } from './parts/paths';
import { Plot } from './parts/plot';
import { coordinate, short } from './parts/ramp';
import { symbolsOf, wordOption } from './parts/symbols';
import { textWidth } from './parts/words';
import { defineView, type ViewProps } from './view';

interface SequenceData {
  readonly series: readonly { readonly key: string; readonly y: readonly number[] }[];
  readonly symbols: readonly string[];
  readonly yScale: 'linear' | 'log';
  readonly yLabel: string;
}

/** Room for the symbols above the axis, in units. */
const SYMBOLS = 16;

function lengthOf({ series }: SequenceData): number {
  return Math.max(0, ...series.map(({ y }) => y.length));
}

function seriesOf(data: SequenceData, lang: Lang): Series[] {
  return data.series.map(({ key, y }, i) => ({
    name: sequenceWord(key, lang),
    colour: key === 'gradient' ? 'var(--gb-gradient)' : `var(--gb-class-${i % 8})`,
    x: y.map((_, at) => at + 1),
    y,
  }));
}

function Picture({ data, lang, width, height, act }: ViewProps<SequenceData>) {
  const series = seriesOf(data, lang);
  const length = lengthOf(data);
  const edge = data.symbols.length === 0 ? 0 : SYMBOLS;
  const x = plotScale([], [MARGIN.left + 4, width - MARGIN.right]).domain([1, Math.max(2, length)]);
  const values = series.flatMap(({ y }) => Array.from(y));
  const yLabel = sequenceWord(data.yLabel, lang);
  const scale = (top: number) => plotScale(values, [height - MARGIN.bottom - edge, top], data.yScale);
  const legend = placedLegend(series, namedWith(yLabel, verticalTicks(scale(MARGIN.top)).factor), width);
  const pitch = (x.range()[1] ?? 0) - (x.range()[0] ?? 0);
  const widest = Math.max(1, ...data.symbols.map((one) => textWidth(one))) + 2;
  const every = Math.max(1, Math.ceil((widest * Math.max(1, length - 1)) / Math.max(1, pitch)));
  return (
    <>
      <Plot
        series={series}
        x={x}
        y={scale(legend.bottom)}
        width={width}
        height={height}
        xLabel={sequenceText.position[lang]}
        yLabel={yLabel}
        whole
        label={sequenceText.sequencePlot[lang]}
        interactive={act !== undefined}
      >
        {data.symbols.slice(0, length).map(
          (symbol, i) =>
            i % every === 0 && (
              <text
                x={coordinate(Math.min(x(i + 1), width - textWidth(symbol) / 2))}
                y={height - MARGIN.bottom - 5}
                text-anchor="middle"
                class="gb-label"
                key={i}
              >
                {symbol}
              </text>
            ),
        )}
      </Plot>
      <Legends rows={legend.rows} />
    </>
  );
}

const sample = (series: SequenceData['series'], symbols: string, yScale: 'linear' | 'log' = 'linear'): SequenceData => ({
  series,
  symbols: [...symbols],
  yScale,
  yLabel: 'value',
});

export default defineView<SequenceData>({
  title: sequenceText.sequencePlot,
  aspect: { wide: 0.5, narrow: 0.8 },
  read({ arrays }, options) {
    const list = (name: string): string[] => (Array.isArray(options[name]) ? options[name].map(String) : []);
    const series = list('series').flatMap((name, i) => {
      const array = arrays[name];
      return array === undefined ? [] : [{ key: list('names')[i] ?? name, y: Array.from(array.data) }];
    });
    if (series.length === 0) return undefined;
    return {
      series,
      symbols: symbolsOf(arrays[String(options['symbols'])]),
      yScale: options['yScale'] === 'log' ? 'log' : 'linear',
      yLabel: wordOption(options['yLabel'], 'value'),
    };
  },
  Picture,
  describe(data, lang) {
    const said = data.series.map(({ key, y }) =>
      fill(sequenceText.seriesNow[lang], {
        series: sequenceWord(key, lang),
        first: short(y[0] ?? NaN),
        last: short(y.at(-1) ?? NaN),
        count: y.length,
      }),
    );
    return said.length === 0 ? sequenceText.seriesEmpty[lang] : said.join(' ');
  },
  table: (data, lang) => ({
    head: [sequenceText.position[lang], sequenceText.symbol[lang], ...data.series.map(({ key }) => sequenceWord(key, lang))],
    rows: Array.from({ length: lengthOf(data) }, (_, i) => [
      i + 1,
      data.symbols[i] ?? '',
      ...data.series.map(({ y }) => short(y[i] ?? NaN)),
    ]),
  }),
  samples: {
    gates: sample(
      [
        { key: 'inputGate', y: [0.1, 0.9, 0.2, 0.1, 0.15, 0.1] },
        { key: 'forgetGate', y: [0.9, 0.1, 0.95, 0.97, 0.99, 0.98] },
      ],
      'A··x·?',
    ),
    fading: sample([{ key: 'gradient', y: Array.from({ length: 40 }, (_, i) => 10 ** (-8 + i / 5)) }], 'ab'.repeat(20), 'log'),
    one: sample([{ key: 'gradient', y: [1] }], ''),
    awkward: sample([{ key: 'gradient', y: [NaN, 0, Infinity, 1e300] }], '床前明月', 'log'),
    empty: sample([], ''),
  },
});
