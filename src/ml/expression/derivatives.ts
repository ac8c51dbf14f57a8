/** What each operation gives, and its slope in each of its inputs: all that the chain rule needs to know. */
import type { Arithmetic, FunctionName } from './expression';

export type Operation = Arithmetic | 'negate' | FunctionName;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The value of an operation at its inputs; NaN where it has none (log of a negative number). */
export function valueOf(operation: Operation, inputs: readonly number[]): number {
  const [a = NaN, b = NaN] = inputs;
  switch (operation) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '^':
      return a ** b;
    case 'negate':
      return -a;
    case 'exp':
      return Math.exp(a);
    case 'log':
      return Math.log(a);
    case 'sin':
      return Math.sin(a);
    case 'cos':
      return Math.cos(a);
    case 'tanh':
      return Math.tanh(a);
    case 'sigmoid':
      return sigmoid(a);
    case 'relu':
      return Math.max(0, a);
    case 'abs':
      return Math.abs(a);
    case 'sqrt':
      return Math.sqrt(a);
    case 'max':
      return Math.max(...inputs);
    case 'min':
      return Math.min(...inputs);
  }
}

/** 1 for the first of the inputs that is the value, 0 for the others: at a tie the first has the whole slope. */
function chosen(inputs: readonly number[], value: number): readonly number[] {
  if (Number.isNaN(value)) return inputs.map(() => NaN);
  const first = inputs.indexOf(value);
  return inputs.map((_, i) => (i === first ? 1 : 0));
}

/** Slopes of a^b: b a^(b-1), where a constant factor of zero stays zero at a = 0, and a^b ln a. */
function powerSlopes(base: number, exponent: number): readonly number[] {
  const inBase = exponent === 0 ? 0 : exponent * base ** (exponent - 1);
  const inExponent = base === 0 && exponent > 0 ? 0 : base ** exponent * Math.log(base);
  return [inBase, inExponent];
}

/**
 * The slope of an operation in each of its inputs, at these inputs.
 * At a corner the slope is that of the flat side: 0 for relu and abs at 0; max and min give it to the first of equal inputs.
 */
export function slopesOf(operation: Operation, inputs: readonly number[]): readonly number[] {
  const [a = NaN, b = NaN] = inputs;
  switch (operation) {
    case '+':
      return [1, 1];
    case '-':
      return [1, -1];
    case '*':
      return [b, a];
    case '/':
      return [1 / b, -a / (b * b)];
    case '^':
      return powerSlopes(a, b);
    case 'negate':
      return [-1];
    case 'exp':
      return [Math.exp(a)];
    case 'log':
      return [a > 0 ? 1 / a : NaN];
    case 'sin':
      return [Math.cos(a)];
    case 'cos':
      return [-Math.sin(a)];
    case 'tanh':
      return [1 - Math.tanh(a) ** 2];
    case 'sigmoid':
      return [sigmoid(a) * sigmoid(-a)];
    case 'relu':
      return [Number.isNaN(a) ? NaN : a > 0 ? 1 : 0];
    case 'abs':
      return [Math.sign(a)];
    case 'sqrt':
      return [0.5 / Math.sqrt(a)];
    case 'max':
    case 'min':
      return chosen(inputs, valueOf(operation, inputs));
  }
}
