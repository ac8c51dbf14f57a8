/** A sequence, what is answered, and how much each answer looks at each place of the sequence. */
import { useState } from 'preact/hooks';
import { at } from '../../base/at';
import { fill, type Lang } from '../../i18n/text';
import { GridTouch, type Square } from '../../views/parts/grid-touch';
import { likeliestOf } from '../../views/parts/likeliest';
import { coordinate, percent } from '../../views/parts/ramp';
import { symbolsOf } from '../../views/parts/symbols';
import { linesOf } from '../../views/parts/words';
import { defineView, type ViewProps } from '../../views/view';
import { SymbolBox } from '../../views/parts/symbol-box';
import { Cell } from './parts';
import { alignmentText } from './words';

interface Row {
  /** What is said, and what should be. */
  readonly said: string;
  readonly due: string;
  /** By place: whether the answer comes from it (a dash comes from none), and how much it looks there; empty without attention. */
  readonly from: readonly boolean[];
  readonly weights: readonly number[];
}

interface AlignmentData {
  readonly step: number;
  readonly symbols: readonly string[];
  readonly rows: readonly Row[];
}

/** Room for what is answered, for the names above the matrix, and for a line below it. */
const LEFT = 46;
const TOP = 44;
const LINE = 16;

const onSource = ({ from, weights }: Row): number => weights.reduce((sum, weight, place) => sum + (from[place] === true ? weight : 0), 0);

const isSourced = ({ from }: Row): boolean => from.includes(true);

/** Mean weight on where answers come from, of those that come from somewhere; undefined without attention. */
function meanOnSource({ rows }: AlignmentData): number | undefined {
  const sourced = rows.filter(isSourced);
  if (sourced.length === 0 || sourced.some(({ weights }) => weights.length === 0)) return undefined;
  return sourced.reduce((sum, row) => sum + onSource(row), 0) / sourced.length;
}

function legend(data: AlignmentData, lang: Lang): readonly string[] {
  const share = meanOnSource(data);
  if (share === undefined) return data.rows.length === 0 ? [] : [alignmentText.blind[lang]];
  return [alignmentText.frame[lang], fill(alignmentText.onSource[lang], { share: percent(share) })];
}

function Picture({ data, lang, width, height, act }: ViewProps<AlignmentData>) {
  const [pointed, setPointed] = useState<Square | undefined>(undefined);
  const { symbols, rows } = data;
  const below = linesOf(legend(data, lang), width);
  const cell = [(width - LEFT) / Math.max(1, symbols.length), (height - TOP - 6 - below.length * LINE) / Math.max(1, rows.length)] as const;
  const [row, place] = pointed ?? [-1, -1];
  const weight = rows[row]?.weights[place];
  const said =
    weight === undefined
      ? ''
      : fill(alignmentText.reading[lang], { answer: row + 1, place: place + 1, symbol: symbols[place] ?? '', share: percent(weight) });
  return (
    <g class="gb-alignment">
      {said === '' ? (
        <>
          <text x={0} y={12} class="gb-axis-name">
            {alignmentText.answers[lang]}
          </text>
          <text x={width} y={12} text-anchor="end" class="gb-axis-name">
            {alignmentText.source[lang]}
          </text>
        </>
      ) : (
        <text x={0} y={12} class="gb-reading-text">
          {said}
        </text>
      )}
      {symbols.map((symbol, i) => (
        <text x={coordinate(LEFT + (i + 0.5) * cell[0])} y={TOP - 12} text-anchor="middle" key={i}>
          {symbol}
        </text>
      ))}
      {rows.map((one, i) => (
        <g transform={`translate(0,${coordinate(TOP + i * cell[1])})`} key={i}>
          <SymbolBox letter={one.said} x={0} y={1} width={LEFT - 8} height={Math.max(1, cell[1] - 2)} right={one.said === one.due} />
          {symbols.map((_, j) => (
            <Cell weight={one.weights[j]} from={one.from[j] === true} x={LEFT + j * cell[0]} width={cell[0]} height={cell[1]} key={j} />
          ))}
        </g>
      ))}
      {below.map((line, i) => (
        <text x={0} y={coordinate(height - (below.length - 1 - i) * LINE - 4)} class="gb-label" key={i}>
          {line}
        </text>
      ))}
      {act !== undefined && rows.length > 0 && symbols.length > 0 && (
        <GridTouch
          x={LEFT}
          y={TOP}
          cell={cell}
          rows={rows.length}
          columns={symbols.length}
          label={`${alignmentText.title[lang]} (${alignmentText.keys[lang]})`}
          start={[0, 0]}
          onPoint={setPointed}
          onLeave={() => setPointed(undefined)}
        />
      )}
      <text class="gb-visually-hidden-svg" aria-live="polite">
        {said}
      </text>
    </g>
  );
}

