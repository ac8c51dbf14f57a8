/**
 * Sequences of symbols, each on a ground that says how large its value is: how much it surprised a model, how much of an answer it moved.
 * Options: `symbols` (array of code points [rows, length]), `values` (array of as many numbers, 0 and larger), `largest` (the value of the
 * full colour; the largest there is unless told), `unit` (a key of the words of sequences: `surprise`, `probability`, ...), `due` (array
 * of 0 and 1: where an answer is due, framed), `rows` (names of the rows: a list, or an array of code points).
 */
import { at } from '../base/at';
import { fill } from '../i18n/text';
import { sequenceText, sequenceWord } from '../i18n/sequences';
import { coordinate, short } from './parts/ramp';
import { namesOf, symbolsOf, wordOption } from './parts/symbols';
import { textWidth } from './parts/words';
import { defineView, type ViewProps } from './view';

interface StripRow {
  readonly name: string;
  readonly symbols: readonly string[];
  /** NaN where there is none. */
  readonly values: readonly number[];
  readonly due: readonly boolean[];
}

interface StripData {
  readonly step: number;
  readonly rows: readonly StripRow[];
  readonly named: boolean;
  readonly largest: number;
  readonly unit: string;
}

/** Height of a line of symbols and of the scale under them, in units. */
const LINE = 24;
const SCALE = 30;
/** A wide character and its margin. */
const CELL = 15;

function toneOf(value: number, largest: number): string {
  if (!Number.isFinite(value)) return 'var(--gb-zero)';
  return `color-mix(in oklab, var(--gb-warn) ${Math.round(60 * Math.max(0, Math.min(1, value / largest)))}%, var(--gb-zero))`;
}

/** Cells of the rows, broken into lines where one is longer than the picture is wide; only what there is room for. */
function linesOf({ rows, named }: StripData, width: number, height: number) {
  const left = named ? Math.min(width / 3, Math.max(4, ...rows.map(({ name }) => textWidth(name))) + 10) : 0;
  const longest = Math.max(1, ...rows.map(({ symbols }) => symbols.length));
  const cell = Math.min(30, Math.max(CELL, (width - left) / longest));
  const across = Math.max(1, Math.floor((width - left) / cell));
  const room = Math.max(1, Math.floor((height - SCALE) / LINE));
  const lines = rows.flatMap((row) =>
    Array.from({ length: Math.max(1, Math.ceil(row.symbols.length / across)) }, (_, i) => ({ row, start: i * across })),
  );
  return { left, cell, across, lines: lines.slice(0, room) };
}

function Picture({ data, lang, width, height }: ViewProps<StripData>) {
  const { left, cell, across, lines } = linesOf(data, width, height);
  const bottom = lines.length * LINE;
  const unit = sequenceWord(data.unit, lang);
  const ends = [`0`, short(data.largest)] as const;
  const bar = 60;
  const start = textWidth(ends[0]) + 6;
  const framed = data.rows.some(({ due }) => due.some(Boolean)) ? sequenceText.answered[lang] : '';
  const legend = start + bar + 6 + textWidth(ends[1]) + 12;
  return (
    <g class="gb-token-strip">
      {lines.map(({ row, start: first }, line) => (
        <g transform={`translate(0,${line * LINE})`} key={`${row.name}-${line}`}>
          {data.named && first === 0 && (
            <text x={left - 8} y={LINE / 2} dy="0.35em" text-anchor="end" class="gb-label">
              {row.name}
            </text>
          )}
          {row.symbols.slice(first, first + across).map((symbol, i) => {
            const at = first + i;
            return (
              <g transform={`translate(${coordinate(left + i * cell)},0)`} key={at}>
                <rect width={coordinate(cell - 1)} height={LINE - 3} rx={2} fill={toneOf(row.values[at] ?? NaN, data.largest)} />
                {row.due[at] === true && <rect width={coordinate(cell - 1)} height={LINE - 3} rx={2} class="gb-unit-frame" />}
                <text x={coordinate((cell - 1) / 2)} y={LINE / 2 - 1} dy="0.35em" text-anchor="middle" class="gb-cell">
                  {symbol}
                </text>
              </g>
            );
          })}
        </g>
      ))}
      <g transform={`translate(0,${bottom + 8})`} class="gb-legend">
        <text x={0} y={9}>
          {ends[0]}
        </text>
        {Array.from({ length: 6 }, (_, i) => (
          <rect x={start + (i * bar) / 6} width={bar / 6} height={11} fill={toneOf(i / 5, 1)} key={i} />
        ))}
        <text x={start + bar + 6} y={9}>
          {ends[1]}
        </text>
        <text x={legend} y={9}>
          {unit}
        </text>
        {framed !== '' && legend + textWidth(unit) + 16 + textWidth(framed) <= width && (
          <text x={width} y={9} text-anchor="end">
            {framed}
          </text>
        )}
      </g>
    </g>
  );
}

