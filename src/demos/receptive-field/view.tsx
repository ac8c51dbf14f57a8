/** The input with what one output pixel sees framed and coloured by its gradient, the output to choose that pixel, and the stack layer by layer. */
import { fill, type Lang } from '../../i18n/text';
import { fieldSize, receptiveFields } from '../../ml/blueprint/receptive-field';
import { GridTouch } from '../../views/parts/grid-touch';
import { PixelGrid } from '../../views/parts/pixel-grid';
import { coordinate, short } from '../../views/parts/ramp';
import { textWidth } from '../../views/parts/words';
import { defineView, type ViewProps } from '../../views/view';
import { dataOf, isSeen, type Choice, type FieldData } from './seen';
import { layersOf, SIDE, stackNetwork } from './setting';
import { fieldText } from './words';

/** Name, window, output side, jump and field of every layer, the input first. */
function stackRows({ kernels, kinds }: FieldData, lang: Lang): string[][] {
  const network = stackNetwork({ kernels, kinds, activation: 'identity' });
  const fields = receptiveFields(network);
  const rows = layersOf({ kernels, kinds }).map(({ kind, size, stride, dilation, output }, i) => {
    const field = fields[`layer${i + 1}`]?.columns;
    const pools = kind === 'maxPool' || kind === 'averagePool';
    const name = pools ? fieldText[kind] : dilation > 1 ? fieldText.dilated : stride > 1 ? fieldText.strided : fieldText.plain;
    const window = fill(name[lang], { size, stride, dilation });
    return [String(i + 1), window, String(output), short(field?.stride ?? 0), short(field === undefined ? NaN : fieldSize(field))];
  });
  return [[fieldText.inputRow[lang], '', String(SIDE), '1', '1'], ...rows];
}

const HEAD = [fieldText.layer, fieldText.window, fieldText.side, fieldText.jump, fieldText.sees] as const;
/** The least distance between two columns; how much wider the bold words of the head are. */
const APART = 6;
const BOLD = 1.15;

/** Where the columns begin: each as wide as its longest cell, and what is left between them. A row's first cell may reach into an empty second one. */
function columnsOf(rows: readonly (readonly string[])[], x: number, width: number): readonly number[] {
  const widths = (rows[0] ?? []).map((_, c) =>
    Math.max(...rows.map((row, r) => (c === 0 && row[1] === '' ? 0 : textWidth(row[c] ?? '') * (r === 0 ? BOLD : 1)))),
  );
  const apart = Math.max(APART, (width - widths.reduce((sum, one) => sum + one, 0)) / Math.max(1, widths.length - 1));
  return widths.map((_, c) => coordinate(x + widths.slice(0, c).reduce((sum, one) => sum + one + apart, 0)));
}

function Stack({
  data,
  lang,
  x,
  y,
  width,
}: {
  readonly data: FieldData;
  readonly lang: Lang;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}) {
  // The layers are counted from 1; a head over them would be wider than their numbers.
  const rows = [['', ...HEAD.slice(1).map((text) => text[lang])], ...stackRows(data, lang)];
  const places = columnsOf(rows, x, width);
  return (
    <g>
      {rows.map((row, r) => (
        <g class={r === 0 ? 'gb-head' : ''} key={r}>
          {row.map((cell, c) => (
            <text x={places[c] ?? x} y={y + 18 * r} key={c}>
              {cell}
            </text>
          ))}
        </g>
      ))}
    </g>
  );
}

/** The frame around what is seen: every row and column between the first and the last, as far as they lie in the picture. */
function Frame({
  data: { seen },
  x,
  y,
  cell,
}: {
  readonly data: FieldData;
  readonly x: number;
  readonly y: number;
  readonly cell: number;
}) {
  const [top, bottom, left, right] = [seen.rows[0], seen.rows.at(-1), seen.columns[0], seen.columns.at(-1)];
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) return null;
  return (
    <rect
      x={coordinate(x + left * cell)}
      y={coordinate(y + top * cell)}
      width={coordinate((right - left + 1) * cell)}
      height={coordinate((bottom - top + 1) * cell)}
      class="gb-window"
    />
  );
}

/** The pixels seen, pale where nothing is known of their gradient: gaps of dilation stay empty. */
function shades({ seen, gradient }: FieldData): number[] {
  return gradient.map((slope, i) => {
    const visible = seen.rows.includes(Math.floor(i / SIDE)) && seen.columns.includes(i % SIDE);
    return visible ? Math.max(0.1, Math.min(1, slope)) : 0;
  });
}

