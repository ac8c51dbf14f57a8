/**
 * Expressions as trees: what a reader may type as a function to differentiate, or as a condition at which a run pauses. Nothing is
 * ever handed to the language's own evaluation: a text is parsed to one of these shapes or refused.
 */

/** Operators between two numbers, giving a number. */
export type Arithmetic = '+' | '-' | '*' | '/' | '^';
/** Operators between two numbers, giving a condition. */
export type Comparing = '<' | '<=' | '>' | '>=' | '==' | '!=';
/** Operators between two conditions. */
export type Joining = 'and' | 'or';
export type BinaryOperator = Arithmetic | Comparing | Joining;

export const FUNCTION_NAMES = ['exp', 'log', 'sin', 'cos', 'tanh', 'sigmoid', 'relu', 'max', 'min', 'abs', 'sqrt'] as const;
/** Functions of numbers; `log` is the natural one. */
export type FunctionName = (typeof FUNCTION_NAMES)[number];

/** `column` counts from 1, in units of a text field's selection, and is where the part begins (an operator's own place). */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly column: number }
  | { readonly kind: 'name'; readonly name: string; readonly column: number }
  | { readonly kind: 'unary'; readonly operator: '-' | 'not'; readonly operand: Expression; readonly column: number }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly column: number;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly parts: readonly Expression[]; readonly column: number }
  /** A quantity of one layer, e.g. `dead(hidden2)`. */
  | { readonly kind: 'measure'; readonly name: string; readonly layer: string; readonly column: number }
  /** `x is NaN`, `x is not finite`. */
  | {
      readonly kind: 'test';
      readonly what: 'NaN' | 'finite';
      readonly negated: boolean;
      readonly operand: Expression;
      readonly column: number;
    };

/** What an expression speaks about, and what it gives. */
export interface Vocabulary {
  /** Names that stand for numbers; absent: any name does (variables of a function). */
  readonly names?: readonly string[];
  /** Functions of numbers that may be called; absent: all. */
  readonly functions?: readonly FunctionName[];
  /** Quantities of a layer, and which layers each can be asked about; `any` where the layers are not known yet. */
  readonly measures?: Readonly<Record<string, readonly string[] | 'any'>>;
  /** What the whole must be; a number where absent. */
  readonly gives?: 'number' | 'condition';
}

const STRENGTHS = { or: 1, and: 2, not: 3, compare: 4, '+': 5, '-': 5, '*': 6, '/': 6, negate: 7, '^': 8, atom: 9 } as const;

/** How closely each part binds: a larger number, closer. */
export const strengths: Readonly<Record<keyof typeof STRENGTHS, number>> = STRENGTHS;

export function isArithmetic(operator: string): operator is Arithmetic {
  return ['+', '-', '*', '/', '^'].includes(operator);
}

export function isJoining(operator: string): operator is Joining {
  return operator === 'and' || operator === 'or';
}

export function isComparing(operator: string): operator is Comparing {
  return ['<', '<=', '>', '>=', '==', '!='].includes(operator);
}

export function isFunctionName(name: string): name is FunctionName {
  return FUNCTION_NAMES.some((one) => one === name);
}

/** How many numbers a function takes. */
export function arityOf(name: FunctionName): { readonly least: number; readonly most: number } {
  return name === 'max' || name === 'min' ? { least: 2, most: 8 } : { least: 1, most: 1 };
}

/** How closely an operator binds. */
export function strengthOf(operator: BinaryOperator): number {
  return isComparing(operator) ? strengths.compare : strengths[operator];
}

/** Whether an expression gives a number or a condition. */
export function givenBy(expression: Expression): 'number' | 'condition' {
  if (expression.kind === 'test') return 'condition';
  if (expression.kind === 'unary') return expression.operator === 'not' ? 'condition' : 'number';
  if (expression.kind === 'binary') return isArithmetic(expression.operator) ? 'number' : 'condition';
  return 'number';
}

/** The parts of an expression, from left to right. */
function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'unary':
    case 'test':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.parts;
    case 'number':
    case 'name':
    case 'measure':
      return [];
  }
}

/** Every expression within an expression, itself included, parts before wholes. */
export function everyPart(expression: Expression): Expression[] {
  return [...partsOf(expression).flatMap(everyPart), expression];
}
