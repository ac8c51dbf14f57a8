import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeExpression } from '../../../../src/ml/expression/complete';
import { parseExpression } from '../../../../src/ml/expression/parse';
import { CONDITIONS } from './arbitrary';

/** The text with `|` at the cursor → what fits there. */
function offered(marked: string, vocabulary = CONDITIONS): string[] {
  const cursor = marked.indexOf('|');
  return completeExpression(marked.replace('|', ''), cursor, vocabulary).options.map(({ insert }) => insert);
}

describe('a completion', () => {
  it.each([
    ['|', ['loss', 'accuracy', 'gradNorm', 'step', 'dead(', 'gradNorm(', 'not']],
    ['ACC|', ['accuracy']],
    ['gr|', ['gradNorm', 'gradNorm(']],
    ['accuracy|', []],
    ['accuracy |', ['>', '<', '>=', '<=', '==', '!=', 'is NaN', 'is finite', 'is not finite', '+']],
    ['loss i|', ['is NaN', 'is finite', 'is not finite']],
    ['loss is |', ['NaN', 'finite', 'not NaN', 'not finite']],
    ['loss is n|', ['NaN', 'not NaN', 'not finite']],
    ['loss > 1 |', ['and', 'or', '+', '-', '*', '/', '^']],
    ['loss is NaN |', ['and', 'or']],
    ['loss > 1 and st|', ['step']],
    ['loss > 1 and step |', ['>', '<']],
    ['dead(|', ['hidden1)', 'block 1/conv-2)']],
    ['dead(hi|', ['hidden1)']],
    ['dead(b|) > 0.5', ['block 1/conv-2']],
    ['dead|(hidden1)', []],
    ['（loss > 1） |', ['and', 'or']],
  ])('at %s begins with %j', (marked, expected) => {
    expect(offered(marked).slice(0, Math.max(1, expected.length))).toEqual(expected);
  });

  it('of a function offers functions, and no conditions', () => {
    expect(offered('s|', { names: ['x', 'speed'] })).toEqual(['speed', 'sin(', 'sigmoid(', 'sqrt(']);
    expect(offered('x |', { names: ['x'] })).toEqual(['+', '-', '*', '/', '^']);
    expect(offered('not|', {})).toEqual([]);
  });

  it('always leads somewhere: taking any of them at random never makes a mistake before its own place', () => {
    const choices = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(choices, (picks) => {
        let text = '';
        for (const pick of picks) {
          const { from, options } = completeExpression(text, text.length, CONDITIONS);
          const option = options[pick % Math.max(1, options.length)]?.insert ?? '';
          text = `${text.slice(0, from)}${option}${option.endsWith('(') ? '' : ' '}`;
        }
        const parsed = parseExpression(text, CONDITIONS);
        const end = text.trimEnd().length;
        // What is left over is only that it is not finished: the place is its end, or all of it is no condition yet.
        if ('problem' in parsed) expect(parsed.column > end || /condition|works on|chain|layer/.test(parsed.problem.en)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