function Picture({ data, lang, width, act }: ViewProps<FieldData>) {
  const narrow = width < 480;
  const cell = narrow ? 14.5 : 23;
  const right = narrow ? 236 : 372;
  const small = coordinate((narrow ? 100 : 150) / Math.max(4, ...data.outputs));
  const [rows, columns] = data.outputs;
  const [row, column] = data.asked;
  const table = narrow ? { x: 0, y: 276, width: 340 } : { x: 372, y: 226, width: 268 };
  return (
    <>
      <text x={0} y={14} class="gb-label">
        {fieldText.input[lang]}
      </text>
      <PixelGrid x={0} y={26} cell={cell} rows={SIDE} columns={SIDE} values={shades(data)} shade="var(--gb-gradient)" largest={1} />
      <Frame data={data} x={0} y={26} cell={cell} />
      {row >= 0 && row < SIDE && column >= 0 && column < SIDE && (
        <circle
          cx={coordinate((column + 0.5) * cell)}
          cy={coordinate(26 + (row + 0.5) * cell)}
          r={coordinate(cell * 0.36)}
          class="gb-asked"
        />
      )}
      {act !== undefined && (
        <GridTouch
          x={0}
          y={26}
          cell={cell}
          rows={SIDE}
          columns={SIDE}
          label={fieldText.inputKeys[lang]}
          start={data.middle}
          onPaint={(squares) => {
            const [r, c] = squares.at(-1) ?? data.middle;
            const kept = (offset: number): number => Math.max(-7, Math.min(7, offset));
            act({ kind: 'set', values: { down: kept(r - data.middle[0]), right: kept(c - data.middle[1]) } });
          }}
        />
      )}
      <text x={right} y={narrow ? 44 : 14} class="gb-label">
        {fill(fieldText.output[lang], { rows, columns })}
      </text>
      <g transform={`translate(0,${narrow ? 30 : 0})`}>
        <PixelGrid
          x={right}
          y={26}
          cell={small}
          rows={rows}
          columns={columns}
          values={Array.from({ length: rows * columns }, (_, i) => (i === data.at[0] * columns + data.at[1] ? 1 : 0))}
          shade="var(--gb-accent)"
          largest={1}
        />
        {act !== undefined && (
          <GridTouch
            x={right}
            y={26}
            cell={small}
            rows={rows}
            columns={columns}
            label={fieldText.outputKeys[lang]}
            start={data.at}
            onPaint={(squares) => {
              const [r, c] = squares.at(-1) ?? data.at;
              act({ kind: 'set', values: { row: r + 1, column: c + 1 } });
            }}
          />
        )}
      </g>
      <text x={right} y={narrow ? 184 : 200} class="gb-label">
        {fieldText.asked[lang]}
      </text>
      <Stack data={data} lang={lang} {...table} />
    </>
  );
}

function sample(kernels: readonly number[], kinds: readonly string[], more: Partial<Choice> = {}, level = 0.5): FieldData {
  const choice = { kernels, kinds, row: 8, column: 8, right: 3, down: 0, ...more };
  const gradient = new Array<number>(SIDE * SIDE).fill(level);
  return dataOf(20, choice, gradient, stackNetwork({ kernels, kinds, activation: 'identity' }));
}

export default defineView<FieldData>({
  title: fieldText.field,
  aspect: { wide: 0.6, narrow: 1.2 },
  wide: 640,
  reads: ['kernels', 'kinds', 'row', 'column', 'right', 'down'],
  read({ step, arrays, values }) {
    const numbers = (name: string): number[] | undefined => {
      const value = values[name];
      return Array.isArray(value) ? value.map(Number) : undefined;
    };
    const kernels = numbers('kernels');
    const kinds = values['kinds'];
    if (kernels === undefined || !Array.isArray(kinds)) return undefined;
    const number = (name: string): number => Number(values[name] ?? 0);
    const choice = {
      kernels,
      kinds: kinds.map(String),
      row: number('row'),
      column: number('column'),
      right: number('right'),
      down: number('down'),
    };
    return dataOf(step, choice, arrays['gradient']?.data, stackNetwork({ ...choice, activation: 'identity' }));
  },
  Picture,
  describe(data, lang) {
    const inside = isSeen(data);
    return fill(fieldText.now[lang], {
      step: data.step,
      layers: data.kernels.length,
      row: data.at[0],
      column: data.at[1],
      rows: data.seen.rows.length,
      columns: data.seen.columns.length,
      count: data.gradient.filter((slope) => slope > 0.1).length,
      inside: (inside ? fieldText.insideField : fieldText.outsideField)[lang],
      place: (inside ? fieldText.insidePlace : fieldText.outsidePlace)[lang],
    });
  },
  table: (data, lang) => ({ head: HEAD.map((text) => text[lang]), rows: stackRows(data, lang) }),
  samples: {
    usual: sample([3, 3, 3], ['plain']),
    mixed: sample(
      [5, 3, 2, 3, 1],
      ['plain', 'strided', 'maxPool', 'holes', 'averagePool'],
      { row: 1, column: 15, right: -7, down: 7 },
      NaN,
    ),
    bare: sample([], ['plain'], {}, 0),
  },
});
