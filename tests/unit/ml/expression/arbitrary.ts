/** Random expressions for property tests. */
import fc from 'fast-check';
import type { Expression, FunctionName, Vocabulary } from '../../../../src/ml/expression/expression';

export const LAYERS = { dead: ['hidden1', 'block 1/conv-2'], gradNorm: ['hidden1', 'out'] } as const;

export const CONDITIONS: Vocabulary = {
  names: ['loss', 'accuracy', 'gradNorm', 'step'],
  measures: LAYERS,
  gives: 'condition',
};

const column = 0;
/** Any number that can be written. */
const anyNumber = fc
  .oneof(fc.integer({ min: 0, max: 20 }), fc.double({ min: 0, max: 1e12, noNaN: true }), fc.constantFrom(1e21, 5e-324, 0.1))
  .map(Math.abs);

interface Leaves {
  readonly names: readonly string[];
  readonly measures: readonly (readonly [string, string])[];
  readonly numbers?: fc.Arbitrary<number>;
}

function call(name: FunctionName, parts: readonly Expression[]): Expression {
  return { kind: 'call', name, parts, column };
}

/** Expressions that give a number. */
export function numeric(from: Leaves, functions: readonly FunctionName[], depth: number): fc.Arbitrary<Expression> {
  const { names, measures, numbers = anyNumber } = from;
  const leaves = [
    numbers.map((value): Expression => ({ kind: 'number', value, column })),
    fc.constantFrom(...names).map((name): Expression => ({ kind: 'name', name, column })),
    ...(measures.length === 0
      ? []
      : [fc.constantFrom(...measures).map(([name, layer]): Expression => ({ kind: 'measure', name, layer, column }))]),
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = fc.oneof({ depthSize: 'small' }, ...leaves, numeric(from, functions, depth - 1));
  const one = functions.filter((name) => name !== 'max' && name !== 'min');
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/', '^'), inner, inner)
      .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, column })),
    inner.map((operand): Expression => ({ kind: 'unary', operator: '-', operand, column })),
    fc.tuple(fc.constantFrom(...one), inner).map(([name, part]) => call(name, [part])),
    fc.tuple(fc.constantFrom('max', 'min'), fc.array(inner, { minLength: 2, maxLength: 4 })).map(([name, parts]) => call(name, parts)),
  );
}

/** Expressions that give a condition. */
export function conditional(leaves: Leaves, functions: readonly FunctionName[], depth: number): fc.Arbitrary<Expression> {
  const number = numeric(leaves, functions, 2);
  const simple = [
    fc
      .tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!='), number, number)
      .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, column })),
    fc
      .tuple(fc.constantFrom('NaN', 'finite'), fc.boolean(), number)
      .map(([what, negated, operand]): Expression => ({ kind: 'test', what, negated, operand, column })),
  ];
  if (depth === 0) return fc.oneof(...simple);
  const inner = conditional(leaves, functions, depth - 1);
  return fc.oneof(
    ...simple,
    inner.map((operand): Expression => ({ kind: 'unary', operator: 'not', operand, column })),
    fc
      .tuple(fc.constantFrom('and', 'or'), inner, inner)
      .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, column })),
  );
}

/** The same expression with every column 0, to compare by shape. */
export function withoutColumns(expression: Expression): Expression {
  switch (expression.kind) {
    case 'number':
    case 'name':
    case 'measure':
      return { ...expression, column };
    case 'call':
      return { ...expression, parts: expression.parts.map(withoutColumns), column };
    case 'unary':
    case 'test':
      return { ...expression, operand: withoutColumns(expression.operand), column };
    case 'binary':
      return { ...expression, left: withoutColumns(expression.left), right: withoutColumns(expression.right), column };
  }
}
