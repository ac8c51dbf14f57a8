/** A line of the strip: the symbols read, the states, what is said next, and the line as it is written alone. */
import type { Lang } from '../../../i18n/text';
import { GridTouch } from '../../../views/parts/grid-touch';
import { PixelMap } from '../../../views/parts/pixel-map';
import { shareOf } from '../../../views/parts/pointing';
import { coordinate } from '../../../views/parts/ramp';
import type { ViewAction } from '../../../views/view';
import { unrolledText } from '../words';
import { LEFT, ROW, type Layout } from './layout';
import type { LineView } from './line-data';

interface SymbolProps {
  readonly symbol: string;
  readonly x: number;
  readonly y: number;
  readonly cell: number;
  /** Its ground: plain, or whether it is as it should be. */
  readonly tone?: 'right' | 'wrong' | undefined;
  /** How strong the ground is, from 0 to 1. */
  readonly share?: number;
}

function Symbol({ symbol, x, y, cell, tone, share = 1 }: SymbolProps) {
  const colour = tone === 'wrong' ? 'var(--gb-warn)' : 'var(--gb-good)';
  const strength = tone === undefined ? 0 : Math.round(8 + 34 * (Number.isFinite(share) ? share : 0));
  return (
    <>
      <rect
        x={coordinate(x)}
        y={coordinate(y)}
        width={coordinate(Math.max(1, cell - 1))}
        height={ROW - 2}
        rx={2}
        fill={`color-mix(in oklab, ${colour} ${strength}%, var(--gb-zero))`}
      />
      <text
        x={coordinate(x + (cell - 1) / 2)}
        y={coordinate(y + ROW / 2 - 1)}
        dy="0.35em"
        text-anchor="middle"
        class={tone === 'wrong' ? 'gb-cell gb-wrong' : 'gb-cell'}
      >
        {symbol}
      </text>
    </>
  );
}

interface LineProps {
  readonly data: LineView;
  readonly layout: Layout;
  readonly lang: Lang;
  /** Number of this line of the strip. */
  readonly number: number;
  readonly act: ((action: ViewAction) => void) | undefined;
}

export function StripLine({ data, layout: { cell, across, tall, pitch }, lang, number, act }: LineProps) {
  const { symbols, line, states, says, alone, given, resets, place, unit } = data;
  const from = number * across;
  const places = line.slice(from, from + across).map((_, i) => from + i);
  const steps = places.filter((i) => i < states.length);
  const units = data.states[0]?.length ?? 1;
  const x = (i: number): number => (i - from) * cell;
  const name = (i: number | undefined): string => symbols[i ?? -1] ?? '';
  const [below, own] = [ROW + tall, ROW + tall + ROW];
  const choose = (column: number, more: Readonly<Record<string, number>> = {}): void =>
    act?.({ kind: 'set', values: { place: from + column + 1, ...more } });
  const here = place >= from && place < from + across;
  const rows = [
    [unrolledText.reads, 0],
    [unrolledText.state, ROW + tall / 2 - ROW / 2],
    [unrolledText.says, below],
    [unrolledText.alone, own],
  ] as const;
  return (
    <g transform={`translate(0,${coordinate(number * pitch)})`}>
      {rows.map(([text, y]) => (
        <text x={0} y={coordinate(y + ROW / 2 - 1)} dy="0.35em" class="gb-label" key={text.en}>
          {text[lang]}
        </text>
      ))}
      <g transform={`translate(${LEFT},0)`}>
        {places.map((i) => (
          <Symbol symbol={name(line[i])} x={x(i)} y={0} cell={cell} key={i} />
        ))}
        {steps.length > 0 && (
          <PixelMap
            values={Array.from({ length: units }, (_, j) => steps.map((i) => states[i]?.[j] ?? NaN)).flat()}
            columns={steps.length}
            x={0}
            y={ROW}
            width={steps.length * cell}
            height={tall - 3}
            scale={1}
          />
        )}
        {steps.map((i) => (
          <Symbol
            symbol={name(says[i]?.label)}
            x={x(i)}
            y={below}
            cell={cell}
            tone={says[i]?.label === line[i + 1] ? 'right' : 'wrong'}
            share={says[i]?.share ?? NaN}
            key={i}
          />
        ))}
        {places.map((i) => (
          <Symbol
            symbol={name(alone[i])}
            x={x(i)}
            y={own}
            cell={cell}
            tone={i < given ? undefined : alone[i] === line[i] ? 'right' : 'wrong'}
            key={i}
          />
        ))}
        {resets.flatMap((i) =>
          i > 0 && i >= from && i < from + across ? (
            <path
              d={`M${coordinate(x(i) - 0.5)},${ROW - 2}V${coordinate(below - 1)}`}
              stroke="var(--gb-attention)"
              stroke-width={2.5}
              key={i}
            />
          ) : (
            []
          ),
        )}
        {here && (
          <g class="gb-square-marked">
            <rect x={coordinate(x(place) - 1)} y={-1} width={coordinate(cell + 1)} height={coordinate(own)} rx={3} />
            <rect
              x={coordinate(x(place))}
              y={coordinate(ROW + (unit * (tall - 3)) / units)}
              width={coordinate(cell - 1)}
              height={coordinate((tall - 3) / units)}
            />
          </g>
        )}
        {act !== undefined && steps.length > 0 && (
          <>
            <rect
              width={coordinate(steps.length * cell)}
              height={coordinate(own + ROW)}
              fill="transparent"
              cursor="pointer"
              onClick={(event) => {
                const share = shareOf(event);
                if (share !== undefined) choose(Math.min(steps.length - 1, Math.floor(share[0] * steps.length)));
              }}
            />
            <GridTouch
              x={0}
              y={ROW}
              cell={[cell, (tall - 3) / units]}
              rows={units}
              columns={steps.length}
              label={unrolledText.units[lang]}
              start={[unit, here ? place - from : 0]}
              onMove={([row, column]) => choose(column, { unit: row + 1 })}
            />
          </>
        )}
      </g>
    </g>
  );
}
