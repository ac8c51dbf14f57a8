/** Under each of three scores, who is heard in eight look-ups; and what the draws say of products of this length. */
import { fill, type Lang } from '../../i18n/text';
import { PixelMap } from '../../views/parts/pixel-map';
import { coordinate, percentWhole, short } from '../../views/parts/ramp';
import { defineView, type ViewProps } from '../../views/view';
import { KEYS, LANES, SHOWN, type Lane } from './setting';
import { scoringText } from './words';

interface Measured {
  readonly right: number;
  readonly entropy: number;
  readonly gradient: number;
}

interface ScoringData {
  readonly step: number;
  readonly length: number;
  /** Row by row, [look-ups, keys]. */
  readonly weights: Readonly<Record<Lane, readonly number[]>>;
  readonly measured: Readonly<Record<Lane, Measured>>;
  /** Variance, entropy and slope without the root; entropy and slope with it. */
  readonly drawn: readonly number[];
}

const COLOURS: Readonly<Record<Lane, string>> = { dot: 'var(--gb-test)', scaled: 'var(--gb-first)', additive: 'var(--gb-second)' };

/** Between two matrices. */
const GAP = 12;
/** Above a matrix: its name. Under it: three lines of what was measured. */
const HEAD = 20;
const LINE = 17;
/** The draws: a heading and three rows. */
const DRAWS = 4 * LINE + 26;
/** How full the colour of a weight of 1 is. */
const DEPTH = 0.85;

function said(value: number): string {
  return Number.isFinite(value) ? short(Number(value.toPrecision(2))) : '—';
}

function Matrix({
  data,
  lane,
  lang,
  side,
}: {
  readonly data: ScoringData;
  readonly lane: Lane;
  readonly lang: Lang;
  readonly side: number;
}) {
  const { right, entropy, gradient } = data.measured[lane];
  const cell = side / KEYS;
  const lines = [
    fill(scoringText.right[lang], { share: Number.isFinite(right) ? percentWhole(right) : '—' }),
    fill(scoringText.entropy[lang], { entropy: said(entropy) }),
    fill(scoringText.gradient[lang], { gradient: said(gradient) }),
  ];
  return (
    <>
      <text x={0} y={13} fill={COLOURS[lane]} class="gb-label">
        {scoringText[lane][lang]}
      </text>
      <PixelMap values={data.weights[lane]} columns={KEYS} x={0} y={HEAD} width={side} height={side} scale={1 / DEPTH} />
      {Array.from({ length: Math.min(SHOWN, KEYS) }, (_, i) => (
        <rect
          x={coordinate(i * cell)}
          y={coordinate(HEAD + i * cell)}
          width={coordinate(cell)}
          height={coordinate(cell)}
          class="gb-scoring-right"
          key={i}
        />
      ))}
      {lines.map((words, i) => (
        <text x={0} y={coordinate(HEAD + side + LINE * (i + 1))} class="gb-cell" key={i}>
          {words}
        </text>
      ))}
    </>
  );
}

/** What random queries and keys of this length do, as a table of three rows. */
function Draws({ data, lang, width, y }: { readonly data: ScoringData; readonly lang: Lang; readonly width: number; readonly y: number }) {
  const [variance = NaN, entropy = NaN, slope = NaN, scaledEntropy = NaN, scaledSlope = NaN] = data.drawn;
  const columns = [Math.min(width - 76, 250), Math.min(width - 2, 330)] as const;
  const rows = [
    [scoringText.variance[lang], variance, variance / data.length],
    [`${scoringText.meanEntropy[lang]} (ln 8 = 2.08)`, entropy, scaledEntropy],
    ['∑ p(1−p)', slope, scaledSlope],
  ] as const;
  return (
    <g transform={`translate(0,${coordinate(y)})`}>
      <text x={0} y={12} class="gb-label">
        {fill(scoringText.draws[lang], { length: short(data.length) })}
      </text>
      {[scoringText.plain, scoringText.root].map((words, i) => (
        <text x={columns[i]} y={12 + LINE} text-anchor="end" class="gb-axis-name" key={i}>
          {words[lang]}
        </text>
      ))}
      {rows.map(([name, ...numbers], i) => (
        <g key={name}>
          <text x={0} y={12 + LINE * (i + 2)}>
            {name}
          </text>
          {numbers.map((value, column) => (
            <text x={columns[column]} y={12 + LINE * (i + 2)} text-anchor="end" class="gb-cell" key={column}>
              {Number.isFinite(value) ? short(value) : '—'}
            </text>
          ))}
        </g>
      ))}
    </g>
  );
}

