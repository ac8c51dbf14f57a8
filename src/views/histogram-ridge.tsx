/**
 * One small histogram a layer, from the first at the top to the last at the bottom, over one axis: how a whole network's numbers
 * spread. Options: `counts` (array [layers, bins]), `range` (array [2], its edges; of exponents of ten where `scale` is `log`),
 * `scale` (log or linear), `colour` (gradient, activation or weight), `of` (`preActivation`, where the numbers are these and not what their
 * colour says).
 */
import { at } from '../base/at';
import { gradientText } from '../i18n/gradients';
import { fill, type Lang } from '../i18n/text';
import { MARGIN, plotScale, ticksOf } from './parts/axes';
import { coordinate, short } from './parts/ramp';
import { defineView, type ViewProps } from './view';

interface RidgeData {
  readonly step: number;
  readonly layers: readonly (readonly number[])[];
  readonly low: number;
  readonly high: number;
  readonly logarithmic: boolean;
  readonly colour: 'gradient' | 'activation' | 'weight';
  readonly of?: 'preActivation' | undefined;
}

/** How far a histogram may rise over the rows above it, in rows. */
const RISE = 1.7;

/** The number below which a share of a layer's lie, read off its bins; NaN for a layer without numbers. */
function quantile({ low, high, logarithmic }: RidgeData, counts: readonly number[], share: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let left = share * total;
  const bin = counts.findIndex((count) => (left -= count) <= 0);
  if (total === 0 || bin < 0) return NaN;
  const at = low + ((bin + 1 + left / Math.max(1, counts[bin] ?? 1)) / counts.length) * (high - low);
  return logarithmic ? 10 ** at : at;
}

/** What the numbers are, at their axis. */
function nameOf({ logarithmic, colour, of }: RidgeData, lang: Lang): string {
  if (logarithmic) return gradientText.absoluteGradient[lang];
  return gradientText[of ?? (colour === 'gradient' ? 'gradient' : 'activation')][lang];
}

function Picture({ data, lang, width, height }: ViewProps<RidgeData>) {
  const { layers, low, high, logarithmic, colour } = data;
  const bottom = height - MARGIN.bottom;
  const left = MARGIN.left;
  const x = plotScale([low, high], [left, width - MARGIN.right]).domain(low === high ? [low - 0.5, high + 0.5] : [low, high]);
  const row = (bottom - MARGIN.top - 14) / (Math.max(1, layers.length) + RISE - 1);
  const stride = Math.ceil(layers.length / 12);
  const shape = (counts: readonly number[], base: number): string => {
    const most = Math.max(1, ...counts);
    const places = counts.map((count, bin) => {
      const at = low + ((bin + 0.5) / counts.length) * (high - low);
      return `L${coordinate(x(at))},${coordinate(base - (count / most) * row * RISE)}`;
    });
    return `M${left},${coordinate(base)}${places.join('')}L${width - MARGIN.right},${coordinate(base)}`;
  };
  return (
    <g class="gb-ridge">
      <g class="gb-axes" aria-hidden="true">
        {ticksOf(x, width < 420 ? 4 : 6).map((tick) => (
          <g transform={`translate(${coordinate(x(tick))},${bottom})`} key={tick}>
            <line y1={MARGIN.top + 14 - bottom} y2={5} class="gb-grid" />
            <text y={17} text-anchor="middle">
              {short(logarithmic ? 10 ** tick : tick)}
            </text>
          </g>
        ))}
        <text x={width - MARGIN.right} y={height - 4} text-anchor="end" class="gb-axis-name">
          {nameOf(data, lang)}
        </text>
        <text x={4} y={MARGIN.top + 2} class="gb-axis-name">
          {gradientText.layer[lang]}
        </text>
      </g>
      {layers.map((counts, i) => {
        const base = MARGIN.top + 14 + (i + RISE) * row;
        return (
          <g key={i}>
            <path d={shape(counts, base)} class="gb-ridge-row" fill={`var(--gb-${colour})`} stroke={`var(--gb-${colour})`} />
            {((i % stride === 0 && i + stride < layers.length) || i === layers.length - 1) && (
              <text x={left - 8} y={base} text-anchor="end">
                {i + 1}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

const bell = (middle: number, wide: number): number[] =>
  Array.from({ length: 40 }, (_, i) => Math.round(100 * Math.exp(-(((i - middle) / wide) ** 2))));
const usual = { step: 3, low: -8, high: 0, logarithmic: true, colour: 'gradient' } as const;

export default defineView<RidgeData>({
  title: gradientText.ridge,
  aspect: { wide: 0.8, narrow: 1 },
  read({ step, arrays }, options) {
    const counts = arrays[String(options['counts'])];
    const range = arrays[String(options['range'])];
    if (counts === undefined || range === undefined) return undefined;
    const [rows, bins] = [at(counts.shape, 0), at(counts.shape, 1)];
    const data = Array.from(counts.data);
    const [low = NaN, high = NaN] = Array.from(range.data);
    const whole = Number.isFinite(low) && Number.isFinite(high) && low < high;
    return {
      step,
      layers: Array.from({ length: rows }, (_, i) => data.slice(i * bins, (i + 1) * bins)),
      ...(whole ? { low, high } : { low: 0, high: 1 }),
      logarithmic: options['scale'] === 'log',
      colour: options['colour'] === 'activation' ? 'activation' : options['colour'] === 'weight' ? 'weight' : 'gradient',
      of: options['of'] === 'preActivation' ? 'preActivation' : undefined,
    };
  },
  Picture,
  describe(data, lang) {
    const { step, layers } = data;
    const middles = layers.map((counts) => quantile(data, counts, 0.5));
    if (middles.every(Number.isNaN)) return fill(gradientText.ridgeEmpty[lang], { step, layers: layers.length });
    const say = (value: number | undefined): string => (value === undefined || Number.isNaN(value) ? '—' : short(value));
    return fill(gradientText.ridgeNow[lang], { step, layers: layers.length, first: say(middles[0]), last: say(middles.at(-1)) });
  },
  table: (data, lang) => ({
    head: [gradientText.layer[lang], gradientText.low[lang], gradientText.median[lang], gradientText.high[lang]],
    rows: data.layers.map((counts, i) => [i + 1, ...[0.1, 0.5, 0.9].map((share) => short(quantile(data, counts, share)))]),
  }),
  samples: {
    vanishing: { ...usual, layers: Array.from({ length: 12 }, (_, i) => bell(6 + 2.4 * i, 4)) },
    one: { ...usual, layers: [bell(20, 5)], low: -1, high: 1, logarithmic: false, colour: 'activation' },
    empty: { ...usual, layers: [] },
    dead: { ...usual, layers: [bell(20, 5), new Array<number>(40).fill(0)], low: 0, high: 0 },
    deep: { ...usual, layers: Array.from({ length: 32 }, () => bell(20, 5)), colour: 'weight' },
  },
});
