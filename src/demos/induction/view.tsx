/** A sequence, what is said of what comes next, and where the heads of each layer look. */
import { sequenceText } from '../../i18n/sequences';
import { useState } from 'preact/hooks';
import { at, atOr } from '../../base/at';
import { fill, type Lang } from '../../i18n/text';
import { GridTouch, type Square } from '../../views/parts/grid-touch';
import { likeliestOf } from '../../views/parts/likeliest';
import { coordinate, percent } from '../../views/parts/ramp';
import { BOX, SymbolBox } from '../../views/parts/symbol-box';
import { symbolsOf } from '../../views/parts/symbols';
import { cut } from '../../views/parts/words';
import { defineView, type ViewProps } from '../../views/view';
import { GAP, Head, LINE, squaresOf, Strip, TALL } from './parts';
import { lookedAt, rowOf, type Answer, type InductionData, type OneHead } from './picture/look';
import { inductionPlaces } from './places';
import { inductionText } from './words';

/** Above the rows; from one row to the next; from one strip of weights to the next. */
const TOP = 20;
const PITCH = 24;
const STRIP = 13;

const isRight = ({ letter, truth }: Answer): boolean => letter === truth;

/**
 * What a place has to do with in the square of a head, as [row, column]: in the last layer it should look behind the earlier occurrences of
 * its symbol; in a layer before, those places should have looked one back, or nothing there would say which symbol they stand behind.
 */
function wantedBy({ layer }: OneHead, { layers, symbols }: InductionData, place: number): readonly Square[] {
  return inductionPlaces(symbols, place).map((seen): Square => (layer === layers ? [place, seen] : [seen, seen - 1]));
}

/** The place that looks before anybody points: the last in the first three quarters at which something is asked: most has been seen by then, and the frames are not at the edge. */
function usualPlace({ symbols, answers }: InductionData): number {
  const early = answers.slice(0, Math.ceil(0.75 * symbols.length));
  return Math.max(
    0,
    early.findLastIndex(({ truth }) => truth !== undefined),
  );
}

const headName = ({ layer, head }: OneHead, lang: Lang): string => fill(inductionText.short[lang], { layer, head });

function Picture({ data, lang, width, height, act }: ViewProps<InductionData>) {
  const [pointed, setPointed] = useState<number | undefined>(undefined);
  const { symbols, answers, layers, heads } = data;
  const left = width < 420 ? 52 : 60;
  const cell = (width - left) / Math.max(1, symbols.length);
  const box = Math.max(1, cell - 2);
  const place = Math.min(pointed ?? usualPlace(data), Math.max(0, symbols.length - 1));
  const strips = TOP + 2 * PITCH + LINE;
  const looking = heads.filter(({ layer }) => layer === layers);
  const squares = strips + looking.length * STRIP + LINE + 4;
  const { across, side } = squaresOf(heads.length, layers, width, height - squares);
  const label = (text: string, y: number) => (
    <text x={left - 5} y={y} dy="0.35em" text-anchor="end" class="gb-label">
      {cut(text, left - 5)}
    </text>
  );
  return (
    <g class="gb-induction">
      <text x={width} y={12} text-anchor="end" class="gb-axis-name">
        {act === undefined ? '' : inductionText.ask[lang]}
      </text>
      {label(inductionText.given[lang], TOP + BOX / 2)}
      {symbols.map((symbol, i) => (
        <SymbolBox letter={symbol} x={left + i * cell} y={TOP} width={box} key={i} />
      ))}
      {label(inductionText.said[lang], TOP + PITCH + BOX / 2)}
      {answers.map(
        (answer, i) =>
          answer.truth !== undefined && (
            <SymbolBox letter={answer.letter} x={left + i * cell} y={TOP + PITCH} width={box} right={isRight(answer)} key={i} />
          ),
      )}
      {symbols.length > 0 && (
        <rect
          x={coordinate(left + place * cell - 1)}
          y={TOP - 2}
          width={coordinate(cell)}
          height={2 * PITCH}
          rx={3}
          class="gb-unit-frame"
        />
      )}
      {(heads.length > 0 || act !== undefined) && (
        <text x={left} y={strips - 5} class="gb-axis-name">
          {heads.length > 0
            ? fill(inductionText.looks[lang], { place: place + 1, symbol: symbols[place] ?? '' })
            : cut(sequenceText.notAsked[lang], width - left)}
        </text>
      )}
      {looking.map((one, i) => (
        <g key={i}>
          {label(headName(one, lang), strips + i * STRIP + TALL / 2)}
          <Strip
            shares={rowOf(one, place, symbols.length)}
            x={left}
            y={strips + i * STRIP}
            cell={cell}
            wanted={wantedBy(one, data, place).map(([, seen]) => seen)}
          />
        </g>
      ))}
      {heads.length > 0 && (
        <text x={0} y={squares - 8} class="gb-axis-name">
          {cut(inductionText.rows[lang], width)}
        </text>
      )}
      {heads.map((one, i) => {
        const [x, y] = [(i % across) * (side + GAP), squares + Math.floor(i / across) * (side + LINE)];
        return (
          <g key={i}>
            <Head
              weights={one.weights}
              places={symbols.length}
              x={x}
              y={y}
              side={side}
              place={one.layer === layers ? place : undefined}
              wanted={wantedBy(one, data, place)}
            />
            <text x={coordinate(x + side / 2)} y={coordinate(y + side + 13)} text-anchor="middle" class="gb-label">
              {headName(one, lang)}
            </text>
          </g>
        );
      })}
      {act !== undefined && symbols.length > 0 && (
        <GridTouch
          x={left}
          y={TOP}
          cell={[cell, 2 * PITCH]}
          rows={1}
          columns={symbols.length}
          label={`${inductionText.title[lang]} (${inductionText.keys[lang]})`}
          start={[0, place]}
          onPoint={([, column]) => setPointed(column)}
        />
      )}
    </g>
  );
}

