/** An expression as text, with the brackets it needs and no others; what is printed parses to the same expression. */
import { isArithmetic, strengthOf, strengths, type BinaryOperator, type Expression } from './expression';

function strengthOfWhole(expression: Expression): number {
  switch (expression.kind) {
    case 'binary':
      return strengthOf(expression.operator);
    case 'unary':
      return expression.operator === '-' ? strengths.negate : strengths.not;
    case 'test':
      return strengths.compare;
    case 'number':
    case 'name':
    case 'call':
    case 'measure':
      return strengths.atom;
  }
}

function bracketed(expression: Expression, least: number): string {
  const text = printExpression(expression);
  return strengthOfWhole(expression) < least ? `(${text})` : text;
}

/** How closely each side of an operator must bind to stand without brackets. */
function sidesOf(operator: BinaryOperator): readonly [number, number] {
  const strength = strengthOf(operator);
  // A minus may begin an exponent, since nothing else could be meant.
  if (operator === '^') return [strength + 1, strengths.negate];
  return isArithmetic(operator) || operator === 'and' || operator === 'or' ? [strength, strength + 1] : [strength + 1, strength + 1];
}

/** Prints an expression. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'name':
      return expression.name;
    case 'measure':
      return `${expression.name}(${expression.layer})`;
    case 'call':
      return `${expression.name}(${expression.parts.map(printExpression).join(', ')})`;
    case 'test':
      return `${bracketed(expression.operand, strengths['+'])} is ${expression.negated ? 'not ' : ''}${expression.what}`;
    case 'unary':
      return expression.operator === '-'
        ? `-${bracketed(expression.operand, strengths.negate)}`
        : `not ${bracketed(expression.operand, strengths.not)}`;
    case 'binary': {
      const [left, right] = sidesOf(expression.operator);
      const between = expression.operator === '^' ? '^' : ` ${expression.operator} `;
      return `${bracketed(expression.left, left)}${between}${bracketed(expression.right, right)}`;
    }
  }
}
