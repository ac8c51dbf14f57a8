/** What can be known of a line by counting, and of a step by hand. */
import { describe, expect, it } from 'vitest';
import { unitByHand } from '../../../src/demos/unrolled/by-hand';
import { equationsOf, linesOfUnit, productsOf, shortened } from '../../../src/demos/unrolled/picture/equations';
import { lineView, partingOf } from '../../../src/demos/unrolled/picture/line-data';
import { boundsOf, resetsOf } from '../../../src/demos/unrolled/setting';

const ENTROPY = (...shares: readonly number[]): number => shares.reduce((sum, p) => sum - p * Math.log(p), 0);

describe('a sum that is longer than its place', () => {
  it('keeps its beginning and what it comes to', () => {
    const parts = ['h′·U =', '1·1', '+ 2·2', '+ 3·3', '= 14'];
    expect(shortened(parts, 1000, 2)).toEqual(['h′·U = 1·1 + 2·2 + 3·3 = 14']);
    expect(shortened(parts, 70, 5).join(' ')).toBe(parts.join(' '));
    expect(shortened(parts, 70, 2)).toEqual(['h′·U = 1·1', '+ … = 14']);
  });
});

describe('equations of a unit in lines', () => {
  const gate = (name: 'input' | 'forget' | 'candidate' | 'output', sum: number, value: number) => ({
    name,
    fromSymbol: -10.25,
    fromState: sum + 0.25,
    bias: 10,
    sum,
    value,
  });
  const gates = [gate('input', -12, 0), gate('forget', 1, 0.73), gate('candidate', 1, 0.76), gate('output', 1, 0.73)];
  const unit = { gates, hBefore: 0, cBefore: -1, c: -0.73, h: -0.46, products: [] };

  it('are whole where there is room', () => {
    const [input, , , , c] = linesOfUnit('lstm', unit, 1000);
    expect(input).toBe('i = σ(−10.25 − 11.75 + 10.00) = σ(−12.00) = 0.00');
    expect(c).toBe('c = f·c′ + i·g = 0.73·(−1.00) + 0.00·0.76 = −0.73');
  });

  it('keep a gate’s terms and a state’s numbers where there is none', () => {
    expect(linesOfUnit('lstm', unit, 250)).toEqual([
      'i = σ(−10.25 − 11.75 + 10.00) = 0.00',
      'f = σ(−10.25 + 1.25 + 10.00) = 0.73',
      'g = tanh(−10.25 + 1.25 + 10.00) = 0.76',
      'o = σ(−10.25 + 1.25 + 10.00) = 0.73',
      'c = 0.73·(−1.00) + 0.00·0.76 = −0.73',
      'h = 0.73·tanh(−0.73) = −0.46',
    ]);
  });
});

describe('the best answers from what has been read since the last reset', () => {
  it('are those of a table of pairs where every symbol begins anew', () => {
    // m: i; i: s, s, p; s: s, i, s, i; p: p, i.
    const { accuracy, loss } = boundsOf({ line: 'mississippi', state: 'symbol', row: 8 });
    expect(accuracy).toBeCloseTo(6 / 10, 12);
    expect(loss).toBeCloseTo((3 * ENTROPY(2 / 3, 1 / 3) + 4 * ENTROPY(0.5, 0.5) + 2 * ENTROPY(0.5, 0.5)) / 10, 12);
  });

  it('are all right where nothing is forgotten, or where each symbol has one follower', () => {
    expect(boundsOf({ line: 'mississippi', state: 'carried', row: 8 })).toEqual({ accuracy: 1, loss: 0 });
    expect(boundsOf({ line: 'banana', state: 'symbol', row: 8 })).toEqual({ accuracy: 1, loss: 0 });
  });

  it('know, in rows, what the row has shown', () => {
    const line = 'to be or not to be that is the question';
    // Rows that begin alike and go on differently: o|r, o| , and t|o, t| .
    expect(boundsOf({ line, state: 'row', row: 8 }).accuracy).toBeCloseTo(36 / 38, 12);
    expect(boundsOf({ line, state: 'row', row: 7 }).accuracy).toBe(1);
    expect(resetsOf({ line, state: 'row', row: 8 })).toEqual([0, 6, 14, 22, 30]);
    expect(resetsOf({ line: 'abcd', state: 'symbol', row: 8 })).toEqual([0, 1, 2]);
    expect(resetsOf({ line: 'abcd', state: 'carried', row: 2 })).toEqual([0]);
  });
});

