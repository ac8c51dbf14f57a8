/** What an expression comes to, given the numbers that its names stand for. */
import { valueOf } from './derivatives';
import type { BinaryOperator, Expression } from './expression';
import { isArithmetic } from './expression';
import { printExpression } from './print';

/** The number that a name, or a quantity of a layer written out (`dead(hidden2)`), stands for; NaN where there is none. */
export type Quantities = (written: string) => number;

/** Numbers by name as `Quantities`. */
export function quantitiesFrom(numbers: Readonly<Record<string, number>>): Quantities {
  return (written) => (Object.hasOwn(numbers, written) ? (numbers[written] ?? NaN) : NaN);
}

/** The value of an expression that gives a number; NaN for one that gives a condition. */
export function numberOf(expression: Expression, quantities: Quantities): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'name':
    case 'measure':
      return quantities(printExpression(expression));
    case 'call':
      return valueOf(
        expression.name,
        expression.parts.map((part) => numberOf(part, quantities)),
      );
    case 'unary':
      return expression.operator === '-' ? -numberOf(expression.operand, quantities) : NaN;
    case 'binary': {
      const { operator, left, right } = expression;
      return isArithmetic(operator) ? valueOf(operator, [numberOf(left, quantities), numberOf(right, quantities)]) : NaN;
    }
    case 'test':
      return NaN;
  }
}

function compared(operator: BinaryOperator, left: number, right: number): boolean {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '==':
      return left === right;
    case '!=':
      // What is no number is neither equal nor different: nothing is known of it.
      return left < right || left > right;
    default:
      return false;
  }
}

/**
 * Whether a condition holds; a number holds nothing. As in arithmetic on computers, no comparison with NaN holds, `!=` included;
 * `is NaN` and `is finite` are there to ask.
 */
export function holds(expression: Expression, quantities: Quantities): boolean {
  if (expression.kind === 'test') {
    const value = numberOf(expression.operand, quantities);
    return (expression.what === 'NaN' ? Number.isNaN(value) : Number.isFinite(value)) !== expression.negated;
  }
  if (expression.kind === 'unary' && expression.operator === 'not') return !holds(expression.operand, quantities);
  if (expression.kind !== 'binary') return false;
  const { operator, left, right } = expression;
  if (operator === 'and') return holds(left, quantities) && holds(right, quantities);
  if (operator === 'or') return holds(left, quantities) || holds(right, quantities);
  return compared(operator, numberOf(left, quantities), numberOf(right, quantities));
}
