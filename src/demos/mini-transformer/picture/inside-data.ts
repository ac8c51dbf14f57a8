/** One head, opened: all that stands in it while the network reads the reader's words, and the arithmetic between. */
import { at } from '../../../base/at';
import { symbolsOf } from '../../../views/parts/symbols';
import type { ViewArray, ViewSource } from '../../../views/view';

/** What a head makes of the stream, in the order in which the answer holds their kernels; and what it brings back. */
export const PROJECTIONS = ['query', 'key', 'value'] as const;
export type Projection = (typeof PROJECTIONS)[number];

export interface HeadData {
  readonly part: 'head';
  readonly step: number;
  readonly block: number;
  readonly head: number;
  /** Symbols that are read, a place each, and the place that is followed, from 0. */
  readonly symbols: readonly string[];
  readonly place: number;
  /** No place hears those behind it. */
  readonly causal: boolean;
  /** Queries and keys have been turned by their places: they are no longer what the kernels made. */
  readonly turned: boolean;
  /** By place: what attention is given. */
  readonly reads: readonly (readonly number[])[];
  /** By place: numbers of this head. */
  readonly query: readonly (readonly number[])[];
  readonly key: readonly (readonly number[])[];
  readonly value: readonly (readonly number[])[];
  readonly out: readonly (readonly number[])[];
  /** By the place that asks, by the place that is asked. */
  readonly weights: readonly (readonly number[])[];
  /** By projection, by unit of this head: its column of the kernel. */
  readonly columns: Readonly<Record<Projection, readonly (readonly number[])[]>>;
}

/** Σ a b. */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, one, i) => sum + one * (b[i] ?? NaN), 0);
}

/** q·k / √width: how well a place answers another, before any mask. */
export function scoreOf({ query, key }: Pick<HeadData, 'query' | 'key'>, asks: number, asked: number): number {
  const q = query[asks] ?? [];
  return dot(q, key[asked] ?? []) / Math.sqrt(q.length);
}

/** Rows of a block of an array, a row a place, from column `from`. */
function rowsOf(array: ViewArray, block: number, places: number, from: number, width: number): number[][] {
  const [rows, columns] = [at(array.shape, 1), at(array.shape, 2)];
  const numbers = Array.from(array.data);
  return Array.from({ length: places }, (_, row) => {
    const start = (block * rows + row) * columns + from;
    return numbers.slice(start, start + width);
  });
}

/** The symbols of the answer `inside`, of which the first `count` are the reader's. */
export function openedSymbols({ arrays, answers }: ViewSource): readonly string[] {
  const { symbols, count } = answers?.['inside']?.arrays ?? {};
  const { letters } = arrays;
  if (symbols === undefined || count === undefined || letters === undefined) return [];
  const names = symbolsOf(letters);
  return Array.from(symbols.data, (symbol) => names[symbol] ?? '□').slice(0, Number(count.data[0]));
}

/** One head at what it was last asked; undefined where nothing has been asked, or it is not of that run. */
export function headOf(source: ViewSource): HeadData | undefined {
  const { values, step, answers } = source;
  const answer = answers?.['inside'];
  const { reads, queries, keys, values: said, heads, weights, kernels, place } = answer?.arrays ?? {};
  if (answer === undefined || reads === undefined || queries === undefined || keys === undefined || said === undefined) return undefined;
  if (heads === undefined || weights === undefined || kernels === undefined) return undefined;
  const [blocks, count, length] = [at(weights.shape, 0), at(weights.shape, 1), at(weights.shape, 3)];
  const width = at(reads.shape, 2);
  const each = width / count;
  const block = Math.max(0, Math.min(blocks, Number(values['block'] ?? 1)) - 1);
  const head = Math.max(0, Math.min(count, Number(values['head'] ?? 1)) - 1);
  const symbols = openedSymbols(source);
  const causal = values['mask'] !== false;
  const places = symbols.length;
  const own = (array: ViewArray): number[][] => rowsOf(array, block, places, head * each, each);
  const [matrix, kernel] = [Array.from(weights.data), Array.from(kernels.data)];
  const byProjection = <T>(of: (index: number) => T): Readonly<Record<Projection, T>> => ({ query: of(0), key: of(1), value: of(2) });
  return {
    part: 'head',
    step: answer.step ?? step,
    block: block + 1,
    head: head + 1,
    symbols,
    place: Math.max(0, Math.min(places - 1, Number(place?.data[0] ?? 0))),
    causal,
    turned: values['positions'] === 'rotary',
    reads: rowsOf(reads, block, places, 0, width),
    query: own(queries),
    key: own(keys),
    value: own(said),
    out: own(heads),
    weights: Array.from({ length: places }, (_, row) => {
      const start = ((block * count + head) * length + row) * length;
      return matrix.slice(start, start + places);
    }),
    columns: byProjection((index) =>
      Array.from({ length: each }, (_, unit) =>
        Array.from({ length: width }, (__, input) => at(kernel, ((block * 3 + index) * width + input) * width + head * each + unit)),
      ),
    ),
  };
}
