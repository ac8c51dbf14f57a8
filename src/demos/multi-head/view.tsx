/** A sequence, what is answered at each of its places, and whom the heads ask at the place that is pointed at. */
import { useState } from 'preact/hooks';
import { at } from '../../base/at';
import { fill } from '../../i18n/text';
import { GridTouch } from '../../views/parts/grid-touch';
import { likeliestIn } from '../../views/parts/likeliest';
import { coordinate, percent } from '../../views/parts/ramp';
import { BOX, SymbolBox } from '../../views/parts/symbol-box';
import { symbolsOf } from '../../views/parts/symbols';
import { cut } from '../../views/parts/words';
import { defineView, type ViewProps } from '../../views/view';
import { Weights } from './parts';
import { multiHeadText } from './words';

interface Answer {
  readonly letter: string;
  readonly share: number;
  readonly truth: string;
}

interface HeadsData {
  readonly step: number;
  readonly symbols: readonly string[];
  /** How far back the answers of each question stand. */
  readonly back: readonly number[];
  /** By question and place. */
  readonly answers: readonly (readonly Answer[])[];
  /** By head, by the place that asks, by the place that is asked. */
  readonly weights: readonly (readonly (readonly number[])[])[];
}

/** Above the rows, and from one row to the next. */
const TOP = 20;
const PITCH = 24;
/** Above the first head; between one and the next; and its height where it is one row of weights. */
const GAP = 18;
const BETWEEN = 5;
const STRIP = 16;
/** A head with so much room shows whom every place asks, not only the one that is pointed at. */
const ROOM = 60;

const isRight = ({ letter, truth }: Answer): boolean => letter === truth;

/** The place that asks before anybody points: far enough in for all that it should look at to stand before it. */
function usualPlace({ symbols, back }: HeadsData): number {
  return Math.min(symbols.length - 1, Math.max(...back, 1) + 2);
}

function Picture({ data, lang, width, height, act }: ViewProps<HeadsData>) {
  const [pointed, setPointed] = useState<number | undefined>(undefined);
  const { symbols, back, answers, weights } = data;
  const left = width < 420 ? 58 : 72;
  const cell = (width - left) / Math.max(1, symbols.length);
  const box = Math.max(1, cell - 2);
  const place = Math.min(pointed ?? usualPlace(data), Math.max(0, symbols.length - 1));
  const rowAt = (row: number): number => TOP + row * PITCH;
  const strips = rowAt(1 + back.length) + GAP;
  const room = (height - strips) / Math.max(1, weights.length) - BETWEEN;
  const whole = room >= ROOM;
  const tall = whole ? Math.min(room, symbols.length * cell) : Math.min(room, STRIP);
  const pitch = tall + BETWEEN;
  const label = (text: string, y: number) => (
    <text x={left - 6} y={y} dy="0.35em" text-anchor="end" class="gb-label">
      {cut(text, left - 6)}
    </text>
  );
  return (
    <g class="gb-heads">
      <text x={width} y={12} text-anchor="end" class="gb-axis-name">
        {act === undefined ? '' : multiHeadText.ask[lang]}
      </text>
      {label(multiHeadText.given[lang], rowAt(0) + BOX / 2)}
      {symbols.map((symbol, i) => (
        <SymbolBox letter={symbol} x={left + i * cell} y={rowAt(0)} width={box} key={i} />
      ))}
      {answers.map((one, question) => (
        <g key={question}>
          {label(fill(multiHeadText.back[lang], { count: back[question] ?? 0 }), rowAt(1 + question) + BOX / 2)}
          {one.map((answer, i) => (
            <SymbolBox letter={answer.letter} x={left + i * cell} y={rowAt(1 + question)} width={box} right={isRight(answer)} key={i} />
          ))}
        </g>
      ))}
      {symbols.length > 0 && (
        <rect
          x={coordinate(left + place * cell - 1)}
          y={rowAt(0) - 2}
          width={coordinate(cell)}
          height={(1 + back.length) * PITCH}
          rx={3}
          class="gb-unit-frame"
        />
      )}
      {weights.length > 0 && (
        <text x={left} y={strips - 6} class="gb-axis-name">
          {whole ? multiHeadText.rows[lang] : fill(multiHeadText.asking[lang], { place: place + 1, symbol: symbols[place] ?? '' })}
        </text>
      )}
      {weights.map((rows, head) => (
        <g key={head}>
          {label(fill(multiHeadText.head[lang], { head: head + 1 }), strips + head * pitch + tall / 2)}
          <g transform={`translate(${left},${coordinate(strips + head * pitch)})`}>
            <Weights rows={whole ? rows : rows.slice(place, place + 1)} cell={cell} height={tall} />
            {whole && (
              <rect
                x={-1}
                y={coordinate((place * tall) / rows.length - 1)}
                width={coordinate(rows.length * cell)}
                height={coordinate(tall / rows.length + 1)}
                class="gb-unit-frame"
              />
            )}
          </g>
        </g>
      ))}
      {act !== undefined && symbols.length > 0 && (
        <GridTouch
          x={left}
          y={rowAt(0)}
          cell={[cell, (1 + back.length) * PITCH]}
          rows={1}
          columns={symbols.length}
          label={`${multiHeadText.title[lang]} (${multiHeadText.keys[lang]})`}
          start={[0, place]}
          onPoint={([, column]) => setPointed(column)}
        />
      )}
    </g>
  );
}

