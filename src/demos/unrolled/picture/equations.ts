/** A unit's equations with their numbers in them, as lines of text. */
import { linesOf, textWidth } from '../../../views/parts/words';
import type { CellName } from '../../../ml/blueprint/layers/recurrent';
import type { GateName, GateNumbers, UnitNumbers } from '../by-hand';

/** A number to two places, with a minus as books print it. */
export function twoPlaces(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  const text = Math.abs(value).toFixed(2);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A further term of a sum, with its sign before it. */
function added(value: number): string {
  const text = twoPlaces(value);
  return text.startsWith('−') ? ` − ${text.slice(1)}` : ` + ${text}`;
}

/** A factor: negative ones in brackets. */
function factor(value: number): string {
  const text = twoPlaces(value);
  return text.startsWith('−') ? `(${text})` : text;
}

const LETTERS: Readonly<Record<CellName, Readonly<Partial<Record<GateName, string>>>>> = {
  rnn: { candidate: 'h' },
  lstm: { input: 'i', forget: 'f', candidate: 'g', output: 'o' },
  gru: { update: 'z', reset: 'r', candidate: 'n' },
};

/** What equals what, from the name to the number. */
export type Equation = readonly string[];

function gateEquation(cell: CellName, { name, fromSymbol, fromState, bias, sum, value }: GateNumbers): Equation {
  const of = name === 'candidate' ? 'tanh' : 'σ';
  const inside = `${twoPlaces(fromSymbol)}${added(fromState)}${added(bias)}`;
  return [LETTERS[cell][name] ?? name, `${of}(${inside})`, `${of}(${twoPlaces(sum)})`, twoPlaces(value)];
}

/** The equations of a unit: its gates, then what its states are made of them. */
export function equationsOf(cell: CellName, unit: UnitNumbers): readonly Equation[] {
  const { gates, hBefore, cBefore, c, h } = unit;
  const value = (name: GateName): number => gates.find((one) => one.name === name)?.value ?? NaN;
  const equations = gates.map((gate) => gateEquation(cell, gate));
  const product = (one: number, other: number): string => `${factor(one)}·${factor(other)}`;
  const z = value('update');
  const states: Readonly<Record<CellName, () => readonly Equation[]>> = {
    rnn: () => [],
    lstm: () => [
      ['c', 'f·c′ + i·g', `${product(value('forget'), cBefore)} + ${product(value('input'), value('candidate'))}`, twoPlaces(c)],
      ['h', 'o·tanh(c)', `${factor(value('output'))}·tanh(${twoPlaces(c)})`, twoPlaces(h)],
    ],
    gru: () => [['h', 'z·h′ + (1 − z)·n', `${product(z, hBefore)} + ${product(1 - z, value('candidate'))}`, twoPlaces(h)]],
  };
  return [...equations, ...states[cell]()];
}

/**
 * Each equation in a line. Where all of one does not fit, a gate is without the sum of its terms, which the terms themselves say, and a
 * state without its letters, which stand for the numbers that follow.
 */
export function linesOfUnit(cell: CellName, unit: UnitNumbers, width: number): readonly string[] {
  return equationsOf(cell, unit).map((equation, i) => {
    const whole = equation.join(' = ');
    const spared = i < unit.gates.length ? 2 : 1;
    return textWidth(whole) <= width ? whole : equation.filter((_, j) => j !== spared).join(' = ');
  });
}

/** A simple cell's share of the state before, product by product: parts of a line that may be broken between them. */
export function productsOf({ products, gates }: UnitNumbers): readonly string[] {
  const last = gates[0]?.fromState ?? NaN;
  return [
    'h′·U =',
    ...products.map(([state, weight], j) => `${j === 0 ? '' : '+ '}${factor(state)}·${factor(weight)}`),
    `= ${twoPlaces(last)}`,
  ];
}

/** A sum in as many lines as there are: where they do not suffice, its beginning and what it comes to. */
export function shortened(parts: readonly string[], width: number, most: number): readonly string[] {
  const lines = linesOf(parts, width, ' ');
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `+ … ${parts.at(-1) ?? ''}`];
}
