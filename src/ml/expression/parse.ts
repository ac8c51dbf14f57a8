/**
 * From a text to an expression, or to what is wrong with it and at which column. Precedence climbing; from loose to close: or, and, not,
 * comparisons (which do not chain), + -, * /, unary minus, ^ (from right to left). Bounded in length and depth, so that any text ends.
 */
import {
  givenBy,
  isArithmetic,
  isComparing,
  isJoining,
  strengthOf,
  strengths,
  type BinaryOperator,
  type Expression,
  type Vocabulary,
} from './expression';
import { Mistake, type Problem } from './mistake';
import { readAtom } from './atom';
import { Reader } from './reader';

/** Characters of the longest expression. */
export const LONGEST = 400;

export type Parsed = { readonly expression: Expression } | Problem;

/** Where an expression begins. */
function beginningOf(expression: Expression): number {
  if (expression.kind === 'binary') return beginningOf(expression.left);
  return expression.kind === 'test' ? beginningOf(expression.operand) : expression.column;
}

function must(give: 'number' | 'condition', expression: Expression, operator: string): Expression {
  if (givenBy(expression) === give) return expression;
  throw new Mistake(give === 'number' ? 'wantsNumber' : 'wantsCondition', beginningOf(expression), { operator });
}

class Parser {
  private readonly reader: Reader;

  constructor(
    text: string,
    private readonly vocabulary: Vocabulary,
  ) {
    this.reader = new Reader(text);
  }

  whole(): Expression {
    const { reader } = this;
    const expression = this.above(0);
    reader.refuseSign();
    if (reader.peek().kind !== 'end') throw reader.operatorMissing();
    const gives = this.vocabulary.gives ?? 'number';
    if (givenBy(expression) === gives) return expression;
    if (gives === 'number') throw new Mistake('wholeNumber', beginningOf(expression));
    throw new Mistake('wholeCondition', beginningOf(expression), { example: exampleOf(this.vocabulary) });
  }

  /** Everything from here on that binds at least so closely. */
  private above(least: number): Expression {
    return this.reader.within(() => {
      let left = this.prefixed();
      for (;;) {
        const longer = this.continued(left, least);
        if (longer === undefined) return left;
        left = longer;
      }
    });
  }

  private prefixed(): Expression {
    const { reader } = this;
    const { column } = reader;
    if (reader.takeIf('-')) return { kind: 'unary', operator: '-', operand: must('number', this.above(strengths['^']), '-'), column };
    if (reader.takeIf('not')) {
      return { kind: 'unary', operator: 'not', operand: must('condition', this.above(strengths.compare), 'not'), column };
    }
    return readAtom(reader, this.vocabulary, () => this.above(0));
  }

  /** The expression with the operator after it and what follows; undefined where none follows that binds closely enough. */
  private continued(left: Expression, least: number): Expression | undefined {
    const { reader } = this;
    const { column } = reader;
    if (reader.isNext('is') && strengths.compare >= least) return this.unchained(this.tested(left));
    const { kind, text } = reader.peek();
    const operator = text.toLowerCase();
    if ((kind !== 'sign' && kind !== 'name') || !isOperator(operator) || strengthOf(operator) < least) return undefined;
    reader.take();
    const strength = strengthOf(operator);
    const right = this.above(operator === '^' ? strength : strength + 1);
    const side = isJoining(operator) ? 'condition' : 'number';
    const joined = { kind: 'binary', operator, left: must(side, left, operator), right: must(side, right, operator), column } as const;
    return isComparing(operator) ? this.unchained(joined) : joined;
  }

  /** `… is NaN`, `… is not finite`. */
  private tested(operand: Expression): Expression {
    const { reader } = this;
    const column = reader.column;
    reader.take();
    const negated = reader.takeIf('not');
    const what = reader.isNext('NaN') ? 'NaN' : reader.isNext('finite') ? 'finite' : undefined;
    if (what === undefined) throw new Mistake('isWhat', reader.column);
    reader.take();
    return { kind: 'test', what, negated, operand: must('number', operand, 'is'), column };
  }

  private unchained(comparison: Expression): Expression {
    const next = this.reader.peek().text;
    if (isComparing(next) || this.reader.isNext('is')) throw new Mistake('chained', this.reader.column);
    return comparison;
  }
}

function isOperator(text: string): text is BinaryOperator {
  return isArithmetic(text) || isComparing(text) || isJoining(text);
}

/** An expression that a vocabulary allows, to show what one looks like. */
function exampleOf({ names, gives }: Vocabulary): string {
  const name = names?.[0] ?? 'x';
  return gives === 'condition' ? `${name} > 100` : `exp(${name}) + 1`;
}

/**
 * Reads an expression.
 * @returns the expression, or what is wrong (in both languages, naming the column) and the column; never throws.
 * @example parseExpression('t = x') // { problem: { en: 'column 3: "=" is written "==" here', … }, column: 3 }
 */
export function parseExpression(text: string, vocabulary: Vocabulary = {}): Parsed {
  try {
    if (text.length > LONGEST) throw new Mistake('tooLong', LONGEST + 1, { most: LONGEST });
    if (text.trim() === '') throw new Mistake('empty', 1, { example: exampleOf(vocabulary) });
    return { expression: new Parser(text, vocabulary).whole() };
  } catch (error) {
    if (error instanceof Mistake) return error.found;
    throw error;
  }
}
