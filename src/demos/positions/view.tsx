/** A sequence with its answers, the same with two places exchanged, and whether the answers have gone along with their symbols. */
import { sequenceText } from '../../i18n/sequences';
import { at } from '../../base/at';
import { fill } from '../../i18n/text';
import { GridTouch } from '../../views/parts/grid-touch';
import { likeliestIn } from '../../views/parts/likeliest';
import { coordinate, percent, short } from '../../views/parts/ramp';
import { BOX, SymbolBox } from '../../views/parts/symbol-box';
import { symbolsOf } from '../../views/parts/symbols';
import { cut, linesOf } from '../../views/parts/words';
import { defineView, type ViewProps, type ViewSource } from '../../views/view';
import { exchanged } from './setting';
import { positionsText } from './words';

interface Answer {
  readonly letter: string;
  readonly share: number;
  readonly truth: string;
}

interface Row {
  readonly symbols: readonly string[];
  /** None before anything has been asked. */
  readonly answers: readonly Answer[];
}

interface PositionsData {
  readonly step: number;
  /** Places that are exchanged, from 1. */
  readonly places: readonly [number, number];
  readonly before: Row;
  readonly after: Row;
  /** By place after the exchange, the largest difference between its probabilities and those that the symbol's place had before. */
  readonly differences: readonly number[];
}

/** Above the rows; from one row to the next; between both pairs of rows, where the ways of the symbols are drawn. */
const TOP = 38;
const PITCH = 23;
const WAYS = 40;
/** Sums of the same numbers in another order differ by rounding, about this much at most. */
const ROUNDING = 1e-5;

const isRight = ({ letter, truth }: Answer): boolean => letter === truth;
const isSame = (difference: number): boolean => difference <= ROUNDING;

/** For each place after the exchange, the one where its symbol stood before, from 0. */
function origins({ before, places }: Pick<PositionsData, 'before' | 'places'>): readonly number[] {
  return exchanged(
    before.symbols.map((_, i) => i),
    ...places,
  );
}

function Picture({ data, lang, width, act }: ViewProps<PositionsData>) {
  const { before, after, places, differences } = data;
  const count = before.symbols.length;
  const left = 54;
  const cell = (width - left) / Math.max(1, count);
  const box = Math.max(1, cell - 3);
  const second = TOP + PITCH + BOX + WAYS;
  const middle = (place: number): number => coordinate(left + place * cell + box / 2);
  const row = ({ symbols, answers }: Row, y: number, name: string) => (
    <g>
      {[name, positionsText.answer[lang]].map((word, i) => (
        <text x={left - 6} y={y + i * PITCH + BOX / 2} dy="0.35em" text-anchor="end" class="gb-label" key={i}>
          {cut(word, left - 6)}
        </text>
      ))}
      {symbols.map((symbol, i) => (
        <SymbolBox letter={symbol} x={left + i * cell} y={y} width={box} key={i} />
      ))}
      {answers.map((answer, i) => (
        <SymbolBox letter={answer.letter} x={left + i * cell} y={y + PITCH} width={box} right={isRight(answer)} key={i} />
      ))}
    </g>
  );
  return (
    <g class="gb-exchange">
      {act !== undefined && (
        <text x={width} y={14} text-anchor="end" class="gb-axis-name">
          {cut(positionsText.press[lang], width)}
        </text>
      )}
      {row(before, TOP, positionsText.given[lang])}
      {origins(data).map((from, to) => (
        <path
          d={`M${middle(from)},${TOP + PITCH + BOX + 3}V${TOP + PITCH + BOX + 8}L${middle(to)},${second - 8}V${second - 3}`}
          class={from === to ? 'gb-way' : 'gb-way gb-way-exchanged'}
          key={to}
        />
      ))}
      {row(after, second, positionsText.moved[lang])}
      {differences.map((difference, place) => (
        <text x={middle(place)} y={second + 2 * PITCH + 12} text-anchor="middle" class="gb-label" key={place}>
          {isSame(difference) ? '=' : '≠'}
        </text>
      ))}
      {linesOf([positionsText.same[lang], positionsText.differ[lang]], width).map((line, i) => (
        <text x={0} y={second + 2 * PITCH + 34 + 16 * i} class="gb-axis-name" key={i}>
          {differences.length > 0 ? line : i === 0 && act !== undefined ? cut(sequenceText.notAsked[lang], width) : ''}
        </text>
      ))}
      {act !== undefined && count > 0 && (
        <GridTouch
          x={left}
          y={TOP}
          cell={[cell, PITCH + BOX]}
          rows={1}
          columns={count}
          label={`${positionsText.title[lang]} (${positionsText.keys[lang]})`}
          start={[0, places[1] - 1]}
          onMove={([, column]) => {
            if (column + 1 !== places[1]) act({ kind: 'set', values: { first: places[1], second: column + 1 } });
          }}
        />
      )}
    </g>
  );
}

