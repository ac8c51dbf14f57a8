/** Rows that differ in the cue alone, how much of them each network sees, and what it answers. */
import { at } from '../../base/at';
import { fill } from '../../i18n/text';
import { likeliestIn, likeliestOf, type Likeliest } from '../../views/parts/likeliest';
import { coordinate, percent } from '../../views/parts/ramp';
import { symbolsOf } from '../../views/parts/symbols';
import { defineView, type ViewProps } from '../../views/view';
import { memoryText } from './words';

const LANES = ['now', 'window', 'state'] as const;
type Lane = (typeof LANES)[number];

const COLOURS: Readonly<Record<Lane, string>> = { now: 'var(--gb-neutral)', window: 'var(--gb-first)', state: 'var(--gb-second)' };

interface Answer {
  readonly letter: string;
  readonly share: number;
  readonly right: boolean;
}

interface MemoryData {
  readonly step: number;
  /** What each row shows, symbol by symbol. */
  readonly rows: readonly (readonly string[])[];
  /** The true answer of each row. */
  readonly letters: readonly string[];
  readonly answers: Readonly<Record<Lane, readonly Answer[]>>;
  /** How many of the last symbols the window holds. */
  readonly window: number;
}

/** Above the rows: names of the columns. One row. One line of what a network sees. */
const TOP = 22;
const PITCH = 30;
const SPAN = 19;

function answerOf({ label, share }: Likeliest, letters: readonly string[], truth: number): Answer {
  return { letter: letters[label] ?? '', share, right: label === truth };
}

function seen(data: MemoryData, lane: Lane): number {
  const length = data.rows[0]?.length ?? 0;
  return lane === 'now' ? Math.min(1, length) : lane === 'window' ? Math.min(length, data.window) : length;
}

function rightOf({ answers }: MemoryData, lane: Lane): number {
  return answers[lane].filter(({ right }) => right).length;
}

function Picture({ data, lang, width }: ViewProps<MemoryData>) {
  const { rows, letters } = data;
  const length = rows[0]?.length ?? 0;
  const column = width < 420 ? 58 : 84;
  const cell = Math.min(30, (width - 3 * column) / Math.max(1, length));
  const across = length * cell;
  const bottom = TOP + rows.length * PITCH;
  return (
    <g class="gb-memory">
      <text x={0} y={13} class="gb-axis-name">
        {memoryText.row[lang]}
      </text>
      {(rows.length > 0 ? LANES : []).map((lane, i) => (
        <text x={coordinate(across + (i + 0.5) * column)} y={13} text-anchor="middle" class="gb-label" key={lane}>
          {memoryText[lane][lang]}
        </text>
      ))}
      {rows.map((symbols, row) => (
        <g transform={`translate(0,${TOP + row * PITCH})`} key={row}>
          {symbols.map((symbol, place) => {
            const cue = symbol === letters[row] && symbol !== rows[(row + 1) % rows.length]?.[place];
            return (
              <g transform={`translate(${coordinate(place * cell)},0)`} key={place}>
                <rect
                  width={coordinate(Math.max(1, cell - 2))}
                  height={PITCH - 8}
                  rx={2}
                  fill={cue ? 'color-mix(in oklab, var(--gb-attention) 45%, var(--gb-zero))' : 'var(--gb-zero)'}
                />
                <text x={coordinate((cell - 2) / 2)} y={(PITCH - 8) / 2} dy="0.35em" text-anchor="middle" class="gb-cell">
                  {symbol}
                </text>
              </g>
            );
          })}
          {LANES.map((lane, i) => {
            const answer = data.answers[lane][row];
            if (answer === undefined) return null;
            const tone = answer.right ? 'var(--gb-good)' : 'var(--gb-warn)';
            return (
              <g transform={`translate(${coordinate(across + i * column + 3)},0)`} key={lane}>
                <rect width={column - 6} height={PITCH - 8} rx={3} fill={`color-mix(in oklab, ${tone} 22%, var(--gb-zero))`} />
                <text x={(column - 6) / 2} y={(PITCH - 8) / 2} dy="0.35em" text-anchor="middle" class="gb-cell">
                  {column < 60
                    ? `${answer.letter} ${answer.right ? '✓' : '✗'}`
                    : `${answer.letter} ${percent(answer.share)} ${answer.right ? '✓' : '✗'}`}
                </text>
              </g>
            );
          })}
        </g>
      ))}
      {rows.length > 0 &&
        LANES.map((lane, i) => {
          const count = seen(data, lane);
          const [left, right] = [(length - count) * cell + 1, across - 3];
          const y = bottom + 4 + i * SPAN;
          const said = lane === 'state' ? memoryText.keeps[lang] : memoryText.sees[lang];
          return (
            <g key={lane}>
              <path
                d={`M${coordinate(left)},${y}V${y + 6}H${coordinate(right)}V${y}`}
                fill="none"
                stroke={COLOURS[lane]}
                stroke-width={2}
                stroke-dasharray={lane === 'state' ? '5 3' : undefined}
              />
              <text x={coordinate(across + 6)} y={y + 9}>
                {fill(said, { name: memoryText[lane][lang], count })}
              </text>
            </g>
          );
        })}
    </g>
  );
}

