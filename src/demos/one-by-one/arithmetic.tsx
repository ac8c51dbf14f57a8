/** The dense layer written out at one pixel: channels before down the side, weights between, sums below, the convolution's own numbers last. */
import { oneByOneText as words } from './words';
import { fill, type Lang } from '../../i18n/text';
import { diverging, short } from '../../views/parts/ramp';
import { textWidth } from '../../views/parts/words';
import type { PixelData } from './pixel';

interface ArithmeticProps {
  readonly data: PixelData;
  readonly pixel: number;
  readonly y: number;
  readonly width: number;
  readonly lang: Lang;
}

const ROW = 21;
const NAMES = 62;
const FIRST = 44;

/** As many decimals as fit a cell, two at most. */
function cell(value: number, room: number): string {
  if (!Number.isFinite(value)) return short(value);
  const written = [2, 1, 0].map((decimals) => value.toFixed(decimals).replace('-', '−'));
  return written.find((text) => textWidth(text) <= room) ?? short(value);
}

export function Arithmetic({ data, pixel, y, width, lang }: ArithmeticProps) {
  const { before, kernel, bias } = data;
  const here = (channels: PixelData['after']): number[] => channels.map((values) => values[pixel] ?? NaN);

  const column = Math.min(46, (width - NAMES - FIRST) / Math.max(1, bias.length));
  const weight = kernel.flat().reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 1e-6);
  const at = (o: number): number => NAMES + FIRST + o * column;
  const line = (row: number, name: string, numbers: readonly number[], kind: string) => (
    <g class={kind}>
      <text x={NAMES + FIRST - 8} y={y + row * ROW + 15} text-anchor="end">
        {name}
      </text>
      {numbers.map((value, o) => (
        <text x={at(o) + column / 2} y={y + row * ROW + 15} text-anchor="middle" key={o}>
          {cell(value, column - 4)}
        </text>
      ))}
    </g>
  );
  const same = fill(words.same[lang], { difference: short(data.difference) });
  const last = kernel.length;
  return (
    <g class="gb-arithmetic">
      {kernel.map((weights, i) => (
        <g key={i}>
          <text x={NAMES - 8} y={y + i * ROW + 15} text-anchor="end">{`h${i + 1}`}</text>
          <text x={NAMES + FIRST - 8} y={y + i * ROW + 15} text-anchor="end" class="gb-node-value">
            {cell(before[i]?.[pixel] ?? NaN, FIRST - 8)}
          </text>
          {weights.map((value, o) => (
            <g key={o}>
              <rect x={at(o)} y={y + i * ROW} width={column - 2} height={ROW - 2} fill={diverging((0.8 * value) / weight)} />
              <text x={at(o) + column / 2 - 1} y={y + i * ROW + 14} text-anchor="middle" class="gb-cell">
                {cell(value, column - 4)}
              </text>
            </g>
          ))}
        </g>
      ))}
      {line(last, `+ ${words.bias[lang]}`, bias, 'gb-row')}
      <line x1={NAMES} x2={at(bias.length)} y1={y + (last + 1) * ROW + 1} y2={y + (last + 1) * ROW + 1} class="gb-axis" />
      {line(last + 1, words.dense[lang], here(data.dense), 'gb-head')}
      {line(last + 2, words.convolution[lang], here(data.after), 'gb-head')}
      <text x={Math.max(0, Math.min(NAMES + FIRST, width - textWidth(same)))} y={y + (last + 3) * ROW + 14}>
        {same}
      </text>
    </g>
  );
}
