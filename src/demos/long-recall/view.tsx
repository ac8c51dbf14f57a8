/** How large the gradient by the state still is at each position on its way back, cell by cell, and what each network answers. */
import { at } from '../../base/at';
import { fill, type Lang } from '../../i18n/text';
import { MARGIN, plotScale } from '../../views/parts/axes';
import { Legends, placedLegend } from '../../views/parts/legend';
import { likeliestIn } from '../../views/parts/likeliest';
import type { Series } from '../../views/parts/paths';
import { Plot } from '../../views/parts/plot';
import { coordinate, short } from '../../views/parts/ramp';
import { symbolsOf } from '../../views/parts/symbols';
import { defineView, type ViewArray, type ViewProps } from '../../views/view';
import { recallText } from './words';

const CELLS = ['rnn', 'lstm', 'gru'] as const;
type Cell = (typeof CELLS)[number];

const COLOURS: Readonly<Record<Cell, string>> = { rnn: 'var(--gb-test)', lstm: 'var(--gb-first)', gru: 'var(--gb-second)' };

interface RecallData {
  readonly step: number;
  /** By position, relative to the last. */
  readonly gradients: Readonly<Record<Cell, readonly number[]>>;
  /** What powers of the keeping gate's first opening, σ(b), would leave. */
  readonly alone: readonly number[];
  readonly symbols: readonly string[];
  /** Letters that can stand first, and what each network answers to a sequence that begins with it. */
  readonly letters: readonly string[];
  readonly answers: Readonly<Record<Cell, readonly string[]>>;
}

/** One row of answers; room for the names of the rows. */
const PITCH = 22;
const NAMES = 62;
/** The least power of ten that is drawn, and how far apart the ends of the axis may stand from what is drawn. */
const LEAST = -36;
const APART = 4;

function relative({ data }: ViewArray): number[] {
  const last = at(data, data.length - 1);
  return Array.from(data, (one) => one / last);
}

/** Whole fours of powers of ten around what is drawn: an axis that does not jump at every step. */
function domainOf({ gradients, alone }: RecallData): readonly [number, number] {
  const powers = [...CELLS.flatMap((cell) => gradients[cell]), ...alone]
    .filter((one) => Number.isFinite(one) && one > 0)
    .map((one) => Math.log10(one));
  const low = Math.floor(Math.min(-1, ...powers) / APART) * APART;
  return [10 ** Math.max(LEAST, low), 10 ** Math.min(-LEAST, Math.max(1, Math.ceil(Math.max(0, ...powers))))];
}

function seriesOf({ gradients, alone }: RecallData, lang: Lang): Series[] {
  const line = (name: string, colour: string, y: readonly number[]): Series => ({ name, colour, x: y.map((_, i) => i + 1), y });
  return [
    ...CELLS.map((cell) => line(recallText[cell][lang], COLOURS[cell], gradients[cell])),
    { ...line(recallText.alone[lang], 'var(--gb-neutral)', alone), dashed: true },
  ];
}

function rightOf({ letters, answers }: RecallData, cell: Cell): number {
  return answers[cell].filter((letter, i) => letter === letters[i]).length;
}

