/** One unit of a cell at one step, worked out from its weights as the equations say: the numbers that stand in them. Pure data. */
import { CELL_GATES, type CellName } from '../../ml/blueprint/layers/recurrent';

/** Weights of a cell, in rows: [symbols or units, gates * units]. */
export interface CellWeights {
  readonly cell: CellName;
  readonly units: number;
  /** What each symbol adds: its vector times the kernel, row by row. */
  readonly bySymbol: ArrayLike<number>;
  readonly recurrent: ArrayLike<number>;
  readonly bias: ArrayLike<number>;
}

/** What a step begins with: the symbol read, and the state before, zeros at a reset. */
export interface Before {
  readonly symbol: number;
  readonly h: readonly number[];
  /** An LSTM's second state. */
  readonly c: readonly number[];
}

export type GateName = 'candidate' | 'input' | 'forget' | 'output' | 'update' | 'reset';

/** A gate, or the simple cell's whole step: `value` is its function of the sum of the three. */
export interface GateNumbers {
  readonly name: GateName;
  readonly fromSymbol: number;
  readonly fromState: number;
  readonly bias: number;
  readonly sum: number;
  readonly value: number;
}

export interface UnitNumbers {
  readonly gates: readonly GateNumbers[];
  /** The unit's states before and after the step. */
  readonly hBefore: number;
  readonly cBefore: number;
  readonly c: number;
  readonly h: number;
  /** Products of the state before and the weights to the candidate, unit by unit: what `fromState` of it is the sum of. */
  readonly products: readonly (readonly [state: number, weight: number])[];
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** The unit's gates and states at a step (`CELL_GATES` has the equations). */
export function unitByHand({ cell, units, bySymbol, recurrent, bias }: CellWeights, before: Before, unit: number): UnitNumbers {
  const names: readonly GateName[] = CELL_GATES[cell];
  const width = names.length * units;
  const numberAt = (of: ArrayLike<number>, i: number): number => of[i] ?? NaN;
  const gate = (name: GateName, at: number, heard: readonly number[]): GateNumbers => {
    const column = names.indexOf(name) * units + at;
    const fromSymbol = numberAt(bySymbol, before.symbol * width + column);
    const fromState = heard.reduce((sum, h, j) => sum + h * numberAt(recurrent, j * width + column), 0);
    const own = numberAt(bias, column);
    const sum = fromSymbol + fromState + own;
    return { name, fromSymbol, fromState, bias: own, sum, value: name === 'candidate' ? Math.tanh(sum) : sigmoid(sum) };
  };
  // A GRU's reset gate hides the state from the candidate, unit by unit.
  const heard = cell === 'gru' ? before.h.map((h, j) => h * gate('reset', j, before.h).value) : before.h;
  const gates = names.map((name) => gate(name, unit, name === 'candidate' ? heard : before.h));
  const value = (name: GateName): number => gates.find((one) => one.name === name)?.value ?? NaN;
  const [hBefore, cBefore] = [numberAt(before.h, unit), cell === 'lstm' ? numberAt(before.c, unit) : NaN];
  const c = cell === 'lstm' ? value('forget') * cBefore + value('input') * value('candidate') : NaN;
  const candidate = value('candidate');
  const h = {
    rnn: () => candidate,
    lstm: () => value('output') * Math.tanh(c),
    gru: () => value('update') * hBefore + (1 - value('update')) * candidate,
  }[cell]();
  const column = names.indexOf('candidate') * units + unit;
  return { gates, hBefore, cBefore, c, h, products: heard.map((one, j) => [one, numberAt(recurrent, j * width + column)]) };
}