/** The place with the largest value. */
function peakOf({ rows }: StripData): { readonly symbol: string; readonly value: number } | undefined {
  const all = rows.flatMap(({ symbols, values }) => symbols.map((symbol, i) => ({ symbol, value: values[i] ?? NaN })));
  const known = all.filter(({ value }) => Number.isFinite(value));
  return known.reduce<(typeof known)[number] | undefined>(
    (best, one) => (best === undefined || one.value > best.value ? one : best),
    undefined,
  );
}

const row = (text: string, values: readonly number[], name = '', due: readonly boolean[] = []): StripRow => ({
  name,
  symbols: [...text],
  values,
  due,
});

export default defineView<StripData>({
  title: sequenceText.tokenStrip,
  aspect: { wide: 0.36, narrow: 0.6 },
  read({ step, arrays }, options) {
    const codes = arrays[String(options['symbols'])];
    const values = arrays[String(options['values'])];
    if (codes === undefined || values === undefined) return undefined;
    const [count, length] = [at(codes.shape, 0), at(codes.shape, 1)];
    const due = arrays[String(options['due'])];
    const named = options['rows'] !== undefined;
    const names = namesOf(options['rows'], arrays, count);
    const symbols = symbolsOf(codes);
    const rows = names.map((name, i) => {
      const of = <T,>(all: ArrayLike<T>): T[] => Array.from(all).slice(i * length, (i + 1) * length);
      return { name, symbols: of(symbols), values: of(values.data), due: due === undefined ? [] : of(due.data).map((one) => one === 1) };
    });
    const known = Array.from(values.data).filter(Number.isFinite);
    const largest = typeof options['largest'] === 'number' ? options['largest'] : Math.max(0, ...known) || 1;
    return { step, rows, named, largest, unit: wordOption(options['unit'], 'value') };
  },
  Picture,
  describe(data, lang) {
    const { step, rows } = data;
    const values = rows.flatMap((one) => one.values.filter(Number.isFinite));
    const count = rows.reduce((sum, { symbols }) => sum + symbols.length, 0);
    const peak = peakOf(data);
    if (count === 0) return fill(sequenceText.stripEmpty[lang], { step });
    return fill(sequenceText.stripNow[lang], {
      step,
      rows: rows.length,
      count,
      mean: short(values.reduce((sum, value) => sum + value / Math.max(1, values.length), 0)),
      largest: short(peak?.value ?? NaN),
      symbol: peak?.symbol ?? '',
    });
  },
  table: (data, lang) => ({
    head: [sequenceText.row[lang], sequenceText.position[lang], sequenceText.symbol[lang], sequenceWord(data.unit, lang)],
    rows: data.rows.flatMap(({ name, symbols, values }) => symbols.map((symbol, i) => [name, i + 1, symbol, short(values[i] ?? NaN)])),
  }),
  samples: {
    cues: {
      step: 200,
      named: true,
      largest: 2,
      unit: 'surprise',
      rows: [
        row('A··x··?', [0, 0, 0, 0, 0, 0, 1.9], 'A', [false, false, false, false, false, false, true]),
        row('B··x··?', [0, 0, 0, 0, 0, 0, 0.05], 'B', [false, false, false, false, false, false, true]),
      ],
    },
    long: {
      step: 1,
      named: false,
      largest: 6,
      unit: 'surprise',
      rows: [
        row(
          '床前明月光⏎疑是地上霜⏎'.repeat(20),
          Array.from({ length: 240 }, (_, i) => i % 7),
        ),
      ],
    },
    broken: { step: 1, named: false, largest: 1, unit: 'probability', rows: [row('ab', [NaN, Infinity])] },
    empty: { step: 0, named: false, largest: 1, unit: 'value', rows: [] },
  },
});