function sample(share: number | undefined, beside = 0, right = true): AlignmentData {
  const symbols = [...'BAICIHDIEK'];
  const due = symbols.toReversed();
  return {
    step: 100,
    symbols,
    rows: due.map((symbol, i) => {
      const truth = symbols.length - 1 - i;
      const weights = symbols.map((_, j) => (j === truth + beside ? share : undefined) ?? (1 - (share ?? 0)) / 9);
      return {
        said: right ? symbol : 'A',
        due: symbol,
        from: symbols.map((_, j) => j === truth),
        weights: share === undefined ? [] : weights,
      };
    }),
  };
}

/** A date with its month as a word: answers that come from one place, from three and, as a dash does, from none. */
function dateSample(): AlignmentData {
  const symbols = [...'Nov␣28,␣2026'];
  const sources = [[8], [9], [10], [11], [], [0, 1, 2], [0, 1, 2], [], [4], [5]];
  const rows = [...'2026-11-28'].map((symbol, i) => {
    const from = symbols.map((_, place) => at(sources, i).includes(place));
    const count = from.filter(Boolean).length;
    return {
      said: symbol,
      due: symbol,
      from,
      weights: from.map((own) => (count === 0 ? 1 / 12 : own ? 0.76 / count : 0.24 / (12 - count))),
    };
  });
  return { step: 100, symbols, rows };
}

export default defineView<AlignmentData>({
  title: alignmentText.title,
  aspect: { wide: 0.64, narrow: 1.06 },
  read({ step, arrays }) {
    const { codes, letters, due, truths, answers, weights } = arrays;
    if (codes === undefined || letters === undefined || due === undefined || truths === undefined || answers === undefined)
      return undefined;
    const [symbols, names] = [symbolsOf(codes), symbolsOf(letters)];
    const length = symbols.length;
    const row = (numbers: ArrayLike<number>, i: number, size: number): number[] =>
      Array.from({ length: size }, (_, j) => at(numbers, i * size + j));
    const rows = Array.from(due.data).flatMap((number, i) =>
      number < 0
        ? []
        : {
            said: at(names, likeliestOf(row(answers.data, i, names.length)).label),
            due: at(names, number),
            from: row(truths.data, i, length).map((one) => one === 1),
            weights: weights === undefined ? [] : row(weights.data, i, length),
          },
    );
    return { step, symbols, rows };
  },
  Picture,
  describe(data, lang) {
    const { step, symbols, rows } = data;
    const share = meanOnSource(data);
    const right = rows.filter(({ said, due }) => said === due).length;
    const now = fill(alignmentText.now[lang], { step, source: symbols.join(''), answers: rows.length, right });
    if (rows.length === 0) return now;
    const look =
      share === undefined
        ? `${alignmentText.blind[lang]}${lang === 'zh' ? '。' : '.'}`
        : fill(alignmentText.looking[lang], { share: percent(share) });
    return lang === 'zh' ? `${now}${look}` : `${now} ${look}`;
  },
  table: ({ symbols, rows }, lang) => ({
    head: [alignmentText.answer[lang], alignmentText.said[lang], alignmentText.due[lang], alignmentText.there[lang], ...symbols],
    rows: rows.map((row, i) => [
      String(i + 1),
      row.said,
      row.due,
      row.weights.length === 0 || !isSourced(row) ? '' : percent(onSource(row)),
      ...symbols.map((_, j) => (row.weights.length === 0 ? '' : percent(at(row.weights, j)))),
    ]),
  }),
  samples: {
    right: sample(0.97),
    beside: sample(0.8, 1),
    wrong: sample(0.3, 0, false),
    date: dateSample(),
    blind: sample(undefined),
    broken: sample(NaN),
    empty: { step: 0, symbols: [], rows: [] },
  },
});