function sample(window: number, shares: readonly number[], texts: readonly string[] = ['abAcdbac b?', 'abBcdbac b?']): MemoryData {
  const letters = ['A', 'B'];
  const of = (given: readonly number[]) => texts.map((_, row) => answerOf(likeliestOf(given), letters, row));
  return {
    step: 200,
    rows: texts.map((text) => [...text.replace(' ', '')]),
    letters: letters.slice(0, texts.length),
    answers: {
      now: of([0.5, 0.5]),
      window: of(shares),
      state: texts.map((_, row) => answerOf(likeliestOf(row === 0 ? [0.99, 0.01] : [0.01, 0.99]), letters, row)),
    },
    window,
  };
}

export default defineView<MemoryData>({
  title: memoryText.title,
  aspect: { wide: 0.42, narrow: 0.8 },
  reads: ['window'],
  read({ step, arrays, values }) {
    const { codes, letters: codesOfLetters, answers } = arrays;
    if (codes === undefined || codesOfLetters === undefined || answers === undefined) return undefined;
    const [count, length] = [at(codes.shape, 0), at(codes.shape, 1)];
    const symbols = symbolsOf(codes);
    const letters = symbolsOf(codesOfLetters);
    const of = (lane: number): Answer[] =>
      Array.from({ length: count }, (_, row) => answerOf(likeliestIn(answers, lane, row), letters, row));
    return {
      step,
      rows: Array.from({ length: count }, (_, row) => symbols.slice(row * length, (row + 1) * length)),
      letters,
      answers: { now: of(0), window: of(1), state: of(2) },
      window: Number(values['window'] ?? 1),
    };
  },
  Picture,
  describe: (data, lang) =>
    fill(memoryText.answered[lang], {
      step: data.step,
      rows: data.rows.length,
      now: rightOf(data, 'now'),
      window: rightOf(data, 'window'),
      state: rightOf(data, 'state'),
    }),
  table: (data, lang) => ({
    head: [memoryText.row[lang], memoryText.answer[lang], ...LANES.map((lane) => memoryText[lane][lang])],
    rows: data.rows.map((symbols, row) => [
      symbols.join(''),
      data.letters[row] ?? '',
      ...LANES.map((lane) => {
        const { letter = '', share = NaN } = data.answers[lane][row] ?? {};
        return `${letter} ${percent(share)}`;
      }),
    ]),
  }),
  samples: {
    usual: sample(3, [0.55, 0.45]),
    whole: sample(10, [0.2, 0.8]),
    broken: sample(3, [NaN, NaN]),
    empty: sample(3, [], []),
  },
});
