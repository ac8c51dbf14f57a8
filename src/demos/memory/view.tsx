/** Rows that differ in the cue alone, how much of them each network sees, and what it answers. */
import { at } from '../../base/at';
import { fill } from '../../i18n/text';
import { askedRowsOf, rowAnswer, Rows, rowsLayout, rowsTable, saidOfRows, type AskedRows } from '../../views/parts/asked-rows';
import { likeliestOf } from '../../views/parts/likeliest';
import { coordinate } from '../../views/parts/ramp';
import { defineView, type ViewProps } from '../../views/view';
import { memoryText } from './words';

const LANES = ['now', 'window', 'state'] as const;
type Lane = (typeof LANES)[number];

const COLOURS: Readonly<Record<Lane, string>> = { now: 'var(--gb-neutral)', window: 'var(--gb-first)', state: 'var(--gb-second)' };

interface MemoryData extends AskedRows {
  readonly step: number;
  /** How many of the last symbols the window holds. */
  readonly window: number;
}

/** One line of what a network sees. */
const SPAN = 19;

function seen(data: MemoryData, lane: Lane): number {
  const length = data.rows[0]?.length ?? 0;
  return lane === 'now' ? Math.min(1, length) : lane === 'window' ? Math.min(length, data.window) : length;
}

function Picture({ data, lang, width }: ViewProps<MemoryData>) {
  const layout = rowsLayout(data, width);
  const { cell, across, bottom } = layout;
  const length = data.rows[0]?.length ?? 0;
  return (
    <g class="gb-memory">
      <Rows data={data} layout={layout} title={memoryText.row[lang]} names={LANES.map((lane) => memoryText[lane][lang])} />
      {data.rows.length > 0 &&
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
  const of = (given: readonly number[]) => texts.map((_, row) => rowAnswer(likeliestOf(given), letters, row));
  const state = texts.map((_, row) => rowAnswer(likeliestOf(row === 0 ? [0.99, 0.01] : [0.01, 0.99]), letters, row));
  return {
    step: 200,
    rows: texts.map((text) => [...text.replace(' ', '')]),
    truths: letters.slice(0, texts.length),
    answers: [of([0.5, 0.5]), of(shares), state],
    window,
  };
}

export default defineView<MemoryData>({
  title: memoryText.title,
  aspect: { wide: 0.42, narrow: 0.8 },
  reads: ['window'],
  read({ step, arrays, values }) {
    const { codes, letters, answers } = arrays;
    if (codes === undefined || letters === undefined || answers === undefined) return undefined;
    // Each row has the cue of its number.
    const truths = Array.from({ length: at(codes.shape, 0) }, (_, row) => row);
    return { step, ...askedRowsOf(codes, letters, answers, truths), window: Number(values['window'] ?? 1) };
  },
  Picture,
  describe: (data, lang) => saidOfRows(memoryText.answered[lang], data.step, data, LANES),
  table: (data, lang) =>
    rowsTable(
      data,
      [memoryText.row[lang], memoryText.answer[lang]],
      LANES.map((lane) => memoryText[lane][lang]),
    ),
  samples: {
    usual: sample(3, [0.55, 0.45]),
    whole: sample(10, [0.2, 0.8]),
    broken: sample(3, [NaN, NaN]),
    empty: sample(3, [], []),
  },
});
