/** A head at work on the reader's words: whom the place followed hears, its scores and weights, and where each number came from. */
import { useState } from 'preact/hooks';
import { fill } from '../../../i18n/text';
import { GridTouch } from '../../../views/parts/grid-touch';
import { largestOf } from '../../../views/parts/pixel-grid';
import { PixelMap } from '../../../views/parts/pixel-map';
import { attentionShade, coordinate } from '../../../views/parts/ramp';
import { cut } from '../../../views/parts/words';
import type { ViewProps } from '../../../views/view';
import { miniText } from '../words';
import { scoreOf, type HeadData } from './inside-data';
import { NumberPanel, ORIGIN, PANEL } from './number-panel';

/** Height of the words' boxes, and where they and the matrices begin. */
const BOX = 20;
const TEXT = 20;
const MATRICES = TEXT + BOX + 24;
/** Between the two matrices. */
const GAP = 12;
/** So wide, the numbers stand beside the matrices, and row and column below both. */
const WIDE = 480;
/** The share of it that the matrices take: the numbers have room for their digits. */
const NARROWED = 0.46;

/** The words, each on the ground of how much the place followed hears it. */
function Words({ data, width, asked }: { readonly data: HeadData; readonly width: number; readonly asked: number }) {
  const { symbols, weights, place } = data;
  const cell = width / Math.max(1, symbols.length);
  const frame = (at: number, tone: string) => (
    <rect x={coordinate(at * cell - 0.5)} y={TEXT - 1} width={coordinate(cell)} height={BOX + 2} rx={3} class={tone} />
  );
  return (
    <g>
      {symbols.map((symbol, i) => (
        <g transform={`translate(${coordinate(i * cell)},${TEXT})`} key={i}>
          <rect width={coordinate(Math.max(1, cell - 1))} height={BOX} rx={2} fill={attentionShade(weights[place]?.[i])} />
          {cell >= 8 && (
            <text x={coordinate((cell - 1) / 2)} y={BOX / 2} dy="0.35em" text-anchor="middle" class="gb-cell">
              {symbol}
            </text>
          )}
        </g>
      ))}
      {frame(asked, 'gb-mini-asked')}
      {frame(place, 'gb-mini-place')}
    </g>
  );
}

export function HeadPicture({ data, lang, width, height, act }: ViewProps<HeadData>) {
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const { symbols, place, weights, causal, block, head } = data;
  const count = symbols.length;
  if (count === 0) {
    return (
      <text x={0} y={12} class="gb-label">
        {cut(miniText.notAsked[lang], width)}
      </text>
    );
  }
  const furthest = causal ? place : count - 1;
  const heard = weights[place] ?? [];
  const loudest = heard.reduce((best, one, i) => (i <= furthest && one > (heard[best] ?? 0) ? i : best), 0);
  const asked = Math.min(chosen ?? loudest, furthest);
  const wide = width >= WIDE;
  const side = Math.min((wide ? NARROWED * width : width) / 2 - GAP / 2, height - MATRICES - (wide ? ORIGIN + 8 : PANEL));
  const cell = side / count;
  const right = wide ? side + GAP : width - side;
  const beside = 2 * (side + GAP);
  const panel = wide
    ? { x: beside, y: MATRICES - 16, width: width - beside, origin: { x: -beside, y: side + 22, width } }
    : { x: 0, y: MATRICES + side + 6, width, origin: { x: 0, y: PANEL - ORIGIN - 4, width } };
  const scores = symbols.flatMap((_, i) => symbols.map((__, j) => (causal && j > i ? 0 : scoreOf(data, i, j))));
  const choose = ([row, column]: readonly [number, number]): void => {
    setChosen(column);
    if (row !== place) act?.({ kind: 'set', values: { place: row + 1 } });
  };
  const matrix = (x: number, name: string, drawn: 'scores' | 'weights') => (
    <g>
      <text x={x} y={MATRICES - 6} class="gb-label">
        {cut(name, side)}
      </text>
      <PixelMap
        x={x}
        y={MATRICES}
        width={side}
        columns={count}
        values={drawn === 'scores' ? scores : weights.flat()}
        scale={drawn === 'scores' ? 1.25 * largestOf(scores) : 1}
        {...(drawn === 'weights' ? { colour: attentionShade } : {})}
      />
      {causal && (
        <path
          d={`M${coordinate(x + cell)} ${MATRICES}H${coordinate(x + side)}V${coordinate(MATRICES + side - cell)}${Array.from({ length: count - 1 }, (_, i) => `H${coordinate(x + (count - 1 - i) * cell)}V${coordinate(MATRICES + (count - 2 - i) * cell)}`).join('')}Z`}
          class="gb-mini-hidden"
        />
      )}
      <rect x={x} y={coordinate(MATRICES + place * cell)} width={coordinate(side)} height={coordinate(cell)} class="gb-mini-place" />
      <rect x={coordinate(x + asked * cell)} y={MATRICES} width={coordinate(cell)} height={coordinate(side)} class="gb-mini-asked" />
      {act !== undefined && (
        <GridTouch
          x={x}
          y={MATRICES}
          cell={cell}
          rows={count}
          columns={count}
          label={`${name} (${miniText.keysMatrix[lang]})`}
          start={[place, asked]}
          onMove={choose}
        />
      )}
    </g>
  );
  return (
    <g class="gb-mini-head">
      <text x={0} y={12} class="gb-axis-name">
        {cut(fill(miniText.heard[lang], { place: place + 1, symbol: symbols[place] ?? '', block, head }), width)}
      </text>
      <Words data={data} width={width} asked={asked} />
      {act !== undefined && (
        <GridTouch
          x={0}
          y={TEXT}
          cell={[width / count, BOX]}
          rows={1}
          columns={count}
          label={miniText.choosePlace[lang]}
          start={[0, place]}
          onMove={([, column]) => act({ kind: 'set', values: { place: column + 1 } })}
        />
      )}
      {matrix(0, fill(miniText.scores[lang], { width: data.query[0]?.length ?? 0 }), 'scores')}
      {matrix(right, miniText.weights[lang], 'weights')}
      <g transform={`translate(${coordinate(panel.x)},${coordinate(panel.y)})`}>
        <NumberPanel data={data} lang={lang} width={panel.width} origin={panel.origin} asked={asked} touched={act !== undefined} />
      </g>
    </g>
  );
}