function sample(heads: number, right: boolean, share = 0.9): HeadsData {
  const symbols = [...'CAFEBBADGHIJ'];
  const back = [1, 4];
  const before = (i: number, by: number): string => symbols[(i + symbols.length - by) % symbols.length] ?? '';
  return {
    step: 100,
    symbols,
    back,
    answers: back.map((by) =>
      symbols.map((_, i) => ({ letter: right ? before(i, by) : before(i, by === 1 ? 4 : 1), share, truth: before(i, by) })),
    ),
    weights: Array.from({ length: heads }, (_, head) =>
      symbols.map((__, i) =>
        symbols.map((___, j) => (j === (i + symbols.length - (back[head % 2] ?? 1)) % symbols.length ? share : (1 - share) / 11)),
      ),
    ),
  };
}

export default defineView<HeadsData>({
  title: multiHeadText.title,
  aspect: { wide: 0.5, narrow: 0.8 },
  reads: ['far'],
  read({ step, arrays, values }) {
    const { codes, letters, truths, answers, weights } = arrays;
    if (codes === undefined || letters === undefined || truths === undefined || answers === undefined || weights === undefined)
      return undefined;
    const [symbols, names] = [symbolsOf(codes), symbolsOf(letters)];
    const [heads, length] = [at(weights.shape, 0), at(weights.shape, 1)];
    const numbers = Array.from(weights.data);
    return {
      step,
      symbols,
      back: [1, Number(values['far'] ?? 4)],
      answers: [0, 1].map((question) =>
        symbols.map((_, place) => {
          const { label, share } = likeliestIn(answers, question, place);
          return { letter: names[label] ?? '', share, truth: names[Number(truths.data[question * length + place])] ?? '' };
        }),
      ),
      weights: Array.from({ length: heads }, (_, head) =>
        Array.from({ length }, (__, place) => numbers.slice((head * length + place) * length, (head * length + place + 1) * length)),
      ),
    };
  },
  Picture,
  describe({ step, symbols, back, answers }, lang) {
    const [near = [], far = []] = answers;
    const count = (one: readonly Answer[]): number => one.filter(isRight).length;
    return fill(multiHeadText.answered[lang], {
      step,
      places: symbols.length,
      near: count(near),
      far: back[1] ?? 0,
      second: count(far),
      both: near.filter((answer, i) => isRight(answer) && far[i] !== undefined && isRight(far[i])).length,
    });
  },
  table: ({ symbols, back, answers }, lang) => ({
    head: [
      multiHeadText.place[lang],
      multiHeadText.symbol[lang],
      ...back.flatMap((count) => [fill(multiHeadText.back[lang], { count }), fill(multiHeadText.truth[lang], { count })]),
    ],
    rows: symbols.map((symbol, i) => [
      String(i + 1),
      symbol,
      ...answers.flatMap((one) => {
        const { letter = '', share = NaN, truth = '' } = one[i] ?? {};
        return [`${letter} ${percent(share)}`, truth];
      }),
    ]),
  }),
  samples: {
    two: sample(2, true),
    mixed: sample(1, false, 0.5),
    eight: sample(8, true),
    broken: sample(1, false, NaN),
    empty: { step: 0, symbols: [], back: [1, 4], answers: [[], []], weights: [] },
  },
});
