/**
 * How the numbers of one array spread: a layer's weights, activations or gradients. Options: `array` (its name in the frame, e.g.
 * `weights/hidden1/kernel`), `bins` (how many bars, 24 unless told).
 */
import { fill } from '../i18n/text';
import { viewText } from '../i18n/views';
import { MARGIN, plotScale } from './parts/axes';
import { Plot } from './parts/plot';
import { short } from './parts/ramp';
import { defineView, type ViewProps } from './view';

interface HistogramData {
  readonly step: number;
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
  readonly mean: number;
  /** Of the numbers themselves, divided by their count. */
  readonly deviation: number;
  /** How many are NaN or infinite; the rest is what is drawn. */
  readonly broken: number;
}

/** Counts numbers in bins of equal width from the least to the largest; a lone value has bins around it. */
function histogramOf(values: ArrayLike<number>, bins: number, step: number): HistogramData {
  const finite = Array.from(values).filter(Number.isFinite);
  const count = Math.max(1, finite.length);
  // Divided before they are added and squared: the largest numbers would overflow.
  const mean = finite.reduce((sum, value) => sum + value / count, 0);
  const spread = finite.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 0) || 1;
  const deviation = spread * Math.sqrt(finite.reduce((sum, value) => sum + ((value - mean) / spread) ** 2 / count, 0));
  let low = finite.reduce((least, value) => Math.min(least, value), Infinity);
  let high = finite.reduce((most, value) => Math.max(most, value), -Infinity);
  if (finite.length === 0) [low, high] = [0, 1];
  else if (low === high) [low, high] = [low - Math.max(1e-3, Math.abs(low) / 2), high + Math.max(1e-3, Math.abs(high) / 2)];
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of finite) {
    const bin = Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { step, low, high, counts, mean, deviation, broken: values.length - finite.length };
}

/** The lower edge of a bin. */
function edge({ low, high, counts }: HistogramData, bin: number): number {
  return low + (bin / counts.length) * (high - low);
}

function Picture({ data, lang, width, height, act }: ViewProps<HistogramData>) {
  const x = plotScale([data.low, data.high], [MARGIN.left, width - MARGIN.right]);
  const y = plotScale([0, 1, ...data.counts], [height - MARGIN.bottom, MARGIN.top + 14]);
  const series = {
    name: viewText.count[lang],
    colour: 'var(--gb-weight)',
    x: data.counts.map((_, bin) => edge(data, bin + 0.5)),
    y: data.counts,
    bare: true,
  };
  return (
    <Plot
      series={[series]}
      x={x}
      y={y}
      width={width}
      height={height}
      xLabel={viewText.value[lang]}
      yLabel={viewText.count[lang]}
      label={viewText.histogram[lang]}
      interactive={act !== undefined}
    >
      <g class="gb-bars">
        {data.counts.map((count, bin) => {
          const [left, right] = [x(edge(data, bin)), x(edge(data, bin + 1))];
          return <rect x={left + 0.5} y={y(count)} width={Math.max(0.5, right - left - 1)} height={y(0) - y(count)} key={bin} />;
        })}
      </g>
      {data.low < 0 && data.high > 0 && <line x1={x(0)} x2={x(0)} y1={MARGIN.top + 14} y2={height - MARGIN.bottom} class="gb-goal" />}
    </Plot>
  );
}

export default defineView<HistogramData>({
  title: viewText.histogram,
  aspect: { wide: 0.5, narrow: 0.7 },
  read({ step, arrays }, options) {
    const array = arrays[String(options['array'])];
    const bins = typeof options['bins'] === 'number' ? options['bins'] : 24;
    return array === undefined ? undefined : histogramOf(array.data, bins, step);
  },
  Picture,
  describe(data, lang) {
    const { step, broken } = data;
    const count = data.counts.reduce((sum, one) => sum + one, broken);
    const numbers = { mean: short(data.mean), deviation: short(data.deviation), low: short(data.low), high: short(data.high) };
    const now = fill(viewText.histogramNow[lang], { step, count, ...numbers });
    return broken === 0 ? now : `${now} ${fill(viewText.histogramBroken[lang], { broken })}`;
  },
  table: (data, lang) => ({
    head: [viewText.from[lang], viewText.to[lang], viewText.count[lang]],
    rows: data.counts.map((count, bin) => [short(edge(data, bin)), short(edge(data, bin + 1)), count]),
  }),
  samples: {
    bell: histogramOf(
      Array.from({ length: 400 }, (_, i) => Math.sin(i) + Math.sin(2.1 * i) + Math.sin(3.7 * i)),
      24,
      3,
    ),
    lone: histogramOf([2.5], 8, 0),
    empty: histogramOf([], 8, 0),
    broken: histogramOf([NaN, 1, Infinity, 2], 4, 9),
    huge: histogramOf([1e300, -1e300], 4, 9),
  },
});