function sample(layers: number, headsOfLayer: number, right: boolean, share = 0.8): InductionData {
  const symbols = [...'ABCDEFGHABCDABCDEFGHCDEF'];
  const rest = (1 - share) / symbols.length;
  return {
    step: 600,
    symbols,
    layers,
    answers: symbols.map((symbol, i) => {
      const truth = symbols[symbols.indexOf(symbol) + 1];
      return { letter: right ? (truth ?? '') : 'P', share, truth: i < 8 ? undefined : truth };
    }),
    heads: Array.from({ length: layers * headsOfLayer }, (_, i) => {
      const layer = 1 + Math.floor(i / headsOfLayer);
      const rows = symbols.map((__, place) => {
        const wanted = layer === layers ? inductionPlaces(symbols, place) : [place - 1];
        return symbols.map((___, seen) => (seen > place ? 0 : rest + (wanted.includes(seen) ? share / wanted.length : 0)));
      });
      return { layer, head: 1 + (i % headsOfLayer), weights: rows.flat() };
    }),
  };
}

export default defineView<InductionData>({
  title: inductionText.title,
  aspect: { wide: 0.53, narrow: 1.3 },
  reads: ['layers', 'example'],
  read({ step, arrays, values, answers }) {
    const { letters, sequences } = arrays;
    if (letters === undefined || sequences === undefined) return undefined;
    const layers = Math.max(1, Number(values['layers'] ?? 2));
    const look = answers?.['look'];
    if (look !== undefined) return lookedAt(symbolsOf(letters), { step: look.step, layers }, look.arrays);
    // Nothing has been asked yet: the sequence alone.
    const [count, length] = [at(sequences.shape, 0), at(sequences.shape, 1)];
    const from = (Math.max(1, Math.min(count, Number(values['example'] ?? 1))) - 1) * length;
    const given = Array.from(sequences.data).slice(from, from + length);
    return { step, layers, symbols: given.map((number) => at(symbolsOf(letters), number)), answers: [], heads: [] };
  },
  Picture,
  describe({ step, answers }, lang) {
    const asked = answers.filter(({ truth }) => truth !== undefined);
    return fill(inductionText.now[lang], { step, asked: asked.length, right: asked.filter(isRight).length });
  },
  table: ({ symbols, answers, heads }, lang) => ({
    head: [
      ...[inductionText.place, inductionText.symbol, inductionText.truth, inductionText.answer].map((word) => word[lang]),
      ...heads.map((one) => fill(inductionText.most[lang], { head: fill(inductionText.head[lang], { layer: one.layer, head: one.head }) })),
    ],
    rows: symbols.map((symbol, place) => {
      const { letter, share, truth } = atOr(answers, place, { letter: '', share: NaN, truth: undefined });
      return [
        place + 1,
        symbol,
        truth ?? '',
        `${letter} ${percent(share)}`,
        ...heads.map((one) => likeliestOf(rowOf(one, place, symbols.length)).label + 1),
      ];
    }),
  }),
  samples: {
    two: sample(2, 2, true),
    one: sample(1, 2, false, 0.2),
    eight: sample(2, 4, true),
    single: sample(2, 1, false, 0.5),
    broken: sample(2, 2, false, NaN),
    empty: { step: 0, symbols: [], answers: [], layers: 1, heads: [] },
  },
});