function Picture({ data, lang, width, height }: ViewProps<ScoringData>) {
  const side = Math.max(24, Math.min((width - 2 * GAP) / 3, height - HEAD - 4 * LINE - DRAWS));
  const pitch = (width - 2 * GAP) / 3 + GAP;
  const under = HEAD + side + 3 * LINE;
  return (
    <>
      {LANES.map((lane, i) => (
        <g transform={`translate(${coordinate(i * pitch)},0)`} key={lane}>
          <Matrix data={data} lane={lane} lang={lang} side={side} />
        </g>
      ))}
      <text x={0} y={coordinate(under + LINE)} class="gb-axis-name">
        {scoringText.axes[lang]}
      </text>
      <Draws data={data} lang={lang} width={width} y={under + LINE + 14} />
    </>
  );
}

const sample = (step: number, weights: (row: number, key: number) => number, drawn: readonly number[], right = 1): ScoringData => {
  const cells = Array.from({ length: SHOWN * KEYS }, (_, i) => weights(Math.floor(i / KEYS), i % KEYS));
  const measured = { right, entropy: 0.26, gradient: 2.3e-6 };
  return {
    step,
    length: 512,
    weights: { dot: cells, scaled: cells, additive: cells },
    measured: { dot: measured, scaled: measured, additive: measured },
    drawn,
  };
};

export default defineView<ScoringData>({
  title: scoringText.title,
  aspect: { wide: 0.66, narrow: 0.92 },
  reads: ['length'],
  read({ step, arrays, values }) {
    const { weights, measures, drawn } = arrays;
    if (weights === undefined || measures === undefined || drawn === undefined) return undefined;
    const size = SHOWN * KEYS;
    const each = <T,>(of: (lane: number) => T): Readonly<Record<Lane, T>> => ({ dot: of(0), scaled: of(1), additive: of(2) });
    const measure = (lane: number, which: number): number => measures.data[3 * lane + which] ?? NaN;
    return {
      step,
      length: Number(values['length']),
      weights: each((lane) => Array.from(weights.data).slice(lane * size, (lane + 1) * size)),
      measured: each((lane) => ({ right: measure(lane, 0), entropy: measure(lane, 1), gradient: measure(lane, 2) })),
      drawn: Array.from(drawn.data),
    };
  },
  Picture,
  describe({ step, length, measured }, lang) {
    const share = (lane: Lane): string => (Number.isFinite(measured[lane].right) ? percentWhole(measured[lane].right) : '—');
    return fill(scoringText.now[lang], {
      step,
      length,
      dot: share('dot'),
      scaled: share('scaled'),
      additive: share('additive'),
      dotGradient: said(measured.dot.gradient),
      scaledGradient: said(measured.scaled.gradient),
    });
  },
  table: ({ weights }, lang) => ({
    head: ['', ...LANES.flatMap((lane) => Array.from({ length: KEYS }, (_, key) => `${scoringText[lane][lang]} ${key + 1}`))],
    rows: Array.from({ length: SHOWN }, (_, row) => [
      fill(scoringText.lookUp[lang], { row: row + 1 }),
      ...LANES.flatMap((lane) => Array.from({ length: KEYS }, (_, key) => said(weights[lane][row * KEYS + key] ?? NaN))),
    ]),
  }),
  samples: {
    right: sample(3, (row, key) => (row === key ? 0.93 : 0.01), [511, 0.106, 0.062, 1.72, 0.767]),
    spread: sample(0, () => 1 / 8, [2.01, 1.59, 0.71, 1.77, 0.78], 0.125),
    broken: sample(9, () => NaN, [NaN, NaN, NaN, NaN, NaN], NaN),
    none: { ...sample(0, () => 0, []), weights: { dot: [], scaled: [], additive: [] } },
  },
});
