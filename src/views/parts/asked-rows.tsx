/** Sequences that differ in one symbol, one below the other, and what each of several networks answers on them. */
import { fill } from '../../i18n/text';
import { likeliestIn, type Likeliest } from './likeliest';
import { coordinate, percent } from './ramp';
import { symbolsOf } from './symbols';
import type { ViewArray } from '../view';
import { at } from '../../base/at';

/** What one network answers on one row. */
export interface RowAnswer {
  readonly letter: string;
  readonly share: number;
  readonly right: boolean;
}

export interface AskedRows {
  /** What each row shows, symbol by symbol. */
  readonly rows: readonly (readonly string[])[];
  /** The true answer of each row. */
  readonly truths: readonly string[];
  /** By network, then by row. */
  readonly answers: readonly (readonly RowAnswer[])[];
}

/** Where the rows and columns stand, in units. */
export interface RowsLayout {
  /** Width of a symbol, of all symbols, and of a network's column. */
  readonly cell: number;
  readonly across: number;
  readonly column: number;
  /** Under the last row. */
  readonly bottom: number;
}

/** Above the rows: names of the columns. */
const TOP = 22;
/** One row, and its boxes. */
const PITCH = 30;
const BOX = PITCH - 8;

/** Places for rows of this length beside so many networks. */
export function rowsLayout({ rows, answers }: AskedRows, width: number): RowsLayout {
  const length = rows[0]?.length ?? 0;
  const column = width < 420 ? 58 : 84;
  const cell = Math.min(30, (width - answers.length * column) / Math.max(1, length));
  return { cell, across: length * cell, column, bottom: TOP + rows.length * PITCH };
}

/** An answer as a picture says it. @param letters names of the classes. @param truth the right one's number. */
export function rowAnswer({ label, share }: Likeliest, letters: readonly string[], truth: number): RowAnswer {
  return { letter: letters[label] ?? '', share, right: label === truth };
}

/**
 * Rows out of a frame's arrays.
 * @param codes [rows, places], code points. @param letters [classes], code points of the answers. @param answers [networks, rows, classes],
 * probabilities. @param truths [rows], numbers of the right classes.
 */
export function askedRowsOf(codes: ViewArray, letters: ViewArray, answers: ViewArray, truths: readonly number[]): AskedRows {
  const [count, length] = [at(codes.shape, 0), at(codes.shape, 1)];
  const symbols = symbolsOf(codes);
  const names = symbolsOf(letters);
  const all = Array.from({ length: count }, (_, row) => row);
  return {
    rows: all.map((row) => symbols.slice(row * length, (row + 1) * length)),
    truths: all.map((row) => names[truths[row] ?? -1] ?? ''),
    answers: Array.from({ length: at(answers.shape, 0) }, (_, lane) =>
      all.map((row) => rowAnswer(likeliestIn(answers, lane, row), names, truths[row] ?? -1)),
    ),
  };
}

/** How many rows each network answers right. */
export function rightRows({ answers }: AskedRows): readonly number[] {
  return answers.map((one) => one.filter(({ right }) => right).length);
}

/** The rows as a table: what is read, the true answer, and each network's with its probability. @param head words of the first two. */
export function rowsTable({ rows, truths, answers }: AskedRows, head: readonly [string, string], names: readonly string[]) {
  return {
    head: [...head, ...names],
    rows: rows.map((symbols, row) => [
      symbols.join(''),
      truths[row] ?? '',
      ...answers.map((one) => {
        const { letter = '', share = NaN } = one[row] ?? {};
        return `${letter} ${percent(share)}`;
      }),
    ]),
  };
}

function Answer({ answer: { letter, share, right }, width }: { readonly answer: RowAnswer; readonly width: number }) {
  const tone = right ? 'var(--gb-good)' : 'var(--gb-warn)';
  const mark = right ? '✓' : '✗';
  return (
    <>
      <rect width={width} height={BOX} rx={3} fill={`color-mix(in oklab, ${tone} 22%, var(--gb-zero))`} />
      <text x={width / 2} y={BOX / 2} dy="0.35em" text-anchor="middle" class="gb-cell">
        {width < 54 ? `${letter} ${mark}` : `${letter} ${percent(share)} ${mark}`}
      </text>
    </>
  );
}

interface Props {
  readonly data: AskedRows;
  readonly layout: RowsLayout;
  /** What the rows are, and the networks' names. */
  readonly title: string;
  readonly names: readonly string[];
  /** Place at which the answer is due, framed; none where it is the last. */
  readonly asked?: number | undefined;
}

/** The symbol in which the rows differ is coloured. */
export function Rows({ data: { rows, answers }, layout: { cell, across, column }, title, names, asked }: Props) {
  const differs = (place: number): boolean => rows.some((row) => row[place] !== rows[0]?.[place]);
  return (
    <>
      <text x={0} y={13} class="gb-axis-name">
        {title}
      </text>
      {(rows.length > 0 ? names : []).map((name, i) => (
        <text x={coordinate(across + (i + 0.5) * column)} y={13} text-anchor="middle" class="gb-label" key={name}>
          {name}
        </text>
      ))}
      {rows.map((symbols, row) => (
        <g transform={`translate(0,${TOP + row * PITCH})`} key={row}>
          {symbols.map((symbol, place) => (
            <g transform={`translate(${coordinate(place * cell)},0)`} key={place}>
              <rect
                width={coordinate(Math.max(1, cell - 2))}
                height={BOX}
                rx={2}
                fill={differs(place) ? 'color-mix(in oklab, var(--gb-attention) 45%, var(--gb-zero))' : 'var(--gb-zero)'}
              />
              {place === asked && <rect width={coordinate(Math.max(1, cell - 2))} height={BOX} rx={2} class="gb-unit-frame" />}
              <text x={coordinate((cell - 2) / 2)} y={BOX / 2} dy="0.35em" text-anchor="middle" class="gb-cell">
                {symbol}
              </text>
            </g>
          ))}
          {answers.map((one, i) => {
            const answer = one[row];
            if (answer === undefined) return null;
            return (
              <g transform={`translate(${coordinate(across + i * column + 3)},0)`} key={i}>
                <Answer answer={answer} width={column - 6} />
              </g>
            );
          })}
        </g>
      ))}
    </>
  );
}

/** "Step 20: 4 rows …" with the right answers of each network, by the names in the sentence. */
export function saidOfRows(sentence: string, step: number, data: AskedRows, lanes: readonly string[]): string {
  const right = rightRows(data);
  return fill(sentence, { step, rows: data.rows.length, ...Object.fromEntries(lanes.map((lane, i) => [lane, right[i] ?? 0])) });
}
