import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FUNCTION_NAMES, type Vocabulary } from '../../../../src/ml/expression/expression';
import { LONGEST, parseExpression } from '../../../../src/ml/expression/parse';
import { printExpression } from '../../../../src/ml/expression/print';
import { holds, numberOf, quantitiesFrom } from '../../../../src/ml/expression/evaluate';
import { conditional, CONDITIONS, LAYERS, numeric, withoutColumns } from './arbitrary';

function read(text: string, vocabulary: Vocabulary = {}) {
  const parsed = parseExpression(text, vocabulary);
  if ('problem' in parsed) throw new Error(parsed.problem.en);
  return parsed.expression;
}

const value = (text: string, numbers: Readonly<Record<string, number>> = {}): number => numberOf(read(text), quantitiesFrom(numbers));

describe('an expression', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 - 3 - 4', -5],
    ['12 / 3 / 2', 2],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['(-2) ^ 2', 4],
    ['2 ^ -1 * 8', 4],
    ['--3', 3],
    ['4 - -3', 7],
    ['max(1, 7, 3) + min(4, 2)', 9],
    ['exp(0) + log(1) + sin(0) + cos(0) + tanh(0) + sigmoid(0) + relu(-3) + abs(-2) + sqrt(9)', 7.5],
    ['1.5e2 + .5 + 2.', 152.5],
    ['２×（３＋４）', 14],
    ['6÷3−1', 1],
  ])('%s is %f', (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 12);
  });

  it('takes names of any letters for variables', () => {
    expect(value('w_1 * x + β − 权重', { w_1: 2, x: 3, β: 1, 权重: 4 })).toBe(3);
    expect(value('constructor')).toBeNaN();
  });

  it.each([
    ['loss > 1 and step < 5 or accuracy > 0.9', { loss: 0, step: 9, accuracy: 1 }, true],
    ['loss > 1 and (step < 5 or accuracy > 0.9)', { loss: 0, step: 9, accuracy: 1 }, false],
    ['not loss > 1 and step < 5', { loss: 0, step: 4 }, true],
    ['loss is NaN', { loss: NaN }, true],
    ['loss is not finite', { loss: Infinity }, true],
    ['LOSS_IS_NOT_HERE', {}, undefined],
    ['loss is finite', { loss: 3 }, true],
    ['loss != 1', { loss: NaN }, false],
    ['loss + 1 >= 2 * step', { loss: 3, step: 2 }, true],
    ['dead(block 1/conv-2) > 0.5', { 'dead(block 1/conv-2)': 0.75 }, true],
    ['gradNorm(out) > gradNorm', { 'gradNorm(out)': 2, gradNorm: 1 }, true],
    ['loss ≥ 3 AND step ≠ 1', { loss: 3, step: 2 }, true],
  ])('the condition %s, with %o, is %s', (text, numbers, expected) => {
    const parsed = parseExpression(text, CONDITIONS);
    expect('problem' in parsed ? undefined : holds(parsed.expression, quantitiesFrom(numbers))).toBe(expected);
  });

  it('is printed so that it reads the same: 2,000 random ones', () => {
    const names = CONDITIONS.names ?? [];
    const measures = Object.entries(LAYERS).flatMap(([name, layers]) => layers.map((layer) => [name, layer] as const));
    fc.assert(
      fc.property(conditional({ names, measures }, FUNCTION_NAMES, 2), (expression) => {
        const text = printExpression(expression);
        fc.pre(text.length <= LONGEST);
        expect(withoutColumns(read(text, CONDITIONS))).toEqual(expression);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(numeric({ names: ['x', 'y', 'β'], measures: [] }, FUNCTION_NAMES, 4), (expression) => {
        const text = printExpression(expression);
        fc.pre(text.length <= LONGEST);
        expect(withoutColumns(read(text))).toEqual(expression);
      }),
      { numRuns: 1000 },
    );
  });
});

type Mistaken = readonly [text: string, column: number, message: string, vocabulary: Vocabulary];