/** What each network answers to each first letter. */
function Answers({ data, lang, width, top }: { data: RecallData; lang: Lang; width: number; top: number }) {
  const { letters, answers } = data;
  const cell = Math.min(60, (width - NAMES) / Math.max(1, letters.length));
  const middle = (i: number): number => coordinate(NAMES + (i + 0.5) * cell);
  return (
    <g transform={`translate(0,${top})`}>
      <text x={0} y={14} class="gb-label">
        {recallText.first[lang]}
      </text>
      {letters.map((letter, i) => (
        <text x={middle(i)} y={14} text-anchor="middle" class="gb-cell" key={letter}>
          {letter}
        </text>
      ))}
      {CELLS.map((name, row) => (
        <g transform={`translate(0,${(row + 1) * PITCH})`} key={name}>
          <text x={0} y={14} fill={COLOURS[name]} class="gb-label">
            {recallText[name][lang]}
          </text>
          {answers[name].map((letter, i) => {
            const right = letter === letters[i];
            return (
              <g key={i}>
                <rect
                  x={coordinate(NAMES + i * cell + 1)}
                  width={coordinate(Math.max(1, cell - 2))}
                  height={PITCH - 3}
                  rx={3}
                  fill={`color-mix(in oklab, ${right ? 'var(--gb-good)' : 'var(--gb-warn)'} 22%, var(--gb-zero))`}
                />
                <text x={middle(i)} y={14} text-anchor="middle" class="gb-cell">
                  {`${letter} ${right ? '✓' : '✗'}`}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </g>
  );
}

function Picture({ data, lang, width, height, act }: ViewProps<RecallData>) {
  const series = seriesOf(data, lang);
  const bottom = height - (CELLS.length + 1) * PITCH - 6;
  const x = plotScale([], [MARGIN.left + 4, width - MARGIN.right]).domain([1, Math.max(2, data.symbols.length)]);
  const legend = placedLegend(series, recallText.axis[lang], width);
  const y = plotScale(domainOf(data), [bottom - MARGIN.bottom, legend.bottom], 'log');
  return (
    <g class="gb-recall">
      <Plot
        series={series}
        x={x}
        y={y}
        width={width}
        height={bottom}
        xLabel={recallText.position[lang]}
        yLabel={recallText.axis[lang]}
        whole
        label={recallText.plot[lang]}
        interactive={act !== undefined}
      />
      <Legends rows={legend.rows} />
      <Answers data={data} lang={lang} width={width} top={bottom + 6} />
    </g>
  );
}

function powersOf(bias: number, count: number): number[] {
  const open = 1 / (1 + Math.exp(-bias));
  return Array.from({ length: count }, (_, i) => open ** (count - 1 - i));
}

function sample(factors: readonly [number, number, number], symbols: string, letters: string, wrong: string): RecallData {
  const length = [...symbols].length;
  const fading = (factor: number): number[] => Array.from({ length }, (_, i) => factor ** (length - 1 - i));
  return {
    step: 100,
    gradients: { rnn: fading(factors[0]), lstm: fading(factors[1]), gru: fading(factors[2]) },
    alone: powersOf(3.7, length),
    symbols: [...symbols],
    letters: [...letters],
    answers: { rnn: [...letters].map(() => wrong), lstm: [...letters], gru: [...letters] },
  };
}

export default defineView<RecallData>({
  title: recallText.title,
  aspect: { wide: 0.58, narrow: 0.95 },
  reads: ['keepBias'],
  read({ step, arrays, values }) {
    const { rnnGradient, lstmGradient, gruGradient, symbols, letters: codes, answers } = arrays;
    if (rnnGradient === undefined || lstmGradient === undefined || gruGradient === undefined) return undefined;
    if (symbols === undefined || codes === undefined || answers === undefined) return undefined;
    const letters = symbolsOf(codes);
    const of = (lane: number): string[] => letters.map((_, row) => letters[likeliestIn(answers, lane, row).label] ?? '');
    return {
      step,
      gradients: { rnn: relative(rnnGradient), lstm: relative(lstmGradient), gru: relative(gruGradient) },
      alone: powersOf(Number(values['keepBias'] ?? 0), symbols.data.length),
      symbols: symbolsOf(symbols),
      letters,
      answers: { rnn: of(0), lstm: of(1), gru: of(2) },
    };
  },
  Picture,
  describe: (data, lang) =>
    fill(recallText.now[lang], {
      step: data.step,
      length: data.symbols.length,
      letters: data.letters.length,
      rnn: rightOf(data, 'rnn'),
      lstm: rightOf(data, 'lstm'),
      gru: rightOf(data, 'gru'),
      rnnShare: short(data.gradients.rnn[0] ?? NaN),
      lstmShare: short(data.gradients.lstm[0] ?? NaN),
      gruShare: short(data.gradients.gru[0] ?? NaN),
      aloneShare: short(data.alone[0] ?? NaN),
    }),
  table: (data, lang) => ({
    head: [
      recallText.position[lang],
      ...CELLS.map((cell) => fill(recallText.gradientOf[lang], { name: recallText[cell][lang] })),
      recallText.alone[lang],
      recallText.first[lang],
      ...CELLS.map((cell) => fill(recallText.answered[lang], { name: recallText[cell][lang] })),
    ],
    rows: data.symbols.map((_, i) => [
      i + 1,
      ...CELLS.map((cell) => short(data.gradients[cell][i] ?? NaN)),
      short(data.alone[i] ?? NaN),
      data.letters[i] ?? '',
      ...CELLS.map((cell) => data.answers[cell][i] ?? ''),
    ]),
  }),
  samples: {
    usual: sample([0.5, 0.98, 1], 'A' + 'abcd'.repeat(9) + 'bd?', 'ABCDEFGH', 'C'),
    growing: sample([1.5, 1, 1.01], 'Ba?', 'AB', 'A'),
    gone: sample([0, 1e-9, NaN], 'Aabcdabcd?', 'ABC', ''),
    empty: sample([1, 1, 1], '', '', ''),
  },
});