describe('a step by hand', () => {
  it('of a simple cell is the tanh of three terms', () => {
    const weights = { cell: 'rnn', units: 2, bySymbol: [9, 9, 0.5, -1], recurrent: [1, 2, 3, 4], bias: [0.25, 0] } as const;
    const unit = unitByHand(weights, { symbol: 1, h: [0.5, -0.25], c: [] }, 0);
    expect(unit.gates).toEqual([{ name: 'candidate', fromSymbol: 0.5, fromState: -0.25, bias: 0.25, sum: 0.5, value: Math.tanh(0.5) }]);
    expect([unit.h, unit.products]).toEqual([
      Math.tanh(0.5),
      [
        [0.5, 1],
        [-0.25, 3],
      ],
    ]);
    expect(equationsOf('rnn', unit)).toEqual([['h', 'tanh(0.50 − 0.25 + 0.25)', 'tanh(0.50)', '0.46']]);
    expect(productsOf(unit).join(' ')).toBe('h′·U = 0.50·1.00 + (−0.25)·3.00 = −0.25');
  });

  it('of an LSTM keeps, adds and shows', () => {
    // All weights zero but the biases: σ(0) = 1/2 for the input and the output gate, σ(ln 3) = 3/4 for the forget gate.
    const weights = { cell: 'lstm', units: 1, bySymbol: [0, 0, 0, 0], recurrent: [0, 0, 0, 0], bias: [0, Math.log(3), 1, 0] } as const;
    const unit = unitByHand(weights, { symbol: 0, h: [0.9], c: [2] }, 0);
    expect(unit.c).toBeCloseTo(0.75 * 2 + 0.5 * Math.tanh(1), 12);
    expect(unit.h).toBeCloseTo(0.5 * Math.tanh(unit.c), 12);
    expect(
      equationsOf('lstm', unit)
        .map(([name]) => name)
        .join(''),
    ).toBe('ifgoch');
  });

  it('of a GRU hides the old state from the candidate before it is multiplied', () => {
    // z = 3/4; the reset gate of unit 0 is 1/2, of unit 1 it is 1: sigmoid of a large number.
    const [units, far] = [2, 50];
    const bias = [Math.log(3), 0, 0, far, 0, 0];
    const recurrent = [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2, 0];
    const unit = unitByHand({ cell: 'gru', units, bySymbol: [0, 0, 0, 0, 0, 0], recurrent, bias }, { symbol: 0, h: [0.4, 0.3], c: [] }, 0);
    const n = Math.tanh(0.5 * 0.4 * 1 + 1 * 0.3 * 2);
    expect(unit.h).toBeCloseTo(0.75 * 0.4 + 0.25 * n, 12);
    expect(
      equationsOf('gru', unit)
        .map(([name]) => name)
        .join(''),
    ).toBe('zrnh');
  });
});

describe('the picture of a line', () => {
  it('keeps what is chosen within the line, whatever is asked for, and says where the two ways part', () => {
    const list = (data: readonly number[], shape: readonly number[] = [data.length]) => ({ shape, data });
    const arrays = {
      codes: list([97, 98]),
      line: list([0, 1, 0, 1]),
      resets: list([0, 2]),
      bySymbol: list([1, -1], [2, 1]),
      recurrent: list([0.5], [1, 1]),
      bias: list([0]),
      state: list([0.76, -0.5, 0.3], [3, 1]),
      answers: list([0.1, 0.9, 0.8, 0.2, 0.1, 0.9], [3, 2]),
      // Given one: b, b, b. Given two: the third is a. Given three: b.
      alone: list([1, 1, 1, 1, 0, 0, 1, 0, 1], [3, 3]),
    };
    const at = (values: Readonly<Record<string, unknown>>) => {
      const found = lineView({ step: 1, metrics: {}, arrays, values });
      if (found === undefined) throw new Error('all arrays are there');
      return found;
    };
    const far = at({ place: 47, unit: 16, given: 47 });
    expect([far.place, far.unit, far.given, far.alone, partingOf(far)]).toEqual([2, 0, 3, [0, 1, 0, 1], undefined]);
    const first = at({ place: 1, unit: 1, given: 1 });
    expect([first.alone, partingOf(first)]).toEqual([[0, 1, 1, 1], 2]);
    // Before the third symbol the state is zero again.
    expect(far.numbers.gates[0]?.fromState).toBe(0);
    expect(at({ place: 2 }).numbers.gates[0]?.fromState).toBeCloseTo(0.38, 12);
    for (const lost of Object.keys(arrays)) {
      const others = Object.fromEntries(Object.entries(arrays).filter(([name]) => name !== lost));
      expect(lineView({ step: 1, metrics: {}, arrays: others, values: {} }), lost).toBeUndefined();
    }
  });
});