/** What the question about both sequences has answered. */
function answered(
  letters: readonly string[],
  step: number,
  { given, truths, places: exchange, answers }: ViewSource['arrays'],
): PositionsData | undefined {
  if (given === undefined || truths === undefined || exchange === undefined || answers === undefined) return undefined;
  // Those that were asked about: the knobs may be further by now.
  const places = [at(exchange.data, 0), at(exchange.data, 1)] as const;
  const [length, classes] = [at(given.shape, 1), at(answers.shape, 2)];
  const shares = Array.from(answers.data);
  const sharesAt = (which: number, place: number): readonly number[] => {
    const from = (which * length + place) * classes;
    return shares.slice(from, from + classes);
  };
  const rowOf = (which: number): Row => ({
    symbols: Array.from({ length }, (_, place) => at(letters, at(given.data, which * length + place))),
    answers: Array.from({ length }, (_, place) => {
      const { label, share } = likeliestIn(answers, which, place);
      return { letter: at(letters, label), share, truth: at(letters, at(truths.data, which * length + place)) };
    }),
  });
  const [before, after] = [rowOf(0), rowOf(1)];
  const differences = origins({ before, places }).map((from, to) =>
    Math.max(...sharesAt(1, to).map((share, k) => Math.abs(share - at(sharesAt(0, from), k)))),
  );
  return { step, places, before, after, differences };
}

function sample(same: boolean, share = 0.9): PositionsData {
  const symbols = [...'CAFEBBADGH'];
  const moved = exchanged(
    symbols.map((_, i) => i),
    3,
    8,
  ).map((i) => at(symbols, i));
  const rowOf = (letters: readonly string[]): Row => ({
    symbols: letters,
    answers: letters.map((_, i) => {
      const truth = at(letters, (i + 9) % 10);
      return { letter: same ? 'B' : truth, share, truth };
    }),
  });
  const differences = symbols.map((_, i) => (same || i % 4 === 1 ? 1e-8 : share));
  return { step: 100, places: [3, 8], before: rowOf(symbols), after: rowOf(moved), differences };
}

export default defineView<PositionsData>({
  title: positionsText.title,
  aspect: { wide: 0.42, narrow: 0.76 },
  reads: ['first', 'second'],
  read({ step, arrays, values, answers }) {
    const { letters, sequence } = arrays;
    if (letters === undefined || sequence === undefined) return undefined;
    const names = symbolsOf(letters);
    const found = answers?.['exchange'];
    if (found !== undefined) return answered(names, found.step, found.arrays);
    const places = [Number(values['first'] ?? 1), Number(values['second'] ?? 1)] as const;
    // Nothing has been asked yet: both sequences alone.
    const symbols = Array.from(sequence.data, (number) => at(names, number));
    const order = exchanged(
      symbols.map((_, i) => i),
      ...places,
    );
    const after = { symbols: order.map((i) => at(symbols, i)), answers: [] };
    return { step, places, before: { symbols, answers: [] }, after, differences: [] };
  },
  Picture,
  describe({ step, places: [first, second], before, differences }, lang) {
    const same = differences.filter(isSame).length;
    const counts = { same, changed: differences.length - same, right: before.answers.filter(isRight).length };
    return fill(positionsText.now[lang], { step, first, second, ...counts, places: before.symbols.length });
  },
  table: ({ before, after, differences }, lang) => ({
    head: [
      positionsText.place[lang],
      ...[positionsText.given, positionsText.moved].flatMap((row) => [
        `${positionsText.symbol[lang]} (${row[lang]})`,
        `${positionsText.answer[lang]} (${row[lang]})`,
      ]),
      positionsText.difference[lang],
    ],
    rows: before.symbols.map((symbol, i) => {
      const [one, other] = [before, after].map(({ answers }) => answers[i]);
      const said = (answer: Answer | undefined): string => (answer === undefined ? '' : `${answer.letter} ${percent(answer.share)}`);
      return [i + 1, symbol, said(one), after.symbols[i] ?? '', said(other), short(differences[i] ?? NaN)];
    }),
  }),
  samples: {
    bag: sample(true),
    placed: sample(false),
    broken: sample(false, NaN),
    empty: { step: 0, places: [1, 1], before: { symbols: [], answers: [] }, after: { symbols: [], answers: [] }, differences: [] },
  },
});
