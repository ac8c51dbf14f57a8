import { describe, expect, it } from 'vitest';
import { defaultsOf } from '../../../src/demos/resolve';
import { choice, choices, range, sizes, subset, text, toggle, type Values } from '../../../src/demos/declaration';
import { same } from '../../../src/i18n/text';
import { parseGoal, reaches, type Judging } from '../../../src/shell/challenge/goal';
import { quantitiesNow } from '../../../src/shell/challenge/quantities';

const label = same('x');
const demo = {
  metrics: { testLoss: { label, role: 'test', chart: 'loss', format: 'number' } },
  parameters: {
    rate: range({ label, effect: 'live', min: 0, max: 1, scale: 'linear', value: 0.1 }),
    data: choice({ label, effect: 'restart', options: { round: label, square: label }, value: 'round' }),
    norm: toggle({ label, effect: 'restart', value: false }),
    features: subset({ label, effect: 'restart', options: { x1: label, x2: label, product: label }, value: ['x1', 'x2'], least: 1 }),
    hidden: sizes({ label, effect: 'restart', min: 1, max: 8, most: 3, value: [4], entry: label }),
    kinds: choices({ label, effect: 'restart', options: { relu: label, tanh: label }, value: ['relu'], most: 3, along: 'hidden' }),
    formula: text({ label, effect: 'restart', grammar: 'expression', value: 'x' }),
  },
} satisfies Judging;

function goalOf(written: string) {
  const parsed = parseGoal(written, demo);
  if ('problem' in parsed) throw new Error(parsed.problem.en);
  return parsed.goal;
}

/** Whether a run with these numbers, and these settings besides the declared ones, reaches a goal. */
function reached(written: string, quantities: Readonly<Record<string, number>>, params: Values = {}): boolean {
  return reaches(goalOf(written), { quantities, params: { ...defaultsOf(demo), ...params }, parameters: demo.parameters });
}

describe('a goal', () => {
  it('holds where all comparisons of a group hold, and `and` binds closer than `or`', () => {
    const goal = 'testLoss < 0.1 and hiddenUnits <= 8 or step == 3';
    expect(reached(goal, { testLoss: 0.05, hiddenUnits: 8, step: 1 })).toBe(true);
    expect(reached(goal, { testLoss: 0.05, hiddenUnits: 9, step: 1 })).toBe(false);
    expect(reached(goal, { testLoss: 5, hiddenUnits: 9, step: 3 })).toBe(true);
    expect(reached(goal, {})).toBe(false);
    expect(reached('testLoss < 0.1', { testLoss: NaN })).toBe(false);
  });

  it('asks for settings too: options, switches and lists', () => {
    expect(reached('data is round', {})).toBe(true);
    expect(reached('data is round', {}, { data: 'square' })).toBe(false);
    expect(reached('data is not round', {}, { data: 'square' })).toBe(true);
    expect(reached('norm is true', {})).toBe(false);
    expect(reached('norm is true and step > 1', { step: 2 }, { norm: true })).toBe(true);
    expect(reached('features is x1,x2', {})).toBe(true);
    expect(reached('features is x2,x1', {})).toBe(true);
    expect(reached('features is x1,x2', {}, { features: ['x1', 'x2', 'product'] })).toBe(false);
    expect(reached('hidden is 4,2', {}, { hidden: [4, 2] })).toBe(true);
  });

  it('takes a list whose last entry goes on for what it is, however often that is written', () => {
    expect(reached('kinds is relu', {}, { kinds: ['relu', 'relu'] })).toBe(true);
    expect(reached('kinds is relu', {}, { kinds: ['relu', 'tanh'] })).toBe(false);
    expect(reached('hidden is 4', {}, { hidden: [4, 4] })).toBe(false);
  });

  it.each([
    ['', 1, 'the goal is empty'],
    ['testLoss ~ small', 1, 'column 1: should be "quantity comparison number" or "setting is value"'],
    [
      'testLoss is small',
      1,
      'column 1: there is no setting "testLoss" to be chosen; there are data, norm, features, hidden, kinds; a number is compared: testLoss >= 1',
    ],
    ['step > 1 and data is triangle', 14, 'column 14: data: "triangle" is none of: round, square'],
    ['formula is x', 1, 'there is no setting "formula"'],
    ['rate is 0.1', 1, 'a number is compared: rate >= 1'],
    [
      'testLoss < 1 and  nonsense > 2',
      19,
      'column 19: there is no quantity "nonsense"; there are step, parameters, hiddenUnits, hiddenLayers, loss, testLoss, rate',
    ],
    ['testLoss < 1 and', 17, 'column 17: should be'],
    ['testLoss < alert(1)', 1, 'column 1: should be'],
  ])('"%s" is refused at column %i', (written, column, message) => {
    const parsed = parseGoal(written, demo);
    expect('problem' in parsed && parsed.column).toBe(column);
    expect('problem' in parsed && parsed.problem.en).toContain(message);
  });

  it('is judged by metrics, parameters and the network itself', () => {
    const spec = {
      name: 'n',
      inputs: { x: [2] },
      nodes: [
        { id: 'hidden1', layer: 'dense', from: ['x'], options: { units: 3 } },
        { id: 'output', layer: 'dense', from: ['hidden1'], options: { units: 1 } },
      ],
      outputs: ['output'],
    };
    expect(quantitiesNow({ metrics: { testLoss: 0.2 }, params: { learningRate: 0.1, hidden: [3] }, cursor: 7, spec })).toEqual({
      learningRate: 0.1,
      testLoss: 0.2,
      step: 7,
      parameters: 13,
      hiddenLayers: 1,
      hiddenUnits: 3,
    });
  });
});
