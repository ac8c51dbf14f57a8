import { describe, expect, it } from 'vitest';
import { parseValue } from '../../../../src/demos/resolve';
import { text } from '../../../../src/demos/declaration';
import { parseBindings } from '../../../../src/ml/expression/bindings';

const LABEL = { zh: '量', en: 'quantity' };

describe('numbers for names', () => {
  it.each([
    ['', {}],
    ['x = 3, y = -1.5', { x: 3, y: -1.5 }],
    ['w1=1e-3;b=+2', { w1: 0.001, b: 2 }],
    ['x = 1，y = 2', { x: 1, y: 2 }],
  ])('are read from "%s"', (given, bindings) => {
    expect(parseBindings(given)).toEqual({ bindings });
  });

  it.each([
    ['x', 1, '"x" should be name = number'],
    ['x = 1, y', 7, '"y" should be name = number'],
    ['x = one', 1, '"one" should be a number'],
    ['x = 1, x = 2', 7, '"x" stands here twice'],
    ['x = 1e9', 1, 'from -1000000 to 1000000'],
  ])('are refused at their column in "%s"', (given, column, words) => {
    const parsed = parseBindings(given);
    if (!('problem' in parsed)) throw new Error('it was taken');
    expect(parsed.column).toBe(column);
    expect(parsed.problem.en).toContain(`column ${column}: `);
    expect(parsed.problem.en).toContain(words);
    expect(parsed.problem.zh).toContain(`第 ${column} 列`);
  });
});

describe('a parameter that is an expression', () => {
  const parameter = text({ label: LABEL, effect: 'restart', grammar: 'expression', value: 'x' });

  it('is kept as it was written', () => {
    expect(parseValue(parameter, ' x*y + 1 ')).toEqual({ value: 'x*y + 1' });
  });

  it('names the column of a mistake, and asks for a variable where there is none', () => {
    expect(JSON.stringify(parseValue(parameter, 'x + * y'))).toContain('column 5: ');
    expect(parseValue(parameter, '2 + 3')).toMatchObject({ problem: { en: '"2 + 3" has no variable in it; any name is one, such as x' } });
  });
});
