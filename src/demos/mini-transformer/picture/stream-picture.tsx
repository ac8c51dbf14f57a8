/** The stream as bars that begin where the one before ended: what each part adds to the score of a symbol that may come next. */
import { useState } from 'preact/hooks';
import { fill, type Lang } from '../../../i18n/text';
import type { StreamPart } from '../../../ml/blueprint/stream-parts';
import { GridTouch } from '../../../views/parts/grid-touch';
import { coordinate, percentShort, short } from '../../../views/parts/ramp';
import { cut, textWidth } from '../../../views/parts/words';
import type { ViewProps } from '../../../views/view';
import { miniText } from '../words';
import type { StreamData } from './stream-data';

/** The chips of symbols, and where the bars begin. */
const CHIPS = 20;
const CHIP = 46;
const BARS = CHIPS + CHIP + 18;
const TALLEST = 22;

/** A part's name. @param blocks how many there are: of one, its number is not said. */
export function partName({ kind, block, head }: StreamPart, blocks: number, lang: Lang): string {
  const name = fill(miniText.parts[kind][lang], { head });
  return block === 0 || blocks === 1 ? name : fill(miniText.inBlock[lang], { block, name });
}

/** To two decimals, with its sign. */
function signed(value: number): string {
  const rounded = Number(value.toFixed(2)) + 0;
  return `${rounded > 0 ? '+' : ''}${short(rounded)}`;
}

export function StreamPicture({ data, lang, width, height, act }: ViewProps<StreamData>) {
  const [chosen, setChosen] = useState(0);
  const { parts, next, symbol, place } = data;
  const shown = Math.min(chosen, Math.max(0, next.length - 1));
  const one = next[shown];
  if (one === undefined) {
    return (
      <text x={0} y={12} class="gb-label">
        {cut(miniText.notAsked[lang], width)}
      </text>
    );
  }
  const blocks = Math.max(...parts.map(({ block }) => block));
  const names = parts.map((part) => partName(part, blocks, lang));
  const left = Math.max(...names.map(textWidth), textWidth(miniText.sum[lang])) + 12;
  const ends = one.added.reduce<number[]>((all, added) => [...all, (all.at(-1) ?? 0) + added], []);
  const finite = [0, ...ends].filter(Number.isFinite);
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  const scale = (width - left - 44) / Math.max(1e-6, most - least);
  const at = (value: number): number => left + (Number.isFinite(value) ? value - least : 0) * scale;
  const pitch = Math.min(TALLEST, (height - BARS) / (parts.length + 1));
  const chip = width / next.length;
  return (
    <g class="gb-mini-stream">
      <text x={0} y={12} class="gb-axis-name">
        {cut(fill(miniText.after[lang], { place, symbol }), width)}
      </text>
      {next.map(({ name, probability }, i) => (
        <g transform={`translate(${coordinate(i * chip)},${CHIPS})`} key={i}>
          <rect width={coordinate(chip - 4)} height={CHIP - 4} rx={4} class={i === shown ? 'gb-written-here' : 'gb-written-other'} />
          <text x={coordinate((chip - 4) / 2)} y={17} text-anchor="middle" class="gb-cell">
            {name}
          </text>
          <text x={coordinate((chip - 4) / 2)} y={34} text-anchor="middle" class="gb-label">
            {percentShort(probability)}
          </text>
        </g>
      ))}
      {act !== undefined && (
        <GridTouch
          x={0}
          y={CHIPS}
          cell={[chip, CHIP]}
          rows={1}
          columns={next.length}
          label={miniText.chooseNext[lang]}
          start={[0, shown]}
          onMove={([, column]) => setChosen(column)}
        />
      )}
      <text x={0} y={BARS - 6} class="gb-label">
        {cut(fill(miniText.adds[lang], { symbol: one.name }), width)}
      </text>
      <line x1={coordinate(at(0))} x2={coordinate(at(0))} y1={BARS} y2={coordinate(BARS + pitch * (parts.length + 1))} class="gb-axis" />
      {[...one.added, one.score].map((added, i) => {
        const whole = i === parts.length;
        const [from, to] = whole ? [0, added] : [ends[i - 1] ?? 0, ends[i] ?? 0];
        const [x, end] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))];
        return (
          <g transform={`translate(0,${coordinate(BARS + i * pitch)})`} key={i}>
            <text x={coordinate(left - 6)} y={coordinate(pitch / 2)} dy="0.35em" text-anchor="end" class={whole ? undefined : 'gb-label'}>
              {whole ? miniText.sum[lang] : names[i]}
            </text>
            <rect
              x={coordinate(x)}
              y={1}
              width={coordinate(Math.max(0.5, end - x))}
              height={coordinate(Math.max(2, pitch - 3))}
              fill={whole ? 'var(--gb-accent)' : added < 0 ? 'var(--gb-negative)' : 'var(--gb-positive)'}
            />
            <text x={coordinate(end + 4)} y={coordinate(pitch / 2)} dy="0.35em">
              {signed(added)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
