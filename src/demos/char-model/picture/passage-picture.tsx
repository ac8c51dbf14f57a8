import { sequenceText } from '../../../i18n/sequences';
import type { Lang } from '../../../i18n/text';
import { fill } from '../../../i18n/text';
import distribution from '../../../views/distribution';
import { GridTouch } from '../../../views/parts/grid-touch';
import { coordinate, diverging, short } from '../../../views/parts/ramp';
import { cut, textWidth } from '../../../views/parts/words';
import type { ViewProps } from '../../../views/view';
import type { PassageData } from './reading-data';
import { charText } from '../words';

const LINE = 19;
/** Room for the mean above the passage. */
const TOP = 18;
/** Surprise at which the ground has its full colour, in bits. */
const FULL = 8;

/** The ground of a symbol. @param largest the value of the full colour. */
function groundOf({ colour }: PassageData, value: number, largest: number): string {
  if (!Number.isFinite(value)) return 'var(--gb-zero)';
  const share = Math.max(0, Math.min(1, Math.abs(value) / largest));
  if (colour === 'surprise') return `color-mix(in oklab, var(--gb-warn) ${Math.round(60 * share)}%, var(--gb-zero))`;
  if (colour === 'moved') return `color-mix(in oklab, var(--gb-gradient) ${Math.round(70 * share)}%, var(--gb-zero))`;
  return diverging(0.7 * Math.max(-1, Math.min(1, value / largest)));
}

function largestOf({ colour, shown }: PassageData): number {
  if (colour === 'surprise') return FULL;
  return Math.max(0, ...shown.filter(Number.isFinite).map(Math.abs)) || 1;
}

/** What the colours mean. */
function saidOf({ colour, unit }: PassageData, lang: Lang): string {
  if (colour === 'surprise' || colour === 'moved') return charText[colour][lang];
  const values = {
    unit: unit?.number ?? 0,
    trait: charText[colour][lang],
    correlation: short(Number((unit?.correlation ?? 0).toFixed(2))),
  };
  return fill(charText.unit[lang], values);
}

export function PassagePicture({ data, lang, width, height, id, act }: ViewProps<PassageData>) {
  const { symbols, surprise, shown, across, place, expected, step } = data;
  const cell = Math.min(26, width / across);
  const rows = Math.max(1, Math.ceil(symbols.length / across));
  const bottom = TOP + rows * LINE;
  const largest = largestOf(data);
  const mean = surprise.reduce((sum, one) => sum + one, 0) / Math.max(1, surprise.length);
  const head = fill(charText.mean[lang], { bits: short(mean), nats: short(mean * Math.LN2), perplexity: short(2 ** mean) });
  const signed = data.colour !== 'surprise' && data.colour !== 'moved';
  const ends = [signed ? short(-largest) : '0', short(largest)] as const;
  const [start, bar] = [textWidth(ends[0]) + 6, 48];
  const legend = start + bar + textWidth(ends[1]) + 14;
  return (
    <g class="gb-passage">
      <text x={0} y={10} class="gb-label">
        {cut(head, width)}
      </text>
      {symbols.map((symbol, i) => (
        <g transform={`translate(${coordinate((i % across) * cell)},${TOP + Math.floor(i / across) * LINE})`} key={i}>
          <rect width={coordinate(cell - 1)} height={LINE - 2} rx={2} fill={groundOf(data, shown[i] ?? NaN, largest)} />
          <text x={coordinate((cell - 1) / 2)} y={LINE / 2 - 0.5} dy="0.35em" text-anchor="middle" class="gb-cell">
            {symbol}
          </text>
        </g>
      ))}
      {place < symbols.length && (
        <rect
          x={coordinate((place % across) * cell - 1)}
          y={TOP + Math.floor(place / across) * LINE - 1}
          width={coordinate(cell + 1)}
          height={LINE}
          rx={3}
          class="gb-char-place"
        />
      )}
      {act !== undefined && symbols.length > 0 && (
        <GridTouch
          x={0}
          y={TOP}
          cell={[cell, LINE]}
          rows={rows}
          columns={across}
          label={charText.choosePlace[lang]}
          start={[Math.floor(place / across), place % across]}
          onMove={([row, column]) => {
            const chosen = row * across + column;
            if (chosen < symbols.length) act({ kind: 'set', values: { place: chosen + 1 } });
          }}
        />
      )}
      <g transform={`translate(0,${bottom + 6})`} class="gb-legend">
        <text x={0} y={9}>
          {ends[0]}
        </text>
        {Array.from({ length: 6 }, (_, i) => {
          const share = signed ? i / 2.5 - 1 : i / 5;
          return <rect x={start + (i * bar) / 6} width={bar / 6} height={11} fill={groundOf(data, share * largest, largest)} key={i} />;
        })}
        <text x={start + bar + 6} y={9}>
          {ends[1]}
        </text>
        <text x={legend} y={9}>
          {cut(saidOf(data, lang), width - legend)}
        </text>
      </g>
      <text x={0} y={bottom + 40} class="gb-label">
        {cut(expected === undefined ? sequenceText.notAsked[lang] : charText.expected[lang], width)}
      </text>
      {expected !== undefined && (
        <g transform={`translate(0,${bottom + 48})`}>
          <distribution.Picture
            data={{ step, symbols: expected.symbols, shares: expected.shares, truth: expected.truth, most: 6 }}
            lang={lang}
            width={width}
            height={Math.max(40, height - bottom - 48)}
            id={`${id}-expected`}
          />
        </g>
      )}
    </g>
  );
}