const MISTAKES: readonly Mistaken[] = [
  ['', 1, 'there is no expression yet; for example exp(x) + 1', {}],
  ['1 +', 4, 'should stand here, not the end', {}],
  ['1 + * 2', 5, 'should stand here, not "*"', {}],
  ['2x', 2, 'an operator is missing before "x"', {}],
  ['(1 + 2', 7, 'the "(" of column 1 needs its ")"', {}],
  ['1 + 2)', 6, 'this ")" has no "(" before it', {}],
  ['x @ 2', 3, '"@" has no meaning here', {}],
  ['x ** 2', 3, '"**" is written "^" here', {}],
  ['t = x', 3, '"=" is written "==" here', {}],
  ['1e999', 1, 'larger than any number', {}],
  ['exp + 1', 1, 'exp is a function: write exp(x)', {}],
  ['sine(x)', 1, 'there is no function "sine", perhaps "sin"; there are exp, log', {}],
  ['max(x)', 1, 'max takes at least 2 numbers, not 1', {}],
  ['exp(x, y)', 1, 'exp takes 1 at most, not 2', {}],
  ['x > 1', 1, 'the whole should be a number', {}],
  ['1 + (x > 1)', 6, '"+" works on numbers', {}],
  ['and', 1, '"and" is a word of the grammar', {}],
  ['alert(1)', 1, 'there is no function "alert"', {}],
  ['x.y', 2, '"." has no meaning here', {}],
  ['(('.repeat(30), 41, 'nested too deeply', {}],
  ['1+'.repeat(300), 401, 'too long', {}],
  ['', 1, 'for example loss > 100', CONDITIONS],
  ['acuracy > 0.9', 1, 'there is no quantity "acuracy", perhaps "accuracy"; there are loss, accuracy', CONDITIONS],
  ['loss', 1, 'the whole should be a condition, for example loss > 100', CONDITIONS],
  ['0 < loss < 1', 10, 'comparisons do not chain', CONDITIONS],
  ['loss > 1 and step', 14, '"and" joins conditions', CONDITIONS],
  ['loss > 1 && step > 2', 10, '"&&" is written "and" here', CONDITIONS],
  ['loss is big', 9, 'after "is" comes NaN, finite, not NaN or not finite', CONDITIONS],
  ['dead > 0.5', 1, 'dead is a function: write dead(hidden1)', CONDITIONS],
  ['dead() > 0.5', 6, 'dead needs the name of a layer, for example dead(hidden1)', CONDITIONS],
  ['dead(hiden1) > 0.5', 6, 'dead has no layer "hiden1", perhaps "hidden1"; it has hidden1, block 1/conv-2', CONDITIONS],
  ['dead(hidden1 > 0.5', 19, 'the "(" of column 5 needs its ")"', CONDITIONS],
  ['loss(hidden1) > 1', 5, 'an operator is missing before "("', CONDITIONS],
  ['dead(x) > 1', 1, 'this network has no layer for dead', { ...CONDITIONS, measures: { dead: [] } }],
];

it('takes any layer where the layers are not known yet', () => {
  const parsed = parseExpression('dead(whatever) > 0.5', { ...CONDITIONS, measures: { dead: 'any' } });
  expect('expression' in parsed && printExpression(parsed.expression)).toBe('dead(whatever) > 0.5');
});

describe('a mistake', () => {
  it.each(MISTAKES)('in "%s" is found at column %i: %s', (text, column, message, vocabulary) => {
    const parsed = parseExpression(text, vocabulary);
    expect('problem' in parsed && parsed.column).toBe(column);
    expect('problem' in parsed && parsed.problem.en).toContain(message);
    expect('problem' in parsed && parsed.problem.en).toContain(`column ${column}: `);
    expect('problem' in parsed && parsed.problem.zh).toMatch(new RegExp(`^第 ${column} 列：[^{}]*$`));
  });

  it('is all that can happen: any text is read or names a column within it', () => {
    const pieces = fc.constantFrom(
      ...'()+-*/^<>=!,.&|#"x1 éσ（＞',
      ' and ',
      ' is ',
      'NaN',
      'not ',
      'loss',
      'dead(',
      'hidden1',
      '1e9',
      'max(',
      '\u{1F600}',
      '\n',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom<Vocabulary>({}, CONDITIONS), (text, vocabulary) => {
        const parsed = parseExpression(text, vocabulary);
        if ('expression' in parsed) {
          expect(withoutColumns(read(printExpression(parsed.expression), vocabulary))).toEqual(withoutColumns(parsed.expression));
        } else {
          expect(parsed.column).toBeGreaterThanOrEqual(1);
          expect(parsed.column).toBeLessThanOrEqual(text.length + 1);
          expect(parsed.problem.en).toContain(`column ${parsed.column}: `);
        }
      }),
      { numRuns: 5000 },
    );
  });
});
