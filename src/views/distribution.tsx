/**
 * What a model gives each symbol, the likeliest first. Options: `probabilities` (array [symbols]), `symbols` (array of code points, or a
 * list of names), `truth` (array of one number: the index of the symbol that came), `most` (how many bars, the rest together; 10 unless
 * told).
 */
import { fill } from '../i18n/text';
import { sequenceText } from '../i18n/sequences';
import { coordinate, percent, short } from './parts/ramp';
import { namesOf } from './parts/symbols';
import { cut, textWidth } from './parts/words';
import { defineView, type ViewProps } from './view';

interface DistributionData {
  readonly step: number;
  readonly symbols: readonly string[];
  readonly shares: readonly number[];
  /** Index of the symbol that came, where it is known. */
  readonly truth: number | undefined;
  readonly most: number;
}

interface Bar {
  readonly name: string;
  readonly share: number;
  readonly kind: 'usual' | 'true' | 'rest';
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}

/** Indices by share, the largest first; equal ones stay in their order. */
function ranked({ shares }: DistributionData): number[] {
  return shares.map((_, i) => i).toSorted((a, b) => finite(shares[b]) - finite(shares[a]));
}

/** The likeliest symbols, the true one among them whatever it got, and the rest as one bar. */
function barsOf(data: DistributionData, room: number, rest: string): Bar[] {
  const order = ranked(data);
  const most = Math.max(1, Math.min(data.most, room - 1));
  const kept = order.slice(0, most);
  if (data.truth !== undefined && order.includes(data.truth) && !kept.includes(data.truth)) kept[kept.length - 1] = data.truth;
  const bars = kept.map((i): Bar => ({
    name: data.symbols[i] ?? '',
    share: finite(data.shares[i]),
    kind: i === data.truth ? 'true' : 'usual',
  }));
  const left = data.shares.length - kept.length;
  const taken = bars.reduce((sum, { share }) => sum + share, 0);
  const whole = data.shares.reduce((sum, share) => sum + finite(share), 0);
  return left === 0 ? bars : [...bars, { name: fill(rest, { count: left }), share: Math.max(0, whole - taken), kind: 'rest' }];
}

const TONES = { usual: 'var(--gb-neutral)', true: 'var(--gb-accent)', rest: 'var(--gb-line)' } as const;

/** Two digits of what is small, and no power of ten. */
function inPercent(share: number): string {
  if (share > 0 && share < 1e-4) return '<0.01%';
  return share >= 0.0995 || share === 0 ? percent(share) : `${short(Number((100 * share).toPrecision(2)))}%`;
}

function Picture({ data, lang, width, height }: ViewProps<DistributionData>) {
  const pitch = 20;
  const bars = barsOf(data, Math.max(2, Math.floor(height / pitch)), sequenceText.others[lang]);
  const words = bars.map(({ name, kind }) => (kind === 'true' ? `${name} (${sequenceText.truth[lang]})` : name));
  const left = Math.min(width * 0.4, Math.max(12, ...words.map((word) => textWidth(word))) + 8);
  const room = Math.max(1, width - left - 60);
  const largest = Math.max(1e-9, ...bars.map(({ share }) => share));
  return (
    <g class="gb-distribution">
      {bars.map(({ share, kind }, i) => {
        const length = coordinate((room * Math.min(1, share)) / Math.max(largest, 1e-9));
        return (
          <g transform={`translate(0,${i * pitch})`} key={i}>
            <text x={coordinate(left - 6)} y={pitch / 2} dy="0.35em" text-anchor="end" class="gb-label">
              {cut(words[i] ?? '', left - 6)}
            </text>
            <rect x={coordinate(left)} y={3} width={length} height={pitch - 6} rx={2} fill={TONES[kind]} />
            <text x={coordinate(left + length + 6)} y={pitch / 2} dy="0.35em">
              {inPercent(share)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Entropy in bits: -sum p log2 p (Shannon 1948). */
function entropyOf(shares: readonly number[]): number {
  return shares.reduce((sum, share) => (share > 0 && Number.isFinite(share) ? sum - share * Math.log2(share) : sum), 0);
}

const sample = (shares: readonly number[], names: string, truth?: number): DistributionData => ({
  step: 3,
  symbols: [...names],
  shares,
  truth,
  most: 10,
});

export default defineView<DistributionData>({
  title: sequenceText.distribution,
  aspect: { wide: 0.4, narrow: 0.7 },
  read({ step, arrays }, options) {
    const array = arrays[String(options['probabilities'])];
    if (array === undefined) return undefined;
    const shares = Array.from(array.data);
    const most = typeof options['most'] === 'number' ? options['most'] : 10;
    return {
      step,
      symbols: namesOf(options['symbols'], arrays, shares.length),
      shares,
      truth: arrays[String(options['truth'])]?.data[0],
      most,
    };
  },
  Picture,
  describe(data, lang) {
    const [first = -1] = ranked(data);
    const now = fill(sequenceText.distributionNow[lang], {
      step: data.step,
      count: data.shares.length,
      symbol: data.symbols[first] ?? '',
      share: inPercent(finite(data.shares[first])),
      entropy: short(Number(entropyOf(data.shares).toFixed(2))),
    });
    if (data.truth === undefined) return now;
    const said = { symbol: data.symbols[data.truth] ?? '', share: inPercent(finite(data.shares[data.truth])) };
    return `${now} ${fill(sequenceText.distributionTruth[lang], said)}`;
  },
  table: (data, lang) => ({
    head: [sequenceText.symbol[lang], sequenceText.probability[lang]],
    rows: ranked(data)
      .slice(0, 60)
      .map((i) => [data.symbols[i] ?? '', short(data.shares[i] ?? NaN)]),
  }),
  samples: {
    letters: sample([0.05, 0.6, 0.02, 0.3, 0.03], 'abcde', 3),
    many: sample(
      Array.from({ length: 100 }, (_, i) => 1 / 2 ** (i + 1)),
      '一'.repeat(100),
      60,
    ),
    two: sample([0.5, 0.5], 'AB'),
    broken: sample([NaN, Infinity, 0.2], 'abc', 0),
    empty: sample([], ''),
  },
});
