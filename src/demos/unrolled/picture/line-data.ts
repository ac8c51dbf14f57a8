/** What the picture is drawn from, out of a frame's arrays and the reader's choices. */
import { at } from '../../../base/at';
import { CELL_GATES, type CellName } from '../../../ml/blueprint/layers/recurrent';
import { likeliestOf, type Likeliest } from '../../../views/parts/likeliest';
import { symbolsOf } from '../../../views/parts/symbols';
import type { ViewArray, ViewSource } from '../../../views/view';
import { unitByHand, type UnitNumbers } from '../by-hand';

export interface LineView {
  readonly step: number;
  readonly cell: CellName;
  /** Names of the symbols there are, and the line as their numbers. */
  readonly symbols: readonly string[];
  readonly line: readonly number[];
  /** By step, one less than there are symbols: the state, and what is said next. */
  readonly states: readonly (readonly number[])[];
  readonly says: readonly Likeliest[];
  /** The steps before which the state is zero. */
  readonly resets: readonly number[];
  /** The line as the network writes it that is given so many symbols: numbers of symbols, one a place. */
  readonly given: number;
  readonly alone: readonly number[];
  /** The step and the unit that the reader has chosen, from 0; the unit's numbers there, and the whole answer. */
  readonly place: number;
  readonly unit: number;
  readonly numbers: UnitNumbers;
  readonly answer: readonly number[];
}

/** Row `i` of an array [rows, columns]. */
function rowOf({ shape, data }: ViewArray, i: number): number[] {
  const columns = at(shape, 1);
  return Array.from({ length: columns }, (_, j) => data[i * columns + j] ?? NaN);
}

/** The cell whose gates stand side by side in so many columns. */
function cellOf(columns: number, units: number): CellName {
  return columns === units ? 'rnn' : columns === units * CELL_GATES.lstm.length ? 'lstm' : 'gru';
}

const zeros = (count: number): number[] => Array<number>(count).fill(0);

/** A whole number from 0 to below `count`, from a parameter that counts from 1. */
function chosen(value: unknown, count: number): number {
  return Math.max(0, Math.min(count, Number(value ?? 1)) - 1);
}

/** Undefined where an array is missing. */
export function lineView({ step, arrays, values }: ViewSource): LineView | undefined {
  const { codes, line: written, bySymbol, recurrent, bias, state, memory, resets, answers, alone } = arrays;
  if (codes === undefined || written === undefined || bySymbol === undefined || recurrent === undefined || bias === undefined)
    return undefined;
  if (state === undefined || resets === undefined || answers === undefined || alone === undefined) return undefined;
  const line = Array.from(written.data);
  const [steps, units] = [at(state.shape, 0), at(state.shape, 1)];
  const cell = cellOf(at(recurrent.shape, 1), units);
  const [place, unit, given] = [chosen(values['place'], steps), chosen(values['unit'], units), chosen(values['given'], steps) + 1];
  const fresh = Array.from(resets.data);
  const before = (of: ViewArray | undefined): number[] => (of === undefined || fresh.includes(place) ? zeros(units) : rowOf(of, place - 1));
  return {
    step,
    cell,
    symbols: symbolsOf(codes),
    line,
    states: Array.from({ length: steps }, (_, i) => rowOf(state, i)),
    says: Array.from({ length: steps }, (_, i) => likeliestOf(rowOf(answers, i))),
    resets: fresh,
    given,
    // Frames on film are a little coarse; symbols are whole.
    alone: line.map((symbol, i) => (i < given ? symbol : Math.round(rowOf(alone, given - 1)[i - 1] ?? NaN))),
    place,
    unit,
    numbers: unitByHand(
      { cell, units, bySymbol: bySymbol.data, recurrent: recurrent.data, bias: bias.data },
      { symbol: line[place] ?? 0, h: before(state), c: before(memory) },
      unit,
    ),
    answer: rowOf(answers, place),
  };
}

/** The place, from 0, at which the line written alone is no longer the line; undefined where it is to the end. */
export function partingOf({ line, alone }: Pick<LineView, 'line' | 'alone'>): number | undefined {
  const place = line.findIndex((symbol, i) => symbol !== alone[i]);
  return place < 0 ? undefined : place;
}

/** How many of the answers are right that follow true symbols. */
export function rightAnswers({ line, says }: Pick<LineView, 'line' | 'says'>): number {
  return says.filter(({ label }, i) => label === line[i + 1]).length;
}
